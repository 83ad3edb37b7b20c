import { sql } from 'kysely'
import type { Tx } from '#platform/db.server.ts'

export type Host = {
  readonly personId: string
  readonly firstName: string
  readonly entrance: string | null
  readonly until: Date
}
export type Candidate = {
  readonly personId: string
  readonly firstName: string
  readonly entrance: string | null
}

/** The host team of the sector, each with the end of their mandate, the first to end first. */
export async function hostTeam(tx: Tx, sectorId: string, now: Date): Promise<Host[]> {
  const rows = await registered(tx, sectorId)
    .innerJoin('mandates', (join) =>
      join
        .onRef('mandates.sector_id', '=', 'residents.sector_id')
        .onRef('mandates.person_id', '=', 'residents.person_id'),
    )
    .where('mandates.starts_at', '<=', now)
    .where('mandates.ends_at', '>', now)
    .select(sql<Date>`max(mandates.ends_at)`.as('until'))
    .groupBy(['people.sector_id', 'people.id', 'entrances.name'])
    .orderBy('until')
    .orderBy('people.first_name')
    .execute()
  return rows.map((row) => ({ ...shown(row), until: row.until }))
}

/** Registered neighbours to whom a mandate may be offered: those who are not discreet and are not hosts yet. */
export async function mandateCandidates(tx: Tx, sectorId: string, now: Date): Promise<Candidate[]> {
  const rows = await registered(tx, sectorId)
    .where('people.discreet', '=', false)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('mandates')
            .select('mandates.id')
            .whereRef('mandates.sector_id', '=', 'people.sector_id')
            .whereRef('mandates.person_id', '=', 'people.id')
            .where('mandates.starts_at', '<=', now)
            .where('mandates.ends_at', '>', now),
        ),
      ),
    )
    .orderBy(sql`people.first_name COLLATE "fr-x-icu"`)
    .orderBy('entrances.position')
    .execute()
  return rows.map(shown)
}

const registered = (tx: Tx, sectorId: string) =>
  tx
    .selectFrom('residents')
    .innerJoin('people', (join) =>
      join
        .onRef('people.sector_id', '=', 'residents.sector_id')
        .onRef('people.id', '=', 'residents.person_id'),
    )
    .leftJoin('entrances', (join) =>
      join
        .onRef('entrances.sector_id', '=', 'people.sector_id')
        .onRef('entrances.id', '=', 'people.entrance_id'),
    )
    .select([
      'people.id as personId',
      'people.first_name as firstName',
      'people.discreet',
      'entrances.name as entrance',
    ])
    .where('residents.sector_id', '=', sectorId)
    .where('residents.left_at', 'is', null)
    .where('residents.suspended_at', 'is', null)
    .where('people.erased_at', 'is', null)

const shown = (row: {
  personId: string
  firstName: string | null
  discreet: boolean
  entrance: string | null
}): Candidate => ({
  personId: row.personId,
  firstName: row.firstName ?? '',
  entrance: row.discreet ? null : row.entrance,
})
