import type { TableLine } from '#domain/gatherings/host-tables.views.server.ts'
import { registeredOf } from '#domain/gatherings/host-tables.words.ts'
import { Card } from '#ui/Card.tsx'
import { DateLeaf } from '#ui/DateLeaf.tsx'
import { dateAndHour } from '#ui/dates.ts'
import { State } from '#ui/Notice.tsx'
import { Said } from '#ui/Said.tsx'

/** One table in the list: its day, its place, and where it stands. */
export function TableCard({ table, href }: { table: TableLine; href: string }) {
  return (
    <Card as="li" class="cafe">
      <DateLeaf date={table.plannedFor} />
      <div class="pile-fine">
        <h3>
          <a href={href}>
            {table.kind === 'founding' ? 'Table fondatrice, ' : 'Table du '}
            {dateAndHour(table.plannedFor)}
          </a>
        </h3>
        <p>
          <Said>{table.place}</Said>
          {table.hostName !== '' && (
            <>
              , avec <Said>{table.mine ? 'vous' : table.hostName}</Said>
            </>
          )}
        </p>
        <p>
          <TableState table={table} />
        </p>
      </div>
    </Card>
  )
}

/** Where a table stands, in words: waiting for a yes, announced, open, over. */
export function TableState({ table }: { table: TableLine }) {
  switch (table.phase) {
    case 'planned':
      return <State tone="attente">Attend le oui de l’association</State>
    case 'approved':
      return <State tone="oui">{table.kind === 'founding' ? 'Prête' : 'C’est dit : elle est annoncée'}</State>
    case 'cancelled':
      return (
        <State tone="nuage" icon="x">
          Annulée
        </State>
      )
    case 'closed':
      return (
        <State tone="oui">
          {registeredOf(table.closing?.registered ?? 0, table.closing?.newcomers ?? 0)}
        </State>
      )
    default:
      return (
        <State tone="oui" icon="door-open">
          Ouverte en ce moment
        </State>
      )
  }
}
