import type { Closing, TableSheet } from '#domain/gatherings/host-tables.views.server.ts'
import { lackWords, registeredOf } from '#domain/gatherings/host-tables.words.ts'
import { longDate } from '#ui/dates.ts'
import { Icon } from '#ui/icons.tsx'
import { Said } from '#ui/Said.tsx'

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
          <p class="aide">
            Ces prénoms se lisent jusqu’au {longDate(table.roster.until)}, et seulement par vous.
          </p>
          <ul class="faits">
            {table.roster.lines.map((line) => (
              <li>
                <Icon name={line.registered ? 'check' : 'clock'} />
                <span>
                  <b>
                    <Said>{line.firstName}</Said>
                  </b>
                  {line.entrance !== '' && (
                    <>
                      , <Said>{line.entrance}</Said>
                    </>
                  )}{' '}
                  :{' '}
                  {line.registered
                    ? 'c’est fait'
                    : `il manque ${line.lacks.map((lack) => lackWords[lack]).join(', ')}`}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
