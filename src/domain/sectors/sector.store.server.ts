import { sql } from 'kysely'
import type { Tx } from '#platform/db.server.ts'
import { newId } from '#platform/ids.server.ts'
import type { SectorPlan } from './sector.ts'

/** Openings wait for one another, so that two sectors never take the same address. */
export const lockOpenings = async (tx: Tx): Promise<void> => {
  await sql`SELECT pg_advisory_xact_lock(hashtext('coopere-open-sector'))`.execute(tx)
}

/** Until when this companion's mandate runs; null when it does not run now. */
export async function mandateOfCompanion(tx: Tx, companionId: string, now: Date): Promise<Date | null> {
  const row = await tx
    .selectFrom('companions')
    .select('ends_at')
    .where('id', '=', companionId)
    .where('starts_at', '<=', now)
    .where('ends_at', '>', now)
    .executeTakeFirst()
  return row?.ends_at ?? null
}

export async function takenSlugs(tx: Tx): Promise<Set<string>> {
  const rows = await tx.selectFrom('public_sectors').select('slug').execute()
  return new Set(rows.map((row) => row.slug))
}

/** A demonstration holds its own sector and no other: a real one opens once it is gone. */
export async function holdsADemonstration(tx: Tx): Promise<boolean> {
  const row = await tx
    .selectFrom('association')
    .select('demonstration')
    .where('demonstration', '=', true)
    .where((where) => where.exists(where.selectFrom('public_sectors').select('sector_id')))
    .executeTakeFirst()
  return row !== undefined
}

export type Opening = SectorPlan & {
  readonly sectorId: string
  readonly slug: string
  readonly companionId: string
  readonly now: Date
  readonly until: Date
}

/** Writes the sector, its entrances, what the public may know of it, and who accompanies it. */
export async function insertSector(tx: Tx, opening: Opening): Promise<void> {
  const { sectorId, slug, name, commune } = opening
  await tx
    .insertInto('sectors')
    .values({
      sector_id: sectorId,
      slug,
      name,
      commune,
      size_reason: opening.sizeReason,
      opened_by: opening.companionId,
      opened_at: opening.now,
    })
    .execute()
  await insertEntrances(tx, opening)
  await tx.insertInto('public_sectors').values({ sector_id: sectorId, slug, name, commune }).execute()
  await tx
    .insertInto('companion_sectors')
    .values({
      companion_id: opening.companionId,
      sector_id: sectorId,
      starts_at: opening.now,
      ends_at: opening.until,
    })
    .execute()
}

const insertEntrances = (tx: Tx, opening: Opening) =>
  tx
    .insertInto('entrances')
    .values(
      opening.entrances.map(({ name, dwellings }, position) => ({
        sector_id: opening.sectorId,
        id: newId(),
        name,
        dwellings,
        position,
      })),
    )
    .execute()
