import { Card } from '#ui/Card.tsx'
import { hour } from '#ui/dates.ts'
import { DateLeaf } from '#ui/DateLeaf.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Icon } from '#ui/icons.tsx'
import { inLetters } from '#ui/letters.ts'
import { Said } from '#ui/Said.tsx'

export type NextTable = {
  date: Date
  place: string
  shelter: string
  sectorName: string
  commune: string
  seatsLeft?: number | undefined
}

/** When and where, and how to come: nobody's name, nothing to fill in. */
export function NextTables({ tables }: { tables: readonly NextTable[] }) {
  return (
    <section class="bloc" aria-labelledby="tables">
      <div class="cadre pile-large">
        <h2 id="tables" tabIndex={-1}>
          Les prochaines tables
        </h2>
        {tables.length === 0 ? <NoTable /> : <Tables tables={tables} />}
      </div>
    </section>
  )
}

function Tables({ tables }: { tables: readonly NextTable[] }) {
  return (
    <>
      <div class="dates">
        {tables.map((table) => (
          <TableCard table={table} />
        ))}
      </div>
      <p>
        Vous habitez là ? Parlez-en à un voisin du groupe d’animation, ou venez à l’heure dite : on vous
        trouvera une chaise, à cette table ou à la suivante.
      </p>
    </>
  )
}

function TableCard({ table }: { table: NextTable }) {
  return (
    <Card as="article" class="cafe">
      <DateLeaf date={table.date} />
      <div class="pile-fine">
        <h3>
          <Said>{table.sectorName}</Said>
        </h3>
        <ul class="faits">
          <li>
            <Icon name="clock" />
            <span>{hour(table.date)}, une heure et quart</span>
          </li>
          <li>
            <Icon name="map-pin" />
            <span>
              <Said>{table.place}</Said>, <Said>{table.commune}</Said>
            </span>
          </li>
          {table.shelter !== '' && (
            <li>
              <Icon name="umbrella" />
              <span>
                S’il pleut : <Said>{table.shelter}</Said>
              </span>
            </li>
          )}
          {table.seatsLeft !== undefined && (
            <li>
              <Icon name="armchair" />
              <span>{seatsSentence(table.seatsLeft)}</span>
            </li>
          )}
        </ul>
      </div>
    </Card>
  )
}

function NoTable() {
  return (
    <Card>
      <EmptyState title="Pas de table annoncée pour l’instant">
        <p>
          La prochaine s’affichera ici dès qu’un groupe d’habitants aura choisi son jour. Repassez bientôt.
        </p>
      </EmptyState>
    </Card>
  )
}

function seatsSentence(seats: number): string {
  if (seats <= 0) return 'Cette table est complète, une autre suivra'
  return seats === 1 ? 'Il reste une place' : `Il reste ${inLetters(seats)} places`
}
