import { sql } from 'kysely'
import type { Tx } from '#platform/db.server.ts'
import { newId } from '#platform/ids.server.ts'

export type NewPerson = {
  readonly sectorId: string
  readonly firstName: string
  readonly skeleton: string
  readonly entranceId: string
  readonly discreet: boolean
  readonly now: Date
}

export async function insertPerson(tx: Tx, person: NewPerson, householdId: string): Promise<string> {
  const id = newId()
  await tx
    .insertInto('people')
    .values({
      sector_id: person.sectorId,
      id,
      first_name: person.firstName,
      name_skeleton: person.skeleton,
      entrance_id: person.entranceId,
      discreet: person.discreet,
      created_at: person.now,
    })
    .execute()
  await joinHousehold(tx, person.sectorId, id, householdId, person.now)
  return id
}

export async function insertHousehold(tx: Tx, sectorId: string, now: Date): Promise<string> {
  const id = newId()
  await tx.insertInto('households').values({ sector_id: sectorId, id, created_at: now }).execute()
  return id
}

/** Adds a line to the household's history and makes it the person's household of today. */
export async function joinHousehold(
  tx: Tx,
  sectorId: string,
  personId: string,
  householdId: string,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('household_members')
    .values({ sector_id: sectorId, household_id: householdId, person_id: personId, since: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await tx
    .updateTable('people')
    .set({ household_id: householdId })
    .where('sector_id', '=', sectorId)
    .where('id', '=', personId)
    .execute()
}

export async function householdOf(tx: Tx, sectorId: string, personId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('people')
    .select('household_id')
    .where('sector_id', '=', sectorId)
    .where('id', '=', personId)
    .executeTakeFirst()
  return row?.household_id ?? null
}

/** Every trace of someone who declined before being registered; a household left empty goes too. */
export async function deletePerson(tx: Tx, sectorId: string, personId: string): Promise<void> {
  const households = await tx
    .selectFrom('household_members')
    .select('household_id')
    .where('sector_id', '=', sectorId)
    .where('person_id', '=', personId)
    .execute()
  await tx
    .deleteFrom('household_claims')
    .where('sector_id', '=', sectorId)
    .where((where) => where.or([where('claimant_id', '=', personId), where('member_id', '=', personId)]))
    .execute()
  await tx
    .deleteFrom('contact_ways')
    .where('sector_id', '=', sectorId)
    .where('person_id', '=', personId)
    .execute()
  await tx
    .deleteFrom('household_members')
    .where('sector_id', '=', sectorId)
    .where('person_id', '=', personId)
    .execute()
  await tx.deleteFrom('people').where('sector_id', '=', sectorId).where('id', '=', personId).execute()
  for (const { household_id } of households) await deleteEmptyHousehold(tx, sectorId, household_id)
}

async function deleteEmptyHousehold(tx: Tx, sectorId: string, householdId: string): Promise<void> {
  const member = await tx
    .selectFrom('household_members')
    .select('person_id')
    .where('sector_id', '=', sectorId)
    .where('household_id', '=', householdId)
    .executeTakeFirst()
  if (member) return
  await tx.deleteFrom('households').where('sector_id', '=', sectorId).where('id', '=', householdId).execute()
}

/** Skeletons of the first names already borne in the sector, and at its tables. */
export async function nameSkeletons(tx: Tx, sectorId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('people')
    .select('name_skeleton')
    .where('sector_id', '=', sectorId)
    .where('name_skeleton', 'is not', null)
    .execute()
  return rows.flatMap((row) => (row.name_skeleton === null ? [] : [row.name_skeleton]))
}

export async function setBand(
  tx: Tx,
  sectorId: string,
  personId: string,
  band: 'adult' | '15-17',
): Promise<void> {
  await tx
    .updateTable('people')
    .set(band === '15-17' ? { band, discreet: true } : { band })
    .where('sector_id', '=', sectorId)
    .where('id', '=', personId)
    .execute()
}

/** Between 15 and 17 one stays discreet, whatever is asked (trust.md T19). */
export async function setDiscreet(
  tx: Tx,
  sectorId: string,
  personId: string,
  discreet: boolean,
): Promise<void> {
  await tx
    .updateTable('people')
    .set({ discreet: sql<boolean>`${discreet} OR band IS NOT DISTINCT FROM '15-17'` })
    .where('sector_id', '=', sectorId)
    .where('id', '=', personId)
    .execute()
}
