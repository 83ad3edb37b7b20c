import { ok, refused, type Result } from '#platform/result.ts'
import type { Gathering } from './gathering.ts'
import { settings } from './settings.ts'
import type { Vouch } from './vouch.ts'

// From the closing on, a newcomer is registered when two neighbours of two other households have confirmed having
// met them, one of them of the host team. At the founding table nobody is registered yet: founders confirm one another.

export type AdmissionRefusal =
  | 'not-closed'
  | 'charter-not-accepted'
  | 'age-unsaid'
  | 'no-witness'
  | 'one-witness'
  | 'one-household'
  | 'no-host-witness'

export type Candidate = {
  readonly personId: string
  readonly householdId: string
  readonly band: 'adult' | '15-17' | null
  readonly charterVersion: string | null
}

export type ClosingTable = {
  readonly id: string
  readonly kind: Gathering['kind']
  /** When this table and the earlier ones of the vouches closed; a table still open is not in it. */
  readonly closings: ReadonlyMap<string, Date>
}

export type Admission = {
  readonly personId: string
  readonly householdId: string
  readonly gatheringId: string
  readonly kind: Gathering['kind']
  /** At an ordinary table, a vouch by someone of the host team. */
  readonly first: Vouch
  readonly second: Vouch
  readonly charterVersion: string
}

type Decision = Result<Admission, AdmissionRefusal>

/** Whether this newcomer is registered by the closing of this table. */
export function admit(newcomer: Candidate, vouches: readonly Vouch[], table: ClosingTable): Decision {
  if (!table.closings.has(table.id)) return refused('not-closed')
  if (newcomer.charterVersion === null) return refused('charter-not-accepted')
  if (newcomer.band === null) return refused('age-unsaid')
  const pair = pairOf(
    vouches.filter((one) => counts(one, newcomer, table)),
    table.kind,
  )
  if (!pair.ok) return pair
  const { personId, householdId, charterVersion } = newcomer
  return ok({ personId, householdId, gatheringId: table.id, kind: table.kind, charterVersion, ...pair.value })
}

/**
 * The decisions of one closing. A founder who is not admitted confirms nobody: at the founding table the others
 * are looked at again without their vouches, until nothing changes.
 */
export function admitAll(
  newcomers: readonly Candidate[],
  vouches: readonly Vouch[],
  table: ClosingTable,
): Map<string, Decision> {
  let standing = vouches
  for (;;) {
    const decisions = new Map(newcomers.map((one) => [one.personId, admit(one, standing, table)]))
    if (table.kind === 'ordinary') return decisions
    const still = standing.filter((one) => decisions.get(one.witnessId)?.ok)
    if (still.length === standing.length) return decisions
    standing = still
  }
}

// A vouch holds for the household of that day, once its table has closed, and for the month around this closing.
// Those of a founding table hold at it only: later on, witnesses are registered neighbours.
function counts(vouch: Vouch, newcomer: Candidate, table: ClosingTable): boolean {
  const closedAt = table.closings.get(vouch.gatheringId)
  const now = table.closings.get(table.id)
  if (closedAt === undefined || now === undefined) return false
  const age = Math.abs(now.getTime() - closedAt.getTime())
  return (
    vouch.kind === table.kind &&
    vouch.newcomerId === newcomer.personId &&
    vouch.newcomerHouseholdId === newcomer.householdId &&
    vouch.witnessId !== newcomer.personId &&
    vouch.witnessHouseholdId !== newcomer.householdId &&
    age <= settings.daysForSecondWitness.value * 24 * 3600 * 1000
  )
}

function pairOf(
  vouches: readonly Vouch[],
  kind: Gathering['kind'],
): Result<{ first: Vouch; second: Vouch }, AdmissionRefusal> {
  const byHosts = kind === 'founding' ? vouches : vouches.filter((one) => one.mandateId !== null)
  for (const first of byHosts) {
    const second = vouches.find((one) => isOfAnotherHousehold(one, first))
    if (second) return ok({ first, second })
  }
  if (vouches.length < settings.witnesses.value)
    return refused(vouches.length === 0 ? 'no-witness' : 'one-witness')
  return refused(byHosts.length === 0 ? 'no-host-witness' : 'one-household')
}

const isOfAnotherHousehold = (one: Vouch, other: Vouch): boolean =>
  one.witnessId !== other.witnessId && one.witnessHouseholdId !== other.witnessHouseholdId
