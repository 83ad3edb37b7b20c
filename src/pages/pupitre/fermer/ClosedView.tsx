import type { Closed } from '#domain/gatherings/closing.acts.server.ts'
import { Button } from '#ui/Button.tsx'
import { Drawing } from '#ui/Drawing.tsx'
import { Icon } from '#ui/icons.tsx'
import { Page } from '#ui/Page.tsx'
import { closedWords, waitingAfterWords } from '../console.words.ts'
import { closingSaying } from '../script.words.ts'

/** The last screen of the console, which knows no table any more. Nothing more is asked of newcomers that day. */
export function ClosedView({ registered, waiting }: Closed) {
  return (
    <Page
      title="La table est fermée"
      nav="none"
      top={<div class="ourlet vichy" />}
      mainClass="cadre corps9"
      foot={
        <div class="barre-bas">
          <p class="petit">Cet appareil ne garde rien de la table.</p>
          <Button href="/entrer" after="arrow-right">
            Entrer à nouveau
          </Button>
        </div>
      }
    >
      <div class="pile-large">
        <h1>La table est fermée</h1>
        <p class="fort">
          <b>{closedWords(registered)}</b> {waitingAfterWords(waiting)}
        </p>
        <p class="voix a-lire">{closingSaying}</p>
      </div>
      <div class="pile">
        <Drawing name="cafetiere" lazy={false} />
        <ul class="faits">
          <li>
            <Icon name="coffee" />
            <span>
              On range ensemble. Rien de plus ne se demande aujourd’hui à ceux qui viennent d’arriver.
            </span>
          </li>
          <li>
            <Icon name="phone" />
            <span>D’ici deux jours, quelqu’un d’autre que vous fait signe à chacun.</span>
          </li>
        </ul>
      </div>
    </Page>
  )
}
