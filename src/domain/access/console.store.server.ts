import type { Tx } from '#platform/db.server.ts'

/** Every console of a table goes; its seats keep theirs. */
export async function deleteConsoles(tx: Tx, sectorId: string, gatheringId: string): Promise<void> {
  await tx
    .deleteFrom('sessions')
    .where('sector_id', '=', sectorId)
    .where('gathering_id', '=', gatheringId)
    .where('kind', '=', 'console')
    .execute()
}
