import type { Tx } from '#platform/db.server.ts'

/** Says that what the directory of this sector shows has changed: pages rendered before are no longer served. */
export async function touchDirectory(tx: Tx, sectorId: string): Promise<void> {
  await tx
    .updateTable('sectors')
    .set((row) => ({ directory_version: row('directory_version', '+', '1') }))
    .where('sector_id', '=', sectorId)
    .execute()
}

/** Holds the sector's row until the transaction ends: what must be decided once in the sector follows one another. */
export async function lockSector(tx: Tx, sectorId: string): Promise<void> {
  await tx
    .selectFrom('sectors')
    .select('sector_id')
    .where('sector_id', '=', sectorId)
    .forUpdate()
    .executeTakeFirst()
}
