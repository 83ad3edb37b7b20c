import type { ReadStart } from '#domain/association/association.form.ts'
import { Button, QuietButton } from '#ui/Button.tsx'
import { Card } from '#ui/Card.tsx'
import { Drawing } from '#ui/Drawing.tsx'
import { Notice } from '#ui/Notice.tsx'
import { publicNav } from '#ui/nav.tsx'
import { Page } from '#ui/Page.tsx'
import { StartFields } from './StartFields.tsx'

type StartViewProps = {
  /** What was typed before, when something got stuck. */
  read?: ReadStart
  stuck?: string
}

/** Two doors: a neighbourhood to try, or the real beginning. */
export function StartView({ read, stuck }: StartViewProps) {
  return (
    <Page title="Installation" nav={publicNav}>
      <div class="cadre aere pile-large">
        <h1>Bienvenue chez vous</h1>
        <p class="fort">Coop-Ère est prête. Voulez-vous d’abord essayer, ou commencer tout de suite ?</p>
        {stuck !== undefined && (
          <Notice tone="coince" live>
            {stuck}
          </Notice>
        )}
        <div class="deux">
          <section class="pile" aria-labelledby="pour-de-vrai">
            <h2 id="pour-de-vrai">Commencer pour de vrai</h2>
            <p>Trois réponses suffisent. Vous ouvrirez ensuite le premier secteur.</p>
            <form method="post" action="/installation" class="pile">
              <StartFields read={read} />
              <Button name="choix" value="commencer">
                Commencer pour de vrai
              </Button>
            </form>
          </section>
          <Card as="section">
            <Drawing name="petit-quartier" lazy={false} />
            <h2>Essayer avec un quartier de démonstration</h2>
            <p>
              Un secteur imaginaire, « Le Cerisier », avec ses voisins, une table passée et une table à
              ouvrir. Vous prenez la place de chacun. Un clic enlève tout.
            </p>
            <form method="post" action="/installation">
              <QuietButton name="choix" value="essayer">
                Essayer avec un quartier de démonstration
              </QuietButton>
            </form>
          </Card>
        </div>
      </div>
    </Page>
  )
}

/** The link is missing, used up or too old: what to do, and nothing else. */
export function LinkView({ sentence }: { readonly sentence: string }) {
  return (
    <Page title="Installation" nav={publicNav}>
      <div class="cadre etroit aere pile">
        <h1>Installation</h1>
        <p>{sentence}</p>
        <p>
          <QuietButton href="/">Aller à l’accueil</QuietButton>
        </p>
      </div>
    </Page>
  )
}
