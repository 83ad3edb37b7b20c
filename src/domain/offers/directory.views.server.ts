import { sql } from 'kysely'
import type { Tx } from '#platform/db.server.ts'
import type { Offer } from './directory.ts'

/** Everything offered in the sector by its registered neighbours, except what they paused. */
export const offersOf = (tx: Tx, sectorId: string): Promise<Offer[]> =>
  tx
    .selectFrom('choices')
    .innerJoin('residents', (join) =>
      join
        .onRef('residents.sector_id', '=', 'choices.sector_id')
        .onRef('residents.person_id', '=', 'choices.person_id'),
    )
    .innerJoin('people', (join) =>
      join.onRef('people.sector_id', '=', 'choices.sector_id').onRef('people.id', '=', 'choices.person_id'),
    )
    .leftJoin('entrances', (join) =>
      join
        .onRef('entrances.sector_id', '=', 'people.sector_id')
        .onRef('entrances.id', '=', 'people.entrance_id'),
    )
    .select([
      'choices.idea',
      'choices.detail',
      'people.first_name as firstName',
      'people.discreet',
      sql<boolean>`people.band IS NOT DISTINCT FROM '15-17'`.as('minor'),
      'entrances.name as entrance',
    ])
    .where('choices.sector_id', '=', sectorId)
    .where('choices.offers', '=', true)
    .where('choices.paused_at', 'is', null)
    .where('residents.left_at', 'is', null)
    .where('residents.suspended_at', 'is', null)
    .where('people.erased_at', 'is', null)
    // By first name, so that neither a building nor a date can be read from the order (trust.md T4).
    .orderBy(sql`people.first_name COLLATE "fr-x-icu"`)
    .orderBy('people.id')
    .$narrowType<{ firstName: string }>()
    .execute()
