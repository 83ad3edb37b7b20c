import { ok, refused, type Result } from '#platform/result.ts'

// A mandate makes a registered neighbour a host of their sector: it has a start, an end that is said aloud,
// twelve months at most, and is given by someone of the association, never by oneself. It runs out by itself.

export type MandateRefusal =
  | 'not-accompanying'
  | 'to-oneself'
  | 'not-registered'
  | 'left'
  | 'suspended'
  | 'no-such-day'
  | 'already-over'
  | 'too-long'
  | 'already-host'
export type EndingRefusal = 'not-accompanying' | 'not-host' | 'last-host'

/** What is known of the person when the mandate is asked for. */
export type Standing = {
  readonly registered: boolean
  readonly left: boolean
  readonly suspended: boolean
  readonly hostUntil: Date | null
  /** The companion who gives the mandate enters with the same address. */
  readonly oneself: boolean
}
export type Term = { readonly startsAt: Date; readonly endsAt: Date }

/** Gives a mandate from now to the evening of a day written « 2027-06-30 ». */
export function mandateUntil(
  standing: Standing | null,
  lastDay: string,
  now: Date,
): Result<Term, MandateRefusal> {
  if (standing === null || !standing.registered) return refused('not-registered')
  if (standing.oneself) return refused('to-oneself')
  if (standing.left) return refused('left')
  if (standing.suspended) return refused('suspended')
  const endsAt = eveningOf(lastDay)
  if (endsAt === null) return refused('no-such-day')
  if (endsAt <= now) return refused('already-over')
  if (lastDay > latestDay(now)) return refused('too-long')
  if (standing.hostUntil !== null && standing.hostUntil >= endsAt) return refused('already-host')
  return ok({ startsAt: now, endsAt })
}

/** The last day a mandate given now may cover: the eve of the same day a year later. */
export function latestDay(now: Date): string {
  const [year, month] = [now.getUTCFullYear() + 1, now.getUTCMonth()]
  const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  const sameDay = Math.min(now.getUTCDate(), lastOfMonth) // a mandate given on 29 February counts from the 28th
  return new Date(Date.UTC(year, month, sameDay - 1)).toISOString().slice(0, 10)
}

// The evening is 22 h in universal time, so that no change of hour ever carries a mandate past twelve months.
function eveningOf(day: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null
  const evening = new Date(`${day}T22:00:00.000Z`)
  return Number.isNaN(evening.getTime()) || evening.toISOString().slice(0, 10) !== day ? null : evening
}

/** A host may be thanked before the end; the last one stays until another is named. */
export function mayEnd(hosts: readonly string[], personId: string): Result<null, EndingRefusal> {
  if (!hosts.includes(personId)) return refused('not-host')
  return hosts.some((host) => host !== personId) ? ok(null) : refused('last-host')
}

/** A group of one tires, and nobody replaces an absent host: the association wants two at least. */
export const teamAdvice = (hosts: number): 'nobody-yet' | 'alone' | null =>
  hosts === 0 ? 'nobody-yet' : hosts === 1 ? 'alone' : null
