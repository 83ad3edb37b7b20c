import type { SeatView } from '#domain/gatherings/seat.views.server.ts'
import type { Newcomer } from '#domain/gatherings/vouch.views.server.ts'
import { vouchMeaning, vouchQuestion } from '#domain/gatherings/vouch.words.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Said } from '#ui/Said.tsx'
import { SeatTick } from '#ui/Seat.tsx'
import { Claims, type Claim } from '../Claims.tsx'
import { marksOf } from '../marks.ts'
import { Sheet } from '../Sheet.tsx'

/** Why a vouch does not stand; the name is that of someone the witness sees at the table. */
export type Outcome = { readonly name: string | null; readonly sentence: string }

type VouchPageProps = {
  view: SeatView
  newcomers: readonly Newcomer[]
  claims: readonly Claim[]
  outcomes: readonly Outcome[]
  none: boolean
}

const [beforeVerb, afterVerb] = vouchQuestion.split('avez-vous')

/** The people really spoken with: all unticked, and no « tout le monde ». */
export function VouchPage({ view, newcomers, claims, outcomes, none }: VouchPageProps) {
  const left = newcomers.some((one) => !one.already)
  return (
    <Sheet
      title="Je confirme"
      word={<Who view={view} />}
      live={marksOf(view, 'tell')}
      foot={left && <Button form="confirmer">Je confirme</Button>}
    >
      <div class="pile">
        <h1>
          {beforeVerb}
          <span class="uni">avez-vous</span>
          {afterVerb}
        </h1>
        <p>Touchez leurs prénoms. {vouchMeaning}</p>
      </div>
      <Claims claims={claims} />
      {none && <Notice tone="attente">Touchez au moins un prénom, puis « Je confirme ».</Notice>}
      {outcomes.map(({ name, sentence }) => (
        <Notice tone="attente">
          {name !== null && (
            <b>
              <Said>{name}</Said> :{' '}
            </b>
          )}
          {sentence}
        </Notice>
      ))}
      <form id="confirmer" method="post" action="/a-table/confirmer">
        <ul class="places">
          {newcomers.map((newcomer) => (
            <li>
              <SeatTick
                name={newcomer.firstName}
                where={newcomer.already ? 'Vous l’avez dit' : newcomer.entrance}
                field="avec"
                value={newcomer.personId}
                checked={newcomer.already}
                disabled={newcomer.already}
              />
            </li>
          ))}
        </ul>
      </form>
      {newcomers.length === 0 && <p>Il n’y a pas de nouveau voisin à cette table.</p>}
      <Notice>Ne pas toucher un prénom n’est pas dire non.</Notice>
      <OwnCode view={view} />
    </Sheet>
  )
}

function Who({ view: { me, seat } }: { view: SeatView }) {
  if (me === null) return <>À table</>
  return (
    <>
      <Said>{me.firstName}</Said>
      {seat?.kind === 'registered' && ', voisin inscrit'}
    </>
  )
}

/** Four digits to confirm on the host's screen, for whoever prefers it. Good for this table only. */
function OwnCode({ view: { me } }: { view: SeatView }) {
  if (!me?.witnessCode) return null
  return (
    <details>
      <summary class="lien">Confirmer plutôt sur l’écran de l’hôte</summary>
      <p>
        Votre code pour cette table : <b>{me.witnessCode}</b>. Il est à vous, ne le dites à personne.
      </p>
    </details>
  )
}
