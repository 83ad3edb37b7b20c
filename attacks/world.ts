import { beforeAll } from 'vitest'
import { publishStarterCharter } from '#domain/charter/charter.acts.server.ts'
import { planGathering, approveGathering } from '#domain/gatherings/planning.acts.server.ts'
import { publishStarterCatalogue } from '#domain/ideas/ideas.acts.server.ts'
import { clock } from '#platform/clock.ts'
import { person, plantLeCerisier, type World } from '#seeds/le-cerisier.ts'
import { given, openTable, type OpenTable } from '#seeds/round-the-table.ts'
import { freshDatabase } from '../tests/fresh-database.ts'

/** A database of this file's own, where Le Cerisier lives. */
export function aWorld(): () => World {
  let planted: World | null = null
  beforeAll(async () => {
    await freshDatabase()
    await publishStarterCatalogue()
    await publishStarterCharter()
    planted = await plantLeCerisier()
  })
  return () => {
    if (planted === null) throw new Error('the world is not planted yet')
    return planted
  }
}

/** A new approved table of Nadia's, open now. */
export async function nadiasTable(world: World, code = '4821'): Promise<OpenTable> {
  const nadia = person(world.people, 'Nadia')
  const plan = { plannedFor: clock.now(), place: 'Le banc du cerisier', shelter: 'Hall B' }
  const id = given(await planGathering(nadia, plan))
  given(await approveGathering(world.companion, world.sectorId, id))
  return openTable(nadia, world.sectorId, id, world.entrances, code)
}
