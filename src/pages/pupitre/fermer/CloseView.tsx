import type { ConsoleSeat } from '#domain/gatherings/console.views.server.ts'
import { lacksOf, type Lack } from '#domain/gatherings/host-tables.ts'
import { lackWords } from '#domain/gatherings/host-tables.words.ts'
import { Button, LinkButton } from '#ui/Button.tsx'
import { Icon } from '#ui/icons.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Said } from '#ui/Said.tsx'
import { ConsolePage } from '../ConsolePage.tsx'
import { Live } from '../Live.tsx'
import type { Console } from '../console.scope.server.ts'

/** Before what cannot be undone: who will be registered, and who still waits. */
export function CloseView({ held, stuck }: { held: Console; stuck?: string }) {
  return (
    <ConsolePage
      held={held}
      title="Fermer la table"
      stuck={stuck}
      foot={
        <form method="post" action="/pupitre/fermer" class="barre-bas">
          <LinkButton href="/pupitre" icon="arrow-left">
            Pas encore
          </LinkButton>
          <Button>Fermer la table</Button>
        </form>
      }
    >
      <h1>Fermer la table ?</h1>
      <Live part="closing" class="pile-large">
        <Outlook seats={held.view.seats} kind={held.view.gathering.kind} />
      </Live>
      <Notice icon="tablet">Cet appareil sort de la table, et n’en garde rien.</Notice>
    </ConsolePage>
  )
}

type OutlookProps = { seats: readonly ConsoleSeat[]; kind: 'founding' | 'ordinary' }

function Outlook({ seats, kind }: OutlookProps) {
  const newcomers = seats.filter((seat) => seat.kind === 'newcomer')
  const looked = newcomers.map((seat) => ({ seat, lacks: blocking(lacksOf(seat, kind)) }))
  const ready = looked.filter(({ lacks }) => lacks.length === 0)
  const waiting = looked.filter(({ lacks }) => lacks.length > 0)
  if (newcomers.length === 0) return <p>Personne de nouveau autour de cette table.</p>
  return (
    <>
      {ready.length > 0 && (
        <section class="pile-fine">
          <h2>Seront inscrits</h2>
          <p class="fort">
            <Said>{ready.map(({ seat }) => seat.firstName).join(', ')}</Said>
          </p>
        </section>
      )}
      {waiting.length > 0 && (
        <section class="pile-fine">
          <h2>Attendent encore</h2>
          <ul class="faits">
            {waiting.map(({ seat, lacks }) => (
              <li>
                <Icon name="clock" />
                <span>
                  <b>
                    <Said>{seat.firstName}</Said>
                  </b>{' '}
                  : il manque {lacks.map((lack) => lackWords[lack]).join(', ')}
                </span>
              </li>
            ))}
          </ul>
          <p class="aide">Leurs choix sont gardés. On se retrouve au prochain café, dans le mois.</p>
        </section>
      )}
    </>
  )
}

// Someone may be registered without saying how to reach them; the rest is needed.
const blocking = (lacks: readonly Lack[]): Lack[] => lacks.filter((lack) => lack !== 'contact')
