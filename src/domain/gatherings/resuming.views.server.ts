import type { CompanionViewer, ResidentViewer } from '#domain/access/viewer.ts'
import { accompanies, isHost } from '#domain/roles/roles.views.server.ts'
import { clock } from '#platform/clock.ts'
import type { Tx } from '#platform/db.server.ts'
import type { Gathering } from './gathering.ts'
import type { ResumingPowers } from './resuming.ts'
import { seatsOf } from './seat.store.server.ts'

/** What this viewer may do with the console of this table now, read as rows. */
export async function resumingPowers(
  tx: Tx,
  viewer: ResidentViewer | CompanionViewer,
  { sectorId, id }: Gathering,
): Promise<ResumingPowers> {
  const now = clock.now()
  if (viewer.kind === 'companion')
    return { host: false, seated: false, companion: await accompanies(tx, viewer.companionId, sectorId, now) }
  const seats = await seatsOf(tx, sectorId, id)
  return {
    host: viewer.sectorId === sectorId && (await isHost(tx, sectorId, viewer.personId, now)),
    seated: seats.some((seat) => seat.personId === viewer.personId && seat.state === 'seated'),
    companion: false,
  }
}
