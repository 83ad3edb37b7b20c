import { sql } from 'kysely'
import type { Tx } from '#platform/db.server.ts'

/** Says that what the directory of this sector shows has changed: pages rendered before are no longer served. */
export async function touchDirectory(tx: Tx, sectorId: string): Promise<void> {
  await tx
    .updateTable('sectors')
    .set({ directory_version: sql`directory_version + 1` })
    .where('sector_id', '=', sectorId)
    .execute()
}
