import type { Tx } from '#platform/db.server.ts'
import {
  deletePerson,
  householdOf,
  insertHousehold,
  insertPerson,
  joinHousehold,
  nameSkeletons,
  setBand,
  setDiscreet,
  type NewPerson,
} from './person.store.server.ts'
import { keepContact, ownContact, type KeptContact, type Way } from './contact.store.server.ts'

// What the table may do to people. Each runs inside the transaction of the act that calls it,
// which decides, and writes the journal line.

export { householdOf, keepContact, nameSkeletons, ownContact, setBand, setDiscreet }
export type { KeptContact, Way }

/** A person takes a seat: they exist from now on, in a household of their own until said otherwise. */
export async function seatPerson(
  tx: Tx,
  person: NewPerson,
): Promise<{ personId: string; householdId: string }> {
  const householdId = await insertHousehold(tx, person.sectorId, person.now)
  const personId = await insertPerson(tx, person, householdId)
  return { personId, householdId }
}

/** « Qui habite ensemble ? » The earlier household stays in the history. */
export const liveTogether = joinHousehold

/** Someone who declines, or is under fifteen, leaves nothing behind. */
export const forgetPerson = deletePerson

/** « J'habite avec Paul »: pending until Paul says yes (trust.md T3). */
export async function claimHousehold(
  tx: Tx,
  sectorId: string,
  claim: { claimantId: string; memberId: string; now: Date },
): Promise<void> {
  await tx
    .insertInto('household_claims')
    .values({
      sector_id: sectorId,
      claimant_id: claim.claimantId,
      member_id: claim.memberId,
      asked_at: claim.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The member's answer; a yes moves the claimant into the member's household. */
export async function answerHouseholdClaim(
  tx: Tx,
  sectorId: string,
  answer: { claimantId: string; memberId: string; accepted: boolean; now: Date },
): Promise<'answered' | 'no-such-claim'> {
  const { numUpdatedRows } = await tx
    .updateTable('household_claims')
    .set({ accepted: answer.accepted, answered_at: answer.now })
    .where('sector_id', '=', sectorId)
    .where('claimant_id', '=', answer.claimantId)
    .where('member_id', '=', answer.memberId)
    .where('answered_at', 'is', null)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) return 'no-such-claim'
  if (answer.accepted) {
    const member = await tx
      .selectFrom('people')
      .select('household_id')
      .where('sector_id', '=', sectorId)
      .where('id', '=', answer.memberId)
      .executeTakeFirstOrThrow()
    if (member.household_id !== null)
      await joinHousehold(tx, sectorId, answer.claimantId, member.household_id, answer.now)
  }
  return 'answered'
}

/** Whether this person has been admitted, whatever became of them since. */
export async function isRegistered(tx: Tx, sectorId: string, personId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('residents')
    .select('person_id')
    .where('sector_id', '=', sectorId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row !== undefined
}

/** From the closing of the table on, a registered neighbour. The admission row must already stand. */
export async function registerResident(tx: Tx, sectorId: string, personId: string, now: Date): Promise<void> {
  await tx
    .insertInto('residents')
    .values({ sector_id: sectorId, person_id: personId, registered_at: now })
    .execute()
}
