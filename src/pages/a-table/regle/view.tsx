import { Button } from '#ui/Button.tsx'
import { IdeaRow, IdeaSprite } from '#ui/IdeaRow.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Said } from '#ui/Said.tsx'
import type { AtTableScope } from '../at-table.server.ts'
import { marksOf } from '../marks.ts'
import { Sheet } from '../Sheet.tsx'

/** Thirty seconds: two sentences, and one row to try with a finger. */
export function RulePage({ scope }: { scope: AtTableScope }) {
  return (
    <Sheet
      title="La règle du jeu"
      word="La règle du jeu"
      live={marksOf(scope.view, 'still')}
      mayLeave
      foot={
        <form method="post" action="/a-table/regle">
          <Button icon="check">J’ai compris</Button>
        </form>
      }
    >
      <Late scope={scope} />
      <h1>On ne coche que ce qui fait plaisir.</h1>
      <p class="fort">Cocher n’est pas promettre. Même une fois par an, c’est utile.</p>
      <div data-rehearsal hidden>
        <h2>Pour essayer</h2>
        <IdeaSprite />
        <div class="idees">
          <ul>
            <IdeaRow
              code="essai"
              phrase="un café, là, tout de suite"
              together={false}
              offered={false}
              wished={false}
            />
          </ul>
        </div>
        <p class="petit doux">Cet essai n’est pas gardé.</p>
      </div>
    </Sheet>
  )
}

/** « Bienvenue Théo. On en est à Entraide. Le reste vous attend. » */
function Late({ scope: { view, theme } }: { scope: AtTableScope }) {
  const { phase, themePosition } = view.gathering
  if (phase !== 'sweep' || theme === null || themePosition === 0 || view.me === null) return null
  return (
    <Notice icon="coffee">
      Bienvenue <Said>{view.me.firstName}</Said>. On en est à {theme.name}. Le reste vous attend.
    </Notice>
  )
}
