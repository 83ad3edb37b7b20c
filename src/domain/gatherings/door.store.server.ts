import { outsideSectors, type Tx } from '#platform/db.server.ts'
import type { Gathering } from './gathering.ts'
import { openWordSecret, sealWordSecret } from './gathering.store.server.ts'

// Open doors and public dates stand outside the sectors: they are read before anyone knows which sector is meant.

export type OpenDoor = { readonly sectorId: string; readonly gatheringId: string; readonly secret: string }

export async function insertOpenDoor(tx: Tx, door: OpenDoor, openedAt: Date): Promise<void> {
  await tx
    .insertInto('open_doors')
    .values({
      sector_id: door.sectorId,
      gathering_id: door.gatheringId,
      word_secret: sealWordSecret(door.gatheringId, door.secret),
      opened_at: openedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function deleteOpenDoor(tx: Tx, sectorId: string, gatheringId: string): Promise<void> {
  await tx
    .deleteFrom('open_doors')
    .where('sector_id', '=', sectorId)
    .where('gathering_id', '=', gatheringId)
    .execute()
}

/** Doors opened after `since`: a door never stays open longer than a table may last. */
export const openDoors = (since: Date): Promise<OpenDoor[]> =>
  outsideSectors(async (tx) => {
    const rows = await tx.selectFrom('open_doors').selectAll().where('opened_at', '>', since).execute()
    return rows.map((row) => ({
      sectorId: row.sector_id,
      gatheringId: row.gathering_id,
      secret: openWordSecret(row.gathering_id, row.word_secret),
    }))
  })

export async function announce(tx: Tx, gathering: Gathering): Promise<void> {
  const sector = await tx
    .selectFrom('sectors')
    .select(['name', 'commune'])
    .where('sector_id', '=', gathering.sectorId)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('public_gatherings')
    .values({
      sector_id: gathering.sectorId,
      gathering_id: gathering.id,
      sector_name: sector.name,
      commune: sector.commune,
      planned_for: gathering.plannedFor,
      place: gathering.place,
      shelter: gathering.shelter,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function withdrawAnnouncement(tx: Tx, sectorId: string, gatheringId: string): Promise<void> {
  await tx
    .deleteFrom('public_gatherings')
    .where('sector_id', '=', sectorId)
    .where('gathering_id', '=', gatheringId)
    .execute()
}
