// Being pulled along, not dragged: what a phone does when the host moves on. Pure, so that each case is tested;
// the island only carries out what is decided here.

export type Course = {
  readonly pace: 'together' | 'own'
  /** Position of the theme the table is at; null once the sweep is over. */
  readonly table: number | null
  /** Position of the theme this phone shows. */
  readonly shown: number
  readonly seen: ReadonlySet<number>
  readonly total: number
}

/** `away` leaves the sweep, for whatever the table does next. */
export type Goal = number | 'away'
export type Move =
  | { readonly kind: 'stay' }
  | { readonly kind: 'show'; readonly goal: Goal }
  /** Head up with the count of the theme just left, then on. */
  | { readonly kind: 'heads-up'; readonly left: number; readonly then: Goal | null }
  /** « On passe à : Jardin », with « Je finis d'abord ». */
  | { readonly kind: 'moving-on'; readonly goal: Goal }

/** The stream says where the table is now; it may have moved by several themes while this phone was away. */
export function heard(course: Course, table: number | null): { course: Course; move: Move } {
  const moved = { ...course, table }
  if (table === course.table) return { course: moved, move: { kind: 'stay' } }
  if (course.pace === 'own') return { course: moved, move: { kind: 'stay' } }
  const goal = table ?? 'away'
  if (goal === course.shown) return { course: moved, move: { kind: 'show', goal } }
  if (!course.seen.has(course.shown)) return { course: moved, move: { kind: 'moving-on', goal } }
  const left = (table ?? course.total) - 1
  return { course: moved, move: { kind: 'heads-up', left, then: goal } }
}

/** « C'est vu »: heads up until the host moves on; someone who was finishing catches up with the table. */
export function finished(course: Course): { course: Course; move: Move } {
  const after = { ...course, seen: new Set([...course.seen, course.shown]) }
  if (course.pace === 'own') return ownNext(after)
  if (course.table === course.shown)
    return { course: after, move: { kind: 'heads-up', left: course.shown, then: null } }
  return { course: after, move: { kind: 'show', goal: course.table ?? 'away' } }
}

/** At one's own pace: the next theme not seen, after this one, then from the start; all seen, back with the table. */
function ownNext(course: Course): { course: Course; move: Move } {
  const next = Array.from(
    { length: course.total },
    (_, step) => (course.shown + 1 + step) % course.total,
  ).find((position) => !course.seen.has(position))
  if (next !== undefined) return { course, move: { kind: 'show', goal: next } }
  const together: Course = { ...course, pace: 'together', shown: course.table ?? course.shown }
  if (course.table === null) return { course: together, move: { kind: 'show', goal: 'away' } }
  return { course: together, move: { kind: 'heads-up', left: together.shown, then: null } }
}

/** Themes the table has left and this person has not gone through: « À reprendre (2) ». */
export const behind = ({ table, seen, total }: Course): number =>
  Array.from({ length: table ?? total }, (_, position) => position).filter((position) => !seen.has(position))
    .length
