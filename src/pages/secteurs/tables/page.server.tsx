import type { FastifyInstance } from 'fastify'
import { tablesOf } from '#domain/gatherings/host-tables.views.server.ts'
import { sectorCounts } from '#domain/gatherings/still-missing.views.server.ts'
import { coverageOf } from '#domain/site/coverage.views.server.ts'
import { hostScope } from '#pages/secteurs/sector.scope.server.ts'
import { clock } from '#platform/clock.ts'
import { withSector } from '#platform/db.server.ts'
import { stuck } from '#platform/stuck.server.ts'
import { show } from '#platform/web.server.ts'
import { register as prepare } from './preparer/page.server.tsx'
import { register as table } from './table/page.server.tsx'
import { TablesView } from './view.tsx'

/** « Vos tables »: the next ones, what is still missing, the past ones; then preparing one, and each of them. */
export function register(app: FastifyInstance): void {
  prepare(app)
  table(app)

  app.get('/secteurs/:slug/tables', async (request, reply) => {
    const scope = await hostScope(request)
    const { viewer, sector } = scope
    const tables = await tablesOf(viewer)
    if (tables === null) throw stuck('not-here')
    const { counts, entrances } = await withSector(viewer, sector.sectorId, async (tx) => ({
      counts: await sectorCounts(tx, sector.sectorId, clock.now()),
      entrances: await coverageOf(tx, sector.sectorId),
    }))
    return show(reply, <TablesView scope={scope} tables={tables} counts={counts} entrances={entrances} />)
  })
}
