import { ok, refused, type Result } from '#platform/result.ts'
import type { Gathering } from './gathering.ts'
import { isOverdue } from './gathering.life.ts'
import { settings } from './settings.ts'

// « J'étais à cette table avec cette personne. » Two neighbours of two other households say it, each in person.
// They vouch for having met, and for nothing else.

export type VouchRefusal =
  | 'code-locked'
  | 'wrong-code'
  | 'self'
  | 'other-sector'
  | 'suspended'
  | 'not-checked-in'
  | 'declined'
  | 'not-seated'
  | 'already-registered'
  | 'same-household'
  | 'not-registered-before-opening'
  | 'too-recent'
  | 'already'
  | 'eight-already-here'
  | 'twenty-this-month'
  | 'too-late'

export type Witness = {
  readonly personId: string
  readonly householdId: string
  readonly sectorId: string
  /** Null for someone who is not registered: a founder at the founding table. */
  readonly registeredAt: Date | null
  readonly founder: boolean
  readonly suspended: boolean
  /** The host mandate that runs now, if any. */
  readonly mandateId: string | null
  readonly checkedIn: boolean
}

export type Newcomer = {
  readonly personId: string
  readonly householdId: string
  readonly sectorId: string
  readonly seated: boolean
  readonly registered: boolean
}

export type VouchFacts = {
  readonly table: Pick<Gathering, 'id' | 'sectorId' | 'kind'> & { readonly openedAt: Date }
  readonly sectorOpenedAt: Date
  /** How many people this witness has confirmed already, at this table and over thirty days. */
  readonly here: number
  readonly thisMonth: number
  readonly already: boolean
  /** On the host's device, what became of the four digits; null on the witness's own. */
  readonly code: { readonly right: boolean; readonly wrongBefore: number } | null
}

export type Vouch = {
  readonly newcomerId: string
  readonly newcomerHouseholdId: string
  readonly witnessId: string
  readonly witnessHouseholdId: string
  readonly gatheringId: string
  readonly kind: Gathering['kind']
  readonly mandateId: string | null
}

/** One witness for one newcomer; `newcomer` is null when they declined meanwhile, and left nothing behind. */
export function vouch(
  witness: Witness,
  newcomer: Newcomer | null,
  facts: VouchFacts,
  now: Date,
): Result<Vouch, VouchRefusal> {
  if (newcomer === null) return refused(codeRefusal(facts) ?? 'declined')
  const reason =
    codeRefusal(facts) ??
    meetingRefusal(witness, newcomer, facts) ??
    (facts.table.kind === 'ordinary' ? standingRefusal(witness, facts, now) : null) ??
    measureRefusal(facts, now)
  if (reason !== null) return refused(reason)
  return ok({
    newcomerId: newcomer.personId,
    newcomerHouseholdId: newcomer.householdId,
    witnessId: witness.personId,
    witnessHouseholdId: witness.householdId,
    gatheringId: facts.table.id,
    kind: facts.table.kind,
    mandateId: witness.mandateId,
  })
}

// First of all, so that nobody learns anything by tapping in someone else's name.
function codeRefusal({ code }: VouchFacts): VouchRefusal | null {
  if (code === null) return null
  if (code.wrongBefore >= settings.mostWrongCodes.value) return 'code-locked'
  return code.right ? null : 'wrong-code'
}

function meetingRefusal(witness: Witness, newcomer: Newcomer, { table }: VouchFacts): VouchRefusal | null {
  if (witness.personId === newcomer.personId) return 'self'
  if (witness.sectorId !== table.sectorId || newcomer.sectorId !== table.sectorId) return 'other-sector'
  if (witness.suspended) return 'suspended'
  if (!witness.checkedIn) return 'not-checked-in'
  if (!newcomer.seated) return 'not-seated'
  if (newcomer.registered) return 'already-registered'
  return witness.householdId === newcomer.householdId ? 'same-household' : null
}

const day = 24 * 3600 * 1000

function standingRefusal(witness: Witness, facts: VouchFacts, now: Date): VouchRefusal | null {
  const { registeredAt } = witness
  if (registeredAt === null || registeredAt >= facts.table.openedAt) return 'not-registered-before-opening'
  const sectorAge = now.getTime() - facts.sectorOpenedAt.getTime()
  if (witness.founder || sectorAge < settings.youngSectorDays.value * day) return null
  const seniority = now.getTime() - registeredAt.getTime()
  return seniority < settings.daysBeforeVouching.value * day ? 'too-recent' : null
}

function measureRefusal(facts: VouchFacts, now: Date): VouchRefusal | null {
  if (isOverdue(facts.table.openedAt, now)) return 'too-late'
  if (facts.already) return 'already'
  if (facts.here >= settings.mostVouchesHere.value) return 'eight-already-here'
  return facts.thisMonth >= settings.mostVouchesMonth.value ? 'twenty-this-month' : null
}
