import type { Tx } from '#platform/db.server.ts'

export type AwaitedTable = {
  readonly id: string
  readonly plannedFor: Date
  readonly place: string
  readonly shelter: string
  readonly host: string | null
}
export type FoundingTable = {
  readonly id: string
  readonly plannedFor: Date
  readonly place: string
  readonly shelter: string
  readonly state: 'to-open' | 'under-way' | 'closed'
}

/** Tables a host has planned and that wait for the companion's yes, the nearest first. */
export const tablesToApprove = (tx: Tx, sectorId: string): Promise<AwaitedTable[]> =>
  tx
    .selectFrom('gatherings')
    .leftJoin('people', (join) =>
      join
        .onRef('people.sector_id', '=', 'gatherings.sector_id')
        .onRef('people.id', '=', 'gatherings.host_id'),
    )
    .select([
      'gatherings.id',
      'gatherings.planned_for as plannedFor',
      'gatherings.place',
      'gatherings.shelter',
      'people.first_name as host',
    ])
    .where('gatherings.sector_id', '=', sectorId)
    .where('gatherings.phase', '=', 'planned')
    .orderBy('gatherings.planned_for')
    .execute()

/** The founding table, which happens once; a cancelled one does not count. */
export async function foundingTable(tx: Tx, sectorId: string): Promise<FoundingTable | null> {
  const row = await tx
    .selectFrom('gatherings')
    .select(['id', 'planned_for', 'place', 'shelter', 'phase'])
    .where('sector_id', '=', sectorId)
    .where('kind', '=', 'founding')
    .where('phase', '<>', 'cancelled')
    .executeTakeFirst()
  if (!row) return null
  const before = row.phase === 'planned' || row.phase === 'approved'
  return {
    id: row.id,
    plannedFor: row.planned_for,
    place: row.place,
    shelter: row.shelter,
    state: before ? 'to-open' : row.phase === 'closed' ? 'closed' : 'under-way',
  }
}
