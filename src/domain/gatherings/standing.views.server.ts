import { sql } from 'kysely'
import type { Tx } from '#platform/db.server.ts'
import { runningMandate } from '#domain/roles/roles.views.server.ts'
import type { Gathering, Seat } from './gathering.ts'
import type { Newcomer, Witness } from './vouch.ts'

/** What the rule needs to know of someone who wants to confirm others at this table. */
export async function witnessOf(
  tx: Tx,
  gathering: Gathering,
  personId: string,
  seats: readonly Seat[],
  now: Date,
): Promise<Witness> {
  const row = await tx
    .selectFrom('people')
    .leftJoin('residents', (join) =>
      join
        .onRef('residents.sector_id', '=', 'people.sector_id')
        .onRef('residents.person_id', '=', 'people.id'),
    )
    .leftJoin('admissions', (join) =>
      join
        .onRef('admissions.sector_id', '=', 'people.sector_id')
        .onRef('admissions.person_id', '=', 'people.id'),
    )
    .select([
      'people.household_id',
      'residents.registered_at',
      'residents.suspended_at',
      'residents.left_at',
      'admissions.kind',
    ])
    .where('people.sector_id', '=', gathering.sectorId)
    .where('people.id', '=', personId)
    .executeTakeFirstOrThrow()
  return {
    personId,
    householdId: row.household_id ?? '',
    sectorId: gathering.sectorId,
    registeredAt: row.registered_at,
    founder: row.kind === 'founding',
    suspended: row.suspended_at !== null || row.left_at !== null,
    mandateId: await runningMandate(tx, gathering.sectorId, personId, now),
    checkedIn: seats.some((seat) => seat.personId === personId && seat.state === 'seated'),
  }
}

/**
 * The newcomer as this witness meets them. Whoever waits for the witness's household to say « oui, nous habitons
 * ensemble » counts as of that household already: the tie may not be used to vouch for one's own.
 */
export async function newcomerFor(
  tx: Tx,
  gathering: Gathering,
  personId: string,
  witness: Witness,
  seats: readonly Seat[],
): Promise<Newcomer | null> {
  const row = await tx
    .selectFrom('people')
    .leftJoin('residents', (join) =>
      join
        .onRef('residents.sector_id', '=', 'people.sector_id')
        .onRef('residents.person_id', '=', 'people.id'),
    )
    .select([
      'people.household_id',
      'residents.registered_at',
      sql<boolean>`EXISTS (
        SELECT 1 FROM household_claims c JOIN people m ON m.sector_id = c.sector_id AND m.id = c.member_id
        WHERE c.sector_id = people.sector_id AND c.claimant_id = people.id AND c.answered_at IS NULL
          AND m.household_id = ${witness.householdId})`.as('claims_household'),
    ])
    .where('people.sector_id', '=', gathering.sectorId)
    .where('people.id', '=', personId)
    .executeTakeFirst()
  if (!row || row.household_id === null) return null
  return {
    personId,
    householdId: row.claims_household ? witness.householdId : row.household_id,
    sectorId: gathering.sectorId,
    seated: seats.some(
      (seat) => seat.personId === personId && seat.state === 'seated' && seat.kind === 'newcomer',
    ),
    registered: row.registered_at !== null,
  }
}
