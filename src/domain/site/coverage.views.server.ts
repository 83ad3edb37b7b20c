import { sql } from 'kysely'
import type { Tx } from '#platform/db.server.ts'

export type CoveredEntrance = {
  readonly id: string
  readonly name: string
  readonly dwellings: number
  /** Households with someone registered here; a discreet household counts in no entrance. */
  readonly households: number
}

/** Each entrance with how many of its households are there, and which have nobody yet. Counts only, never who. */
export const coverageOf = (tx: Tx, sectorId: string): Promise<CoveredEntrance[]> =>
  tx
    .selectFrom('entrances')
    .select((select) => [
      'entrances.id',
      'entrances.name',
      'entrances.dwellings',
      select
        .selectFrom('people')
        .innerJoin('residents', (join) =>
          join
            .onRef('residents.sector_id', '=', 'people.sector_id')
            .onRef('residents.person_id', '=', 'people.id'),
        )
        .select(sql<number>`count(DISTINCT people.household_id)::int`.as('count'))
        .whereRef('people.sector_id', '=', 'entrances.sector_id')
        .whereRef('people.entrance_id', '=', 'entrances.id')
        .where('people.discreet', '=', false)
        .where('residents.left_at', 'is', null)
        .$asScalar()
        .$notNull()
        .as('households'),
    ])
    .where('entrances.sector_id', '=', sectorId)
    .orderBy('entrances.position')
    .execute()
