import type { AwaitedTable } from '#domain/site/tables.views.server.ts'
import { QuietButton } from '#ui/Button.tsx'
import { Card } from '#ui/Card.tsx'
import { DateLeaf } from '#ui/DateLeaf.tsx'
import { dateAndHour, hour } from '#ui/dates.ts'
import { Said } from '#ui/Said.tsx'

type TablesToApproveProps = { tables: readonly AwaitedTable[]; action: string }

/** The tables a host has prepared and that wait for a yes; nothing at all when none does. */
export function TablesToApprove({ tables, action }: TablesToApproveProps) {
  if (tables.length === 0) return null
  return (
    <section class="pile" aria-labelledby="attendent">
      <h2 id="attendent">{tables.length > 1 ? 'Ces tables attendent' : 'Une table attend'} votre oui</h2>
      <ul class="pile">
        {tables.map((table) => (
          <Card as="li" class="cafe">
            <DateLeaf date={table.plannedFor} />
            <div class="pile-fine">
              <h3>
                {hour(table.plannedFor)}, <Said>{table.place}</Said>
              </h3>
              <p>
                S’il pleut : <Said>{table.shelter}</Said>.
                {table.host !== null && (
                  <>
                    {' '}
                    Avec <Said>{table.host}</Said>.
                  </>
                )}
              </p>
              <form method="post" action={action}>
                <QuietButton
                  name="table"
                  value={table.id}
                  icon="check"
                  label={`D’accord pour cette table, ${dateAndHour(table.plannedFor)}`}
                >
                  D’accord pour cette table
                </QuietButton>
              </form>
            </div>
          </Card>
        ))}
      </ul>
    </section>
  )
}
