import { LinkButton } from '#ui/Button.tsx'
import { around } from './console.words.ts'
import { ConsolePage } from './ConsolePage.tsx'
import { Live } from './Live.tsx'
import type { Console } from './console.scope.server.ts'
import { MoveOn } from './MoveOn.tsx'
import { ReadAloud } from './ReadAloud.tsx'
import { rehearsal, rulesSaying } from './script.words.ts'

type StepProps = { held: Console; stuck?: string | undefined }

/** The rule of the game in thirty seconds, with its rehearsal; phones show the same. */
export function RulesView({ held, stuck }: StepProps) {
  return (
    <ConsolePage
      held={held}
      title="La règle du jeu"
      follows
      stuck={stuck}
      mainClass="cadre pile-large dire"
      islands={['src/pages/pupitre/voice.island.ts']}
      foot={<StepFoot held={held} />}
    >
      <h1 class="doux petit">La règle du jeu</h1>
      <p class="voix a-lire" data-voice>
        {rulesSaying(held.catalogue.themes.length)}
      </p>
      <p class="fort">{rehearsal}</p>
      <ReadAloud />
    </ConsolePage>
  )
}

/** The foot of the steps where one talks: who is there, and the next step. */
export function StepFoot({ held }: { held: Console }) {
  return (
    <div class="barre-bas">
      <Live part="around" as="span">
        <LinkButton href="/pupitre/places">{around(held.view.around)}</LinkButton>
      </Live>
      <MoveOn held={held} />
    </div>
  )
}
