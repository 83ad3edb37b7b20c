import type { ConsoleSeat } from '#domain/gatherings/console.views.server.ts'
import { Button, LinkButton } from '#ui/Button.tsx'
import { Said } from '#ui/Said.tsx'
import { SeatCard } from '#ui/Seat.tsx'
import { State } from '#ui/Notice.tsx'
import { said } from '#ui/typography.ts'
import { around } from '../console.words.ts'
import { ConsolePage } from '../ConsolePage.tsx'
import { Live } from '../Live.tsx'
import type { Console } from '../console.scope.server.ts'
import { Together } from './Together.tsx'

export function PlacesView({ held, stuck }: { held: Console; stuck?: string }) {
  const { seats } = held.view
  return (
    <ConsolePage
      held={held}
      title="Autour de la table"
      path="/pupitre/places"
      stuck={stuck}
      foot={
        <div class="barre-bas">
          <LinkButton href="/pupitre/porte" icon="qr-code">
            La porte
          </LinkButton>
          <Button href="/pupitre" icon="arrow-left">
            Revenir au pupitre
          </Button>
        </div>
      }
    >
      <Live part="around-title">
        <h1>{around(held.view.around)}</h1>
      </Live>
      <Live part="seats">
        <ul class="places">
          {seats.map((seat) => (
            <li>
              <Place seat={seat} seats={seats} />
            </li>
          ))}
        </ul>
      </Live>
      <Together seats={seats} />
    </ConsolePage>
  )
}

function Place({ seat, seats }: { seat: ConsoleSeat; seats: readonly ConsoleSeat[] }) {
  const others = householdOf(seat, seats)
  return (
    <SeatCard name={seat.firstName} where={seat.entrance}>
      {others.length > 0 && (
        <span class="petit">
          habite avec <Said>{others.join(' et ')}</Said>
        </span>
      )}
      {seat.claimPending && <State tone="attente">attend le oui d’un voisin</State>}
      {seat.kind === 'registered' ? (
        <State tone="oui">déjà des nôtres</State>
      ) : (
        <LinkButton
          href={`/pupitre/places/${seat.id}/liberer`}
          label={`Libérer cette place : ${said(seat.firstName)}`}
        >
          Libérer cette place
        </LinkButton>
      )}
    </SeatCard>
  )
}

const householdOf = (seat: ConsoleSeat, seats: readonly ConsoleSeat[]): string[] =>
  seats.flatMap((other) =>
    other.id !== seat.id && other.householdId !== null && other.householdId === seat.householdId
      ? [other.firstName]
      : [],
  )
