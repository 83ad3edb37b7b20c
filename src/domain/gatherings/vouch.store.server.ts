import { sql } from 'kysely'
import type { Tx } from '#platform/db.server.ts'

export type KeptVouch = {
  readonly newcomerId: string
  readonly newcomerHouseholdId: string
  readonly witnessId: string
  readonly witnessHouseholdId: string
  readonly gatheringId: string
  readonly kind: 'founding' | 'ordinary'
  readonly mandateId: string | null
}

export async function insertVouch(
  tx: Tx,
  sectorId: string,
  vouch: KeptVouch & { way: 'own-device' | 'host-device'; now: Date },
): Promise<void> {
  await tx
    .insertInto('vouches')
    .values({
      sector_id: sectorId,
      newcomer_id: vouch.newcomerId,
      witness_id: vouch.witnessId,
      gathering_id: vouch.gatheringId,
      kind: vouch.kind,
      newcomer_household_id: vouch.newcomerHouseholdId,
      witness_household_id: vouch.witnessHouseholdId,
      registered_witness_id: vouch.kind === 'founding' ? null : vouch.witnessId,
      mandate_id: vouch.mandateId,
      way: vouch.way,
      given_at: vouch.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function vouchesFor(
  tx: Tx,
  sectorId: string,
  newcomerIds: readonly string[],
): Promise<KeptVouch[]> {
  if (newcomerIds.length === 0) return []
  const rows = await tx
    .selectFrom('vouches')
    .selectAll()
    .where('sector_id', '=', sectorId)
    .where('newcomer_id', 'in', [...newcomerIds])
    .orderBy('given_at')
    .execute()
  return rows.map((row) => ({
    newcomerId: row.newcomer_id,
    newcomerHouseholdId: row.newcomer_household_id,
    witnessId: row.witness_id,
    witnessHouseholdId: row.witness_household_id,
    gatheringId: row.gathering_id,
    kind: row.kind,
    mandateId: row.mandate_id,
  }))
}

/** How many times a witness vouched at this table, and since `monthStart` anywhere in the sector. */
export async function vouchesBy(
  tx: Tx,
  sectorId: string,
  witnessId: string,
  at: { gatheringId: string; monthStart: Date },
): Promise<{ here: number; thisMonth: number }> {
  const row = await tx
    .selectFrom('vouches')
    .select([
      sql<number>`count(*) FILTER (WHERE gathering_id = ${at.gatheringId})::int`.as('here'),
      sql<number>`count(*) FILTER (WHERE given_at >= ${at.monthStart})::int`.as('this_month'),
    ])
    .where('sector_id', '=', sectorId)
    .where('witness_id', '=', witnessId)
    .executeTakeFirstOrThrow()
  return { here: row.here, thisMonth: row.this_month }
}

export async function deleteVouchesFor(tx: Tx, sectorId: string, personId: string): Promise<void> {
  await tx
    .deleteFrom('vouches')
    .where('sector_id', '=', sectorId)
    .where((where) => where.or([where('newcomer_id', '=', personId), where('witness_id', '=', personId)]))
    .execute()
}

/** Vouches that people of this household gave someone who now says they live with them. */
export async function deleteVouchesFrom(
  tx: Tx,
  sectorId: string,
  newcomerId: string,
  householdId: string,
): Promise<void> {
  await tx
    .deleteFrom('vouches')
    .where('sector_id', '=', sectorId)
    .where('newcomer_id', '=', newcomerId)
    .where('witness_household_id', '=', householdId)
    .execute()
}

export async function insertAcceptance(
  tx: Tx,
  sectorId: string,
  acceptance: { personId: string; charterVersion: string; gatheringId: string; now: Date },
): Promise<void> {
  await tx
    .insertInto('charter_acceptances')
    .values({
      sector_id: sectorId,
      person_id: acceptance.personId,
      charter_version: acceptance.charterVersion,
      gathering_id: acceptance.gatheringId,
      accepted_at: acceptance.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Who accepted which charter, among these people. */
export async function acceptances(
  tx: Tx,
  sectorId: string,
  personIds: readonly string[],
): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('charter_acceptances')
    .select(['person_id', 'charter_version'])
    .where('sector_id', '=', sectorId)
    .where('person_id', 'in', [...personIds])
    .orderBy('accepted_at')
    .execute()
  return new Map(rows.map((row) => [row.person_id, row.charter_version]))
}

export async function deleteAcceptances(tx: Tx, sectorId: string, personId: string): Promise<void> {
  await tx
    .deleteFrom('charter_acceptances')
    .where('sector_id', '=', sectorId)
    .where('person_id', '=', personId)
    .execute()
}

export async function insertClosure(
  tx: Tx,
  sectorId: string,
  closure: { gatheringId: string; closedBy: string; newcomers: number; now: Date },
): Promise<void> {
  await tx
    .insertInto('closures')
    .values({
      sector_id: sectorId,
      gathering_id: closure.gatheringId,
      closed_at: closure.now,
      closed_by: closure.closedBy,
      newcomers: closure.newcomers,
    })
    .execute()
}

export type KeptAdmission = {
  readonly personId: string
  readonly householdId: string
  readonly gatheringId: string
  readonly kind: 'founding' | 'ordinary'
  readonly first: KeptVouch
  readonly second: KeptVouch
  readonly charterVersion: string
}

/** The row that makes a resident possible; the database refuses it without two vouches of closed tables. */
export async function insertAdmission(
  tx: Tx,
  sectorId: string,
  admission: KeptAdmission,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('admissions')
    .values({
      sector_id: sectorId,
      person_id: admission.personId,
      household_id: admission.householdId,
      gathering_id: admission.gatheringId,
      kind: admission.kind,
      first_witness_id: admission.first.witnessId,
      first_household_id: admission.first.witnessHouseholdId,
      first_gathering_id: admission.first.gatheringId,
      first_mandate_id: admission.first.mandateId,
      second_witness_id: admission.second.witnessId,
      second_household_id: admission.second.witnessHouseholdId,
      second_gathering_id: admission.second.gatheringId,
      charter_version: admission.charterVersion,
      admitted_at: now,
    })
    .execute()
}
