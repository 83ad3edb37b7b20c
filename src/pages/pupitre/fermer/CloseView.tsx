import type { ConsoleSeat } from '#domain/gatherings/console.views.server.ts'
import { lacksOf } from '#domain/gatherings/host-tables.ts'
import { lackWords } from '#domain/gatherings/host-tables.words.ts'
import { Button, LinkButton } from '#ui/Button.tsx'
import { Icon } from '#ui/icons.tsx'
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
      path="/pupitre/fermer"
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
      <p>Cet appareil sort alors de la table, et n’en garde rien.</p>
      <Live part="closing" class="pile-large">
        <Outlook seats={held.view.seats} kind={held.view.gathering.kind} />
      </Live>
    </ConsolePage>
  )
}

type OutlookProps = { seats: readonly ConsoleSeat[]; kind: 'founding' | 'ordinary' }

function Outlook({ seats, kind }: OutlookProps) {
  const newcomers = seats.filter((seat) => seat.kind === 'newcomer')
  const groups = Map.groupBy(newcomers, (seat) => lackingWords(seat, kind))
  const ready = groups.get('') ?? []
  const waiting = [...groups].filter(([lacking]) => lacking !== '')
  if (newcomers.length === 0) return <p>Personne de nouveau autour de cette table.</p>
  return (
    <>
      {ready.length > 0 && (
        <section class="pile-fine" aria-labelledby="seront">
          <h2 id="seront">Seront inscrits</h2>
          <p class="fort">
            <Names seats={ready} />
          </p>
        </section>
      )}
      {waiting.length > 0 && (
        <section class="pile-fine" aria-labelledby="attendent">
          <h2 id="attendent">Attendent encore</h2>
          <ul class="faits">
            {waiting.map(([lacking, who]) => (
              <li>
                <Icon name="clock" />
                <span>
                  <b>
                    <Names seats={who} />
                  </b>{' '}
                  : il manque {lacking}
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

const Names = ({ seats }: { seats: readonly ConsoleSeat[] }) => (
  <Said>{seats.map((seat) => seat.firstName).join(', ')}</Said>
)

// Someone may be registered without saying how to reach them; the rest is needed.
const lackingWords = (seat: ConsoleSeat, kind: OutlookProps['kind']): string =>
  lacksOf(seat, kind)
    .filter((lack) => lack !== 'contact')
    .map((lack) => lackWords[lack])
    .join(', ')
