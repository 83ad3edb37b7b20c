import type { Closing, TableSheet } from '#domain/gatherings/host-tables.views.server.ts'
import { lackWords, registeredOf } from '#domain/gatherings/host-tables.words.ts'
import { longDate } from '#ui/dates.ts'
import { State } from '#ui/Notice.tsx'
import { SeatCard } from '#ui/Seat.tsx'

/** What a closed table gave: numbers, and for its host the names of those who came, for thirty days. */
export function Closed({ table, closing }: { table: TableSheet; closing: Closing }) {
  return (
    <section class="pile" aria-labelledby="autour">
      <h2 id="autour">Autour de cette table</h2>
      <p class="fort">
        <b>{registeredOf(closing.registered, closing.newcomers)}</b>
      </p>
      {table.roster === null ? (
        <p>Les prénoms ne se lisent plus ici : il en reste les nombres.</p>
      ) : (
        <>
          <p class="aide">Ces prénoms se lisent jusqu’au {longDate(table.roster.until)}, et seulement par vous.</p>
          <ul class="places">
            {table.roster.lines.map((line) => (
              <li>
                <SeatCard name={line.firstName} where={line.entrance} seated={line.registered}>
                  {line.registered ? <span class="cache">Inscrit</span> : <Lacks lacks={line.lacks} />}
                </SeatCard>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Lacks({ lacks }: { lacks: readonly (keyof typeof lackWords)[] }) {
  return <State tone="attente">Il manque {lacks.map((lack) => lackWords[lack]).join(', ')}</State>
}
