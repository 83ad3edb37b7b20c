import type { ConsoleViewer } from '#domain/access/viewer.ts'
import { catalogueOf } from '#domain/ideas/ideas.acts.server.ts'
import { withSector } from '#platform/db.server.ts'
import { seatOf, type AtTable } from './at-table.acts.server.ts'
import { harvest, type Harvest } from './counts.ts'
import { ticksPerIdea } from './count.store.server.ts'
import { findGathering } from './gathering.store.server.ts'

/** « 110 offres, 73 envies » and what brings at least three people together; numbers and phrases, no name. */
export async function harvestOf(viewer: AtTable | ConsoleViewer): Promise<Harvest | null> {
  const gatheringId = viewer.kind === 'console' ? viewer.gatheringId : seatOf(viewer)?.gatheringId
  if (gatheringId === undefined) return null
  return withSector(viewer, viewer.sectorId, async (tx) => {
    const gathering = await findGathering(tx, viewer.sectorId, gatheringId)
    if (!gathering || gathering.catalogueVersion === null) return null
    const catalogue = await catalogueOf(gathering.catalogueVersion)
    return harvest(catalogue.ideas, await ticksPerIdea(tx, viewer.sectorId, gatheringId))
  })
}
