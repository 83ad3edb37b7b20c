import { ok, refused, type Result } from '#platform/result.ts'
import type { Term } from './mandate.ts'

// A companion acts for the association in several sectors. Their own mandate lasts twelve months too, and is
// taken up again by a human act in its last sixty days: by another companion, or by themself when they are the only one.

export type RenewalRefusal = 'not-a-companion' | 'too-early' | 'ask-a-colleague'

const day = 86_400_000
export const renewalDays = 60

/** The twelve months that begin now. */
export function yearFrom(now: Date): Term {
  const endsAt = new Date(now)
  endsAt.setUTCFullYear(endsAt.getUTCFullYear() + 1)
  return { startsAt: now, endsAt }
}

export const nearsItsEnd = (endsAt: Date, now: Date): boolean =>
  endsAt.getTime() - now.getTime() <= renewalDays * day

/** Whether `by` may take up the mandate that ends at `endsAt` for one more year. */
export function renew(
  mandate: { readonly companionId: string; readonly endsAt: Date } | null,
  by: { readonly companionId: string; readonly colleagues: number },
  now: Date,
): Result<Date, RenewalRefusal> {
  if (mandate === null || mandate.endsAt <= now) return refused('not-a-companion')
  if (!nearsItsEnd(mandate.endsAt, now)) return refused('too-early')
  if (mandate.companionId === by.companionId && by.colleagues > 0) return refused('ask-a-colleague')
  return ok(yearFrom(now).endsAt)
}
