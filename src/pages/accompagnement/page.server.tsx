import type { FastifyInstance } from 'fastify'
import { houseNow } from '#domain/association/association.views.server.ts'
import { nearsItsEnd } from '#domain/roles/companion.ts'
import { renewalRefusals } from '#domain/roles/mandate.words.ts'
import { renewCompanion } from '#domain/roles/roles.acts.server.ts'
import { accompaniedSectors } from '#domain/roles/roles.views.server.ts'
import { sectorOverview, type SectorOverview } from '#domain/site/overview.views.server.ts'
import { clock } from '#platform/clock.ts'
import { outsideSectors, withSector } from '#platform/db.server.ts'
import { goTo, show } from '#platform/web.server.ts'
import { companionScope, enterFirst, type CompanionScope } from './companion.scope.server.ts'
import { register as found } from './fonder/page.server.tsx'
import { register as openSector } from './ouvrir/page.server.tsx'
import { register as sector } from './secteur/page.server.tsx'
import { SectorsView } from './view.tsx'

/** « /accompagnement »: the sectors of a companion, one row each, and the pages below. */
export async function register(app: FastifyInstance): Promise<void> {
  app.addHook('preHandler', enterFirst)

  app.get('/accompagnement', async (request, reply) => show(reply, await view(await companionScope(request))))

  app.post('/accompagnement/mandat', async (request, reply) => {
    const scope = await companionScope(request)
    const renewed = await renewCompanion(scope.viewer, scope.companion.id)
    if (renewed.ok) return goTo(reply, '/accompagnement')
    return show(reply, await view(scope, renewalRefusals[renewed.reason]), 422)
  })

  for (const register of [openSector, sector, found]) await app.register(async (scope) => register(scope))
}

async function view({ viewer, companion }: CompanionScope, stuck?: string) {
  const now = clock.now()
  const { ids, house } = await outsideSectors(async (tx) => ({
    ids: await accompaniedSectors(tx, companion.id, now),
    house: await houseNow(tx),
  }))
  const sectors: SectorOverview[] = []
  for (const id of ids) {
    const overview = await withSector(viewer, id, (tx) => sectorOverview(tx, id, now))
    if (overview !== null) sectors.push(overview)
  }
  sectors.sort((one, other) => one.name.localeCompare(other.name, 'fr'))
  const ending = nearsItsEnd(companion.endsAt, now) ? companion.endsAt : null
  return <SectorsView sectors={sectors} association={house?.name ?? ''} ending={ending} stuck={stuck} />
}
