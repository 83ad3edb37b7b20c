import { sql } from 'kysely'
import type { Tx } from '#platform/db.server.ts'

export type PublicTable = {
  readonly gatheringId: string
  readonly sectorName: string
  readonly commune: string
  readonly plannedFor: Date
  readonly place: string
  readonly shelter: string
}

/** The next tables as anyone may know them, those of today first even when they have begun. No sector is set. */
export const nextPublicTables = (tx: Tx, limit: number, now: Date): Promise<PublicTable[]> =>
  tx
    .selectFrom('public_gatherings')
    .select([
      'gathering_id as gatheringId',
      'sector_name as sectorName',
      'commune',
      'planned_for as plannedFor',
      'place',
      'shelter',
    ])
    .where('planned_for', '>=', morningInParis(now))
    .orderBy('planned_for')
    .orderBy('gathering_id')
    .limit(limit)
    .execute()

const morningInParis = (now: Date) => sql<Date>`date_trunc('day', ${now}::timestamptz, 'Europe/Paris')`
