import { sql } from 'kysely'
import type { Tx } from '#platform/db.server.ts'

/** Numbers of the sector, for the host team; never who, nor which idea. */
export type SectorCounts = {
  readonly offers: number
  readonly households: number
  readonly dwellings: number
  readonly tableAhead: boolean
  /** The last closed tables, the latest first. */
  readonly lastTables: readonly {
    readonly plannedFor: Date
    readonly newcomers: number
    readonly registered: number
  }[]
}

/** How far the sector is: offers, households against dwellings, and whether a table is ahead. */
export async function sectorCounts(tx: Tx, sectorId: string, now: Date): Promise<SectorCounts> {
  const { rows } = await sql<Omit<SectorCounts, 'lastTables'>>`
    SELECT
      (SELECT count(*)::int FROM choices c JOIN residents r
         ON r.sector_id = c.sector_id AND r.person_id = c.person_id
         WHERE c.sector_id = ${sectorId}::bigint AND c.offers AND c.paused_at IS NULL AND r.left_at IS NULL) AS offers,
      (SELECT count(DISTINCT p.household_id)::int FROM people p JOIN residents r
         ON r.sector_id = p.sector_id AND r.person_id = p.id
         WHERE p.sector_id = ${sectorId}::bigint AND r.left_at IS NULL) AS households,
      (SELECT coalesce(sum(dwellings), 0)::int FROM entrances WHERE sector_id = ${sectorId}::bigint) AS dwellings,
      EXISTS (SELECT FROM gatherings
         WHERE sector_id = ${sectorId}::bigint AND phase NOT IN ('closed', 'cancelled')
           AND planned_for > ${now}::timestamptz - interval '12 hours') AS "tableAhead"`.execute(tx)
  const [counts] = rows
  if (!counts) throw new Error('a query without a table gives one row')
  return { ...counts, lastTables: await lastTables(tx, sectorId) }
}

const lastTables = (tx: Tx, sectorId: string): Promise<SectorCounts['lastTables'][number][]> =>
  tx
    .selectFrom('closures')
    .innerJoin('gatherings', (join) =>
      join
        .onRef('gatherings.sector_id', '=', 'closures.sector_id')
        .onRef('gatherings.id', '=', 'closures.gathering_id'),
    )
    .select((select) => [
      'gatherings.planned_for as plannedFor',
      'closures.newcomers',
      select
        .selectFrom('admissions')
        .select(sql<number>`count(*)::int`.as('count'))
        .whereRef('admissions.sector_id', '=', 'closures.sector_id')
        .whereRef('admissions.gathering_id', '=', 'closures.gathering_id')
        .$asScalar()
        .$notNull()
        .as('registered'),
    ])
    .where('closures.sector_id', '=', sectorId)
    .orderBy('closures.closed_at', 'desc')
    .limit(3)
    .execute()
