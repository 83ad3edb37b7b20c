import type { ConsoleSeat } from '#domain/gatherings/console.views.server.ts'
import { Icon } from '#ui/icons.tsx'
import { Said } from '#ui/Said.tsx'
import { ConsolePage } from './ConsolePage.tsx'
import { Live } from './Live.tsx'
import type { Console } from './console.scope.server.ts'
import { ReadAloud } from './ReadAloud.tsx'
import { StepFoot } from './RulesView.tsx'
import { reviewSaying, reviewThen } from './script.words.ts'

/** The second cup: what to say, and who still has something to do. What they chose is theirs. */
export function ReviewView({ held, stuck }: { held: Console; stuck?: string | undefined }) {
  return (
    <ConsolePage
      held={held}
      title="Souffler et relire"
      follows
      stuck={stuck}
      mainClass="cadre corps9"
      islands={['src/pages/pupitre/voice.island.ts']}
      foot={<StepFoot held={held} />}
    >
      <div class="pile-large">
        <h1 class="doux petit">Souffler et relire</h1>
        <p class="voix a-lire" data-voice>
          {reviewSaying}
        </p>
        <p>{reviewThen}</p>
        <ReadAloud />
      </div>
      <Live part="progress">
        <Progress seats={held.view.seats.filter((seat) => seat.kind === 'newcomer')} />
      </Live>
    </ConsolePage>
  )
}

function Progress({ seats }: { seats: readonly ConsoleSeat[] }) {
  return (
    <section class="pile-fine" aria-labelledby="avancee">
      <h2 id="avancee" class="petit">
        Où chacun en est
      </h2>
      <ul class="avancee">
        {seats.map((seat) => (
          <li>
            <b>
              <Said>{seat.firstName}</Said>
            </b>
            <Done done={seat.reviewDone} what="relu" />
            <Done done={seat.contactGiven} what="joindre" />
            <Done done={seat.charterAccepted} what="charte" />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Done({ done, what }: { done: boolean; what: string }) {
  return (
    <span class={done ? 'fait' : 'pas-fait'}>
      <Icon name={done ? 'check' : 'minus'} />
      {what}
      <span class="cache">{done ? ' : c’est fait' : ' : pas encore'}</span>
    </span>
  )
}
