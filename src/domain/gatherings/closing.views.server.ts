import type { Tx } from '#platform/db.server.ts'
import type { Candidate } from './admission.ts'
import type { Gathering } from './gathering.ts'

/** The newcomers of a table who are not registered yet, as the rule of admission looks at them. */
export async function candidatesOf(tx: Tx, gathering: Gathering): Promise<Candidate[]> {
  const rows = await tx
    .selectFrom('seats')
    .innerJoin('people', (join) =>
      join.onRef('people.sector_id', '=', 'seats.sector_id').onRef('people.id', '=', 'seats.person_id'),
    )
    .leftJoin('residents', (join) =>
      join
        .onRef('residents.sector_id', '=', 'people.sector_id')
        .onRef('residents.person_id', '=', 'people.id'),
    )
    .leftJoin('charter_acceptances', (join) =>
      join
        .onRef('charter_acceptances.sector_id', '=', 'people.sector_id')
        .onRef('charter_acceptances.person_id', '=', 'people.id')
        .on('charter_acceptances.charter_version', '=', gathering.charterVersion ?? ''),
    )
    .select(['people.id', 'people.household_id', 'people.band', 'charter_acceptances.charter_version'])
    .where('seats.sector_id', '=', gathering.sectorId)
    .where('seats.gathering_id', '=', gathering.id)
    .where('seats.kind', '=', 'newcomer')
    .where('seats.state', '=', 'seated')
    .where('residents.person_id', 'is', null)
    .orderBy('seats.joined_at')
    .execute()
  return rows.map((row) => ({
    personId: row.id,
    householdId: row.household_id ?? '',
    band: row.band,
    charterVersion: row.charter_version,
  }))
}

/** When these tables closed; one still open is not in the answer. */
export async function closingsOf(
  tx: Tx,
  sectorId: string,
  gatheringIds: readonly string[],
): Promise<Map<string, Date>> {
  const rows = await tx
    .selectFrom('closures')
    .select(['gathering_id', 'closed_at'])
    .where('sector_id', '=', sectorId)
    .where('gathering_id', 'in', [...new Set(gatheringIds)])
    .execute()
  return new Map(rows.map((row) => [row.gathering_id, row.closed_at]))
}
