import { sql } from 'kysely'
import type { Tx } from '#platform/db.server.ts'

export type PublicSector = {
  readonly sectorId: string
  readonly slug: string
  readonly name: string
  readonly commune: string
}
export type Entrance = { readonly id: string; readonly name: string; readonly dwellings: number }

/** The sector an address names, as anyone may know it; null when there is none. Needs no sector set. */
export const sectorBySlug = (tx: Tx, slug: string): Promise<PublicSector | null> =>
  onlySector(publicSectors(tx).where('slug', '=', slug))

/** The same, by its number. */
export const sectorById = (tx: Tx, sectorId: string): Promise<PublicSector | null> =>
  onlySector(publicSectors(tx).where('sector_id', '=', sectorId))

const publicSectors = (tx: Tx) =>
  tx.selectFrom('public_sectors').select(['sector_id as sectorId', 'slug', 'name', 'commune'])

const onlySector = async (query: ReturnType<typeof publicSectors>): Promise<PublicSector | null> =>
  (await query.executeTakeFirst()) ?? null

/** The entrances in the order they were given. */
export const entrancesOf = (tx: Tx, sectorId: string): Promise<Entrance[]> =>
  tx
    .selectFrom('entrances')
    .select(['id', 'name', 'dwellings'])
    .where('sector_id', '=', sectorId)
    .orderBy('position')
    .execute()

/** Whether this is an entrance of the sector; anything that is no id is not. */
export async function entranceExists(tx: Tx, sectorId: string, entranceId: string): Promise<boolean> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(entranceId)) return false
  const row = await tx
    .selectFrom('entrances')
    .select('id')
    .where('sector_id', '=', sectorId)
    .where('id', '=', entranceId)
    .executeTakeFirst()
  return row !== undefined
}

/** Since when the sector is open, and why it is smaller or larger than usual. */
export async function openingOf(
  tx: Tx,
  sectorId: string,
): Promise<{ openedAt: Date; sizeReason: string | null; dwellings: number } | null> {
  const row = await tx
    .selectFrom('sectors')
    .select((select) => [
      'opened_at',
      'size_reason',
      select
        .selectFrom('entrances')
        .select(sql<number>`coalesce(sum(dwellings), 0)::int`.as('total'))
        .where('entrances.sector_id', '=', sectorId)
        .as('dwellings'),
    ])
    .where('sector_id', '=', sectorId)
    .executeTakeFirst()
  return row ? { openedAt: row.opened_at, sizeReason: row.size_reason, dwellings: row.dwellings ?? 0 } : null
}
