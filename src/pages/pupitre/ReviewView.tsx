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
    <table class="chiffres avancee">
      <caption>Où chacun en est</caption>
      <thead>
        <tr>
          <th scope="col">Prénom</th>
          <th scope="col">Relu</th>
          <th scope="col">Joindre</th>
          <th scope="col">Charte</th>
        </tr>
      </thead>
      <tbody>
        {seats.map((seat) => (
          <tr>
            <th scope="row">
              <Said>{seat.firstName}</Said>
            </th>
            <Done done={seat.reviewDone} />
            <Done done={seat.contactGiven} />
            <Done done={seat.charterAccepted} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Done({ done }: { done: boolean }) {
  return (
    <td>
      <Icon name={done ? 'check' : 'minus'} />
      <span class="cache">{done ? 'C’est fait' : 'Pas encore'}</span>
    </td>
  )
}
