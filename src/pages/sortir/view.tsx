import { Button, QuietButton } from '#ui/Button.tsx'
import { publicNav } from '#ui/nav.tsx'
import { Page } from '#ui/Page.tsx'

/** Going out is a POST: a link followed by a machine puts nobody out. */
export function LeaveView() {
  return (
    <Page title="Sortir" nav={publicNav}>
      <div class="cadre etroit pile">
        <h1>Sortir de cet appareil</h1>
        <p>Vos choix restent gardés. Pour revenir, un code vous sera envoyé.</p>
        <form method="post" action="/sortir" class="rang">
          <Button>Sortir</Button>
          <QuietButton href="/entrer">Rester</QuietButton>
        </form>
      </div>
    </Page>
  )
}
