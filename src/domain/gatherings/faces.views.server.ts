import { sql } from 'kysely'
import type { Tx } from '#platform/db.server.ts'

export type Face = {
  readonly firstName: string
  /** Empty for someone discreet. */
  readonly entrance: string
  readonly householdId: string | null
  readonly claimPending: boolean
  readonly contactGiven: boolean
}
export type Faces = ReadonlyMap<string, Face>

/** First name and entrance of people sitting at one table, for those who see them there: host and witnesses. */
export async function peopleAtTable(tx: Tx, sectorId: string, personIds: readonly string[]): Promise<Faces> {
  if (personIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('people')
    .leftJoin('entrances', (join) =>
      join
        .onRef('entrances.sector_id', '=', 'people.sector_id')
        .onRef('entrances.id', '=', 'people.entrance_id'),
    )
    .select([
      'people.id',
      'people.first_name',
      'people.discreet',
      'people.household_id',
      'entrances.name as entrance',
      sql<boolean>`EXISTS (SELECT 1 FROM household_claims c WHERE c.sector_id = people.sector_id
        AND c.claimant_id = people.id AND c.answered_at IS NULL)`.as('claim_pending'),
      sql<boolean>`EXISTS (SELECT 1 FROM contact_ways w WHERE w.sector_id = people.sector_id
        AND w.person_id = people.id)`.as('contact_given'),
    ])
    .where('people.sector_id', '=', sectorId)
    .where('people.id', 'in', [...personIds])
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      {
        firstName: row.first_name ?? '',
        entrance: row.discreet ? '' : (row.entrance ?? ''),
        householdId: row.household_id,
        claimPending: row.claim_pending,
        contactGiven: row.contact_given,
      },
    ]),
  )
}
