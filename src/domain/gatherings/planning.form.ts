import * as v from 'valibot'

// What a host types to plan a table. Hours are those of Paris, whatever the machine's clock says.

export type PlanField = 'day' | 'hour' | 'place' | 'shelter'
export type PlanProblem = {
  readonly field: PlanField
  readonly problem: 'missing' | 'not-a-date' | 'not-an-hour' | 'too-long'
}
export type TypedPlan = Record<PlanField, string>

const line = v.pipe(v.optional(v.string(), ''), v.trim())
// On screen and in what is posted, fields have French names.
const shape = v.pipe(
  v.object({ jour: line, heure: line, lieu: line, abri: line }),
  v.transform(({ jour, heure, lieu, abri }): TypedPlan => ({
    day: jour,
    hour: heure,
    place: lieu,
    shelter: abri,
  })),
)

/** Reads the posted fields; `typed` comes back whatever happens, so that nothing has to be typed twice. */
export function parsePlan(body: unknown): {
  typed: TypedPlan
  problems: PlanProblem[]
  plan: { plannedFor: Date; place: string; shelter: string } | null
} {
  const read = v.safeParse(shape, body)
  const typed: TypedPlan = read.success ? read.output : { day: '', hour: '', place: '', shelter: '' }
  const plannedFor = momentInParis(typed.day, typed.hour)
  const problems = problemsOf(typed, plannedFor)
  return {
    typed,
    problems,
    plan:
      problems.length > 0 || plannedFor === null
        ? null
        : { plannedFor, place: typed.place, shelter: typed.shelter },
  }
}

function problemsOf(typed: TypedPlan, plannedFor: Date | null): PlanProblem[] {
  const problems: PlanProblem[] = []
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed.day)) problems.push({ field: 'day', problem: 'not-a-date' })
  if (!/^\d{2}:\d{2}$/.test(typed.hour)) problems.push({ field: 'hour', problem: 'not-an-hour' })
  if (problems.length === 0 && plannedFor === null) problems.push({ field: 'day', problem: 'not-a-date' })
  for (const field of ['place', 'shelter'] as const) {
    if (typed[field].length < 3) problems.push({ field, problem: 'missing' })
    else if (typed[field].length > 80) problems.push({ field, problem: 'too-long' })
  }
  return problems
}

const parisClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Paris',
  dateStyle: 'short',
  timeStyle: 'short',
})

/** The moment of a day and hour in Paris; null when it does not exist (30 February, or the hour skipped in spring). */
export function momentInParis(day: string, hour: string): Date | null {
  const asIfUtc = new Date(`${day}T${hour}:00Z`)
  if (Number.isNaN(asIfUtc.getTime())) return null
  for (const offset of [1, 2]) {
    const candidate = new Date(asIfUtc.getTime() - offset * 3600 * 1000)
    if (parisClock.format(candidate) === `${day} ${hour}`) return candidate
  }
  return null
}
