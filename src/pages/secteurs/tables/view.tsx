import type { TableLine } from '#domain/gatherings/host-tables.views.server.ts'
import type { SectorCounts } from '#domain/gatherings/still-missing.views.server.ts'
import type { CoveredEntrance } from '#domain/site/coverage.views.server.ts'
import type { SectorScope } from '#pages/secteurs/sector.scope.server.ts'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Page } from '#ui/Page.tsx'
import { StillMissing } from './StillMissing.tsx'
import { TableCard } from './TableCard.tsx'

type TablesViewProps = {
  scope: SectorScope
  tables: readonly TableLine[]
  counts: SectorCounts
  entrances: readonly CoveredEntrance[]
}

export function TablesView({ scope, tables, counts, entrances }: TablesViewProps) {
  const path = `${scope.path}/tables`
  const ahead = tables.filter((table) => !isOver(table)).reverse()
  const past = tables.filter(isOver)
  return (
    <Page title="Vos tables" nav={scope.nav} current={path} sector={scope.sector.name}>
      <div class="cadre aere pile-large">
        <h1>Vos tables</h1>
        <div class="deux">
          <section class="pile" aria-labelledby="a-venir">
            <h2 id="a-venir">À venir</h2>
            {ahead.length === 0 ? (
              <EmptyState title="Pas encore de date">
                <p>Une table se prépare deux à trois semaines à l’avance, avec le groupe.</p>
              </EmptyState>
            ) : (
              <TableList tables={ahead} path={path} />
            )}
            <Button href={`${path}/preparer`} icon="plus">
              Préparer une table
            </Button>
          </section>
          <StillMissing counts={counts} entrances={entrances} />
        </div>
        {past.length > 0 && (
          <section class="pile" aria-labelledby="passees">
            <h2 id="passees">Celles d’avant</h2>
            <TableList tables={past} path={path} />
          </section>
        )}
      </div>
    </Page>
  )
}

const isOver = ({ phase }: TableLine): boolean => phase === 'closed' || phase === 'cancelled'

function TableList({ tables, path }: { tables: readonly TableLine[]; path: string }) {
  return (
    <ul class="pile">
      {tables.map((table) => (
        <TableCard table={table} href={`${path}/${table.id}`} />
      ))}
    </ul>
  )
}
