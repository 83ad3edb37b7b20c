import { clock } from '#platform/clock.ts'
import { openDoors } from './door.store.server.ts'
import type { Door } from './door.views.server.ts'
import { longestTable } from './gathering.life.ts'

/** The doors open now, without their words: a joining page says nothing when there is none. */
export async function doorsOpenNow(): Promise<Door[]> {
  const doors = await openDoors(new Date(clock.now().getTime() - longestTable))
  return doors.map(({ sectorId, gatheringId }) => ({ sectorId, gatheringId }))
}
