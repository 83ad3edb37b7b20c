import type { Tx } from '#platform/db.server.ts'

// Powers are rows with a start and an end, read again at each request: no session and no cookie carries one.

/** Whether this neighbour is in the host team of the sector now. */
export const isHost = async (tx: Tx, sectorId: string, personId: string, now: Date): Promise<boolean> =>
  (await runningMandate(tx, sectorId, personId, now)) !== null

/** The mandate that makes this neighbour a host now, the one that lasts longest; null when there is none. */
export async function runningMandate(
  tx: Tx,
  sectorId: string,
  personId: string,
  now: Date,
): Promise<string | null> {
  const row = await running(tx, sectorId, now)
    .where('mandates.person_id', '=', personId)
    .orderBy('mandates.ends_at', 'desc')
    .executeTakeFirst()
  return row?.id ?? null
}

/** The mandate of each member of the host team now. */
export async function runningMandates(tx: Tx, sectorId: string, now: Date): Promise<Map<string, string>> {
  const rows = await running(tx, sectorId, now).orderBy('mandates.ends_at').execute()
  return new Map(rows.map((row) => [row.person_id, row.id]))
}

const running = (tx: Tx, sectorId: string, now: Date) =>
  tx
    .selectFrom('mandates')
    .innerJoin('residents', (join) =>
      join
        .onRef('residents.sector_id', '=', 'mandates.sector_id')
        .onRef('residents.person_id', '=', 'mandates.person_id'),
    )
    .select(['mandates.id', 'mandates.person_id'])
    .where('mandates.sector_id', '=', sectorId)
    .where('mandates.starts_at', '<=', now)
    .where('mandates.ends_at', '>', now)
    .where('residents.left_at', 'is', null)
    .where('residents.suspended_at', 'is', null)

/** Whether this companion accompanies the sector now: their own mandate and the one for the sector both run. */
export async function accompanies(
  tx: Tx,
  companionId: string,
  sectorId: string,
  now: Date,
): Promise<boolean> {
  const row = await tx
    .selectFrom('companion_sectors')
    .innerJoin('companions', 'companions.id', 'companion_sectors.companion_id')
    .select('companions.id')
    .where('companions.id', '=', companionId)
    .where('companion_sectors.sector_id', '=', sectorId)
    .where('companion_sectors.starts_at', '<=', now)
    .where('companion_sectors.ends_at', '>', now)
    .where('companions.starts_at', '<=', now)
    .where('companions.ends_at', '>', now)
    .executeTakeFirst()
  return row !== undefined
}

export type CompanionAtWork = { readonly id: string; readonly name: string; readonly endsAt: Date }

/** The companion, if their mandate runs now. */
export async function companionAtWork(
  tx: Tx,
  companionId: string,
  now: Date,
): Promise<CompanionAtWork | null> {
  const row = await tx
    .selectFrom('companions')
    .select(['id', 'name', 'ends_at'])
    .where('id', '=', companionId)
    .where('starts_at', '<=', now)
    .where('ends_at', '>', now)
    .executeTakeFirst()
  return row ? { id: row.id, name: row.name, endsAt: row.ends_at } : null
}

/** The numbers of the sectors a companion accompanies now. */
export async function accompaniedSectors(tx: Tx, companionId: string, now: Date): Promise<string[]> {
  const rows = await tx
    .selectFrom('companion_sectors')
    .innerJoin('companions', 'companions.id', 'companion_sectors.companion_id')
    .select('companion_sectors.sector_id')
    .where('companions.id', '=', companionId)
    .where('companion_sectors.starts_at', '<=', now)
    .where('companion_sectors.ends_at', '>', now)
    .where('companions.starts_at', '<=', now)
    .where('companions.ends_at', '>', now)
    .execute()
  return rows.map((row) => row.sector_id)
}
