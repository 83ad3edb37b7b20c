import { ok, refused, type Result } from '#platform/result.ts'

// Planning a table takes a date, a place in the open and a shelter; the first of its duties is to be findable.

export type Plan = { readonly plannedFor: Date; readonly place: string; readonly shelter: string }
export type PlanRefusal = 'in-the-past' | 'too-far' | 'not-host' | 'not-companion' | 'already-founded'

const DAY = 24 * 3600 * 1000

/** A date is accepted from today's morning on (a table may be noted while it is being laid) to six months ahead. */
export function plan(wish: Plan, now: Date): Result<Plan, PlanRefusal> {
  if (wish.plannedFor.getTime() < now.getTime() - DAY / 2) return refused('in-the-past')
  if (wish.plannedFor.getTime() > now.getTime() + 183 * DAY) return refused('too-far')
  return ok(wish)
}
