import type { TableSheet } from '#domain/gatherings/host-tables.views.server.ts'
import { openingRefusals } from '#domain/gatherings/host-tables.words.ts'
import { TableState } from '#pages/secteurs/tables/TableCard.tsx'
import { LinkButton } from '#ui/Button.tsx'
import { DateLeaf } from '#ui/DateLeaf.tsx'
import { dateAndHour, hour } from '#ui/dates.ts'
import { Icon } from '#ui/icons.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { Said } from '#ui/Said.tsx'
import { Closed } from './Closed.tsx'
import { OpenForm } from './OpenForm.tsx'
import { UnderWay } from './UnderWay.tsx'
import type { TableScope } from './table.scope.server.ts'

type TableViewProps = { scope: TableScope; table: TableSheet; stuck?: string | undefined }

export function TableView({ scope, table, stuck }: TableViewProps) {
  const founding = table.kind === 'founding'
  return (
    <Page title="Une table" nav={scope.nav} current={scope.tables} sector={scope.sector.name}>
      <div class="cadre etroit aere pile-large">
        <p>
          <LinkButton href={scope.tables} icon="arrow-left">
            {scope.viewer.kind === 'companion' ? 'Vos secteurs' : 'Vos tables'}
          </LinkButton>
        </p>
        <div class="cafe">
          <DateLeaf date={table.plannedFor} />
          <div class="pile-fine">
            <h1>
              {founding ? 'La table fondatrice' : 'Table du '}
              {!founding && dateAndHour(table.plannedFor)}
            </h1>
            <p>
              <TableState table={table} />
            </p>
          </div>
        </div>
        <Facts table={table} />
        <Present scope={scope} table={table} stuck={stuck} />
      </div>
    </Page>
  )
}

function Facts({ table }: { table: TableSheet }) {
  return (
    <ul class="faits">
      <li>
        <Icon name="clock" />
        <span>{hour(table.plannedFor)}</span>
      </li>
      <li>
        <Icon name="map-pin" />
        <span>
          <Said>{table.place}</Said>
        </span>
      </li>
      <li>
        <Icon name="umbrella" />
        <span>
          S’il pleut : <Said>{table.shelter}</Said>
        </span>
      </li>
    </ul>
  )
}

/** What one can do with the table now: wait, open it, follow it, read what it gave. */
function Present({ scope, table, stuck }: TableViewProps) {
  const here = `${scope.path}/${table.id}`
  const mayCancel =
    scope.viewer.kind === 'resident' && (table.phase === 'planned' || table.phase === 'approved')
  if (table.closing !== null) return <Closed table={table} closing={table.closing} />
  if (table.underWay) return <UnderWay action={`${here}/reprendre`} table={table} stuck={stuck} />
  return (
    <>
      {table.opening === null ? (
        <OpenForm action={`${here}/ouvrir`} withCode={table.kind === 'ordinary'} stuck={stuck} />
      ) : (
        table.phase !== 'cancelled' && <Notice icon="clock">{openingRefusals[table.opening]}</Notice>
      )}
      {mayCancel && (
        <p>
          <LinkButton href={`${here}/annuler`} icon="x">
            Annuler cette table
          </LinkButton>
        </p>
      )}
    </>
  )
}
