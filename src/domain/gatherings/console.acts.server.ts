import type { ConsoleViewer } from '#domain/access/viewer.ts'
import { accompanies, isHost } from '#domain/roles/roles.views.server.ts'
import { clock } from '#platform/clock.ts'
import type { Tx } from '#platform/db.server.ts'
import type { Gathering } from './gathering.ts'
import { lockGathering } from './gathering.store.server.ts'

/**
 * Whether whoever opened the table may still hold its console: a mandate that ended during the table ends it at the
 * next press (trust.md T12). Another host, seated there, can then take the console over.
 */
export async function mayHold(tx: Tx, console: ConsoleViewer): Promise<boolean> {
  const now = clock.now()
  if (console.personId !== null) return isHost(tx, console.sectorId, console.personId, now)
  return console.companionId !== null && (await accompanies(tx, console.companionId, console.sectorId, now))
}

/** The table of a console, locked for an act; null for a table that is not there or a hand that lost its power. */
export const heldGathering = async (tx: Tx, console: ConsoleViewer): Promise<Gathering | null> =>
  (await mayHold(tx, console)) ? lockGathering(tx, console.sectorId, console.gatheringId) : null
