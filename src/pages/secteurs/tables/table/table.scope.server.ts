import type { FastifyRequest } from 'fastify'
import type { CompanionViewer, ResidentViewer } from '#domain/access/viewer.ts'
import { accompanies } from '#domain/roles/roles.views.server.ts'
import { sectorBySlug, type PublicSector } from '#domain/sectors/sectors.views.server.ts'
import { hostScope, named } from '#pages/secteurs/sector.scope.server.ts'
import { clock } from '#platform/clock.ts'
import { outsideSectors } from '#platform/db.server.ts'
import { stuck } from '#platform/stuck.server.ts'
import type { Nav } from '#ui/nav.tsx'

/** Who may stand before a table: a host of its sector, or the companion at the founding table. */
export type TableScope = {
  readonly viewer: ResidentViewer | CompanionViewer
  readonly sector: PublicSector
  readonly nav: Nav
  /** Where one comes back to: a host's list of tables, or a companion's sectors. */
  readonly tables: string
  /** `/secteurs/le-cerisier/tables`, before the table's own number. */
  readonly path: string
}

export async function tableScope(request: FastifyRequest): Promise<TableScope> {
  const { viewer } = request
  if (viewer.kind === 'companion') return companionScope(request, viewer)
  const scope = await hostScope(request)
  const path = `${scope.path}/tables`
  return { viewer: scope.viewer, sector: scope.sector, nav: scope.nav, tables: path, path }
}

async function companionScope(request: FastifyRequest, viewer: CompanionViewer): Promise<TableScope> {
  const sector = await outsideSectors(async (tx) => {
    const found = await sectorBySlug(tx, named(request, 'slug'))
    if (found === null) return null
    return (await accompanies(tx, viewer.companionId, found.sectorId, clock.now())) ? found : null
  })
  if (sector === null) throw stuck('not-here')
  return {
    viewer,
    sector,
    nav: companionNav,
    tables: '/accompagnement',
    path: `/secteurs/${sector.slug}/tables`,
  }
}

const companionNav: Nav = {
  place: 'top',
  entries: [{ href: '/accompagnement', icon: 'map-pin', word: 'Mes secteurs' }],
}
