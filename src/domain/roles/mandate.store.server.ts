import { sql } from 'kysely'
import type { Tx } from '#platform/db.server.ts'
import { newId } from '#platform/ids.server.ts'
import type { Standing, Term } from './mandate.ts'

/** What is known of someone for whom a mandate is asked; the row is locked, so that they cannot leave meanwhile. */
export async function standingOf(
  tx: Tx,
  { sectorId, personId, companionId }: { sectorId: string; personId: string; companionId: string },
  now: Date,
): Promise<Standing | null> {
  const resident = await tx
    .selectFrom('residents')
    .select(['left_at', 'suspended_at'])
    .where('sector_id', '=', sectorId)
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirst()
  if (!resident) return null
  return {
    registered: true,
    left: resident.left_at !== null,
    suspended: resident.suspended_at !== null,
    hostUntil: await hostUntil(tx, sectorId, personId, now),
    oneself: await sharesAnAddress(tx, sectorId, personId, companionId),
  }
}

async function hostUntil(tx: Tx, sectorId: string, personId: string, now: Date): Promise<Date | null> {
  const row = await tx
    .selectFrom('mandates')
    .select('ends_at')
    .where('sector_id', '=', sectorId)
    .where('person_id', '=', personId)
    .where('ends_at', '>', now)
    .orderBy('ends_at', 'desc')
    .executeTakeFirst()
  return row?.ends_at ?? null
}

async function sharesAnAddress(
  tx: Tx,
  sectorId: string,
  personId: string,
  companionId: string,
): Promise<boolean> {
  const row = await tx
    .selectFrom('account_people')
    .innerJoin('companions', 'companions.account_id', 'account_people.account_id')
    .select('companions.id')
    .where('account_people.sector_id', '=', sectorId)
    .where('account_people.person_id', '=', personId)
    .where('companions.id', '=', companionId)
    .executeTakeFirst()
  return row !== undefined
}

export async function insertMandate(
  tx: Tx,
  sectorId: string,
  mandate: Term & { readonly personId: string; readonly givenBy: string },
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('mandates')
    .values({
      sector_id: sectorId,
      id,
      person_id: mandate.personId,
      starts_at: mandate.startsAt,
      ends_at: mandate.endsAt,
      given_by: mandate.givenBy,
    })
    .execute()
  return id
}

/** Changes of one host team wait for each other, so that the last two hosts cannot be thanked at once. */
export const lockTeam = async (tx: Tx, sectorId: string): Promise<void> => {
  await sql`SELECT pg_advisory_xact_lock(hashtext('coopere-team'), hashtext(${sectorId}))`.execute(tx)
}

/** Ends now whatever mandate of this person still runs. */
export async function endMandatesOf(tx: Tx, sectorId: string, personId: string, now: Date): Promise<void> {
  await tx
    .updateTable('mandates')
    .set({ ends_at: now })
    .where('sector_id', '=', sectorId)
    .where('person_id', '=', personId)
    .where('starts_at', '<', now)
    .where('ends_at', '>', now)
    .execute()
}
