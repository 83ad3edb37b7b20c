import { sql } from 'kysely'
import type { Tx } from '#platform/db.server.ts'

/** A sector as the association follows it: totals, never who nor which idea. */
export type SectorOverview = {
  readonly sectorId: string
  readonly slug: string
  readonly name: string
  readonly commune: string
  readonly entrances: number
  readonly dwellings: number
  readonly registered: number
  readonly offers: number
  readonly hosts: number
  readonly tablesToApprove: number
  readonly nextTable: Date | null
  readonly founded: boolean
}

/** Read inside the sector; a page that shows several goes round them (decisions.md 25). */
export async function sectorOverview(tx: Tx, sectorId: string, now: Date): Promise<SectorOverview | null> {
  const { rows } = await sql<SectorOverview>`
    SELECT
      sector_id::text AS "sectorId", slug, name, commune,
      (SELECT count(*)::int FROM entrances WHERE sector_id = s.sector_id) AS entrances,
      (SELECT coalesce(sum(dwellings), 0)::int FROM entrances WHERE sector_id = s.sector_id) AS dwellings,
      (SELECT count(*)::int FROM residents WHERE sector_id = s.sector_id AND left_at IS NULL) AS registered,
      (SELECT count(*)::int FROM choices c JOIN residents r
         ON r.sector_id = c.sector_id AND r.person_id = c.person_id
         WHERE c.sector_id = s.sector_id AND c.offers AND c.paused_at IS NULL AND r.left_at IS NULL) AS offers,
      (SELECT count(DISTINCT m.person_id)::int FROM mandates m JOIN residents r
         ON r.sector_id = m.sector_id AND r.person_id = m.person_id
         WHERE m.sector_id = s.sector_id AND m.starts_at <= ${now} AND m.ends_at > ${now}
           AND r.left_at IS NULL AND r.suspended_at IS NULL) AS hosts,
      (SELECT count(*)::int FROM gatherings
         WHERE sector_id = s.sector_id AND phase = 'planned') AS "tablesToApprove",
      (SELECT min(planned_for) FROM gatherings
         WHERE sector_id = s.sector_id AND phase IN ('planned', 'approved')
           AND planned_for > ${now}::timestamptz - interval '12 hours') AS "nextTable",
      EXISTS (SELECT FROM gatherings
         WHERE sector_id = s.sector_id AND kind = 'founding' AND phase <> 'cancelled') AS founded
    FROM sectors s WHERE sector_id = ${sectorId}::bigint`.execute(tx)
  return rows[0] ?? null
}
