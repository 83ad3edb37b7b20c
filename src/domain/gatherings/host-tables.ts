// What a host follows from table to table: who still lacks what to be registered, which entrances nobody has
// come from yet, and what to do next. Numbers are marks on a path, never scores.

/** The association's own marks: about 200 offers make a sector live, and ten newcomers bring about a hundred. */
export const marks = { offers: 200, offersOfATable: 100, rosterDays: 30 } as const

export type Lack = 'contact' | 'charter' | 'two-witnesses' | 'one-witness' | 'team-witness'

/** How far one newcomer is from being registered. */
export type Progress = {
  readonly contactGiven: boolean
  readonly charterAccepted: boolean
  /** Households of neighbours that confirmed, and whether one of them belongs to the host team. */
  readonly vouches: number
  readonly vouchedByTeam: boolean
}

/** What is missing, in the order in which it is easiest to put right. */
export function lacksOf(progress: Progress, kind: 'founding' | 'ordinary'): Lack[] {
  const lacks: Lack[] = []
  if (!progress.contactGiven) lacks.push('contact')
  if (!progress.charterAccepted) lacks.push('charter')
  const witness = witnessLack(progress, kind)
  return witness === null ? lacks : [...lacks, witness]
}

/** « Il manque un voisin pour Théo »: one of the two belongs to the host team, save at the founding table. */
export function witnessLack(
  { vouches, vouchedByTeam }: Pick<Progress, 'vouches' | 'vouchedByTeam'>,
  kind: 'founding' | 'ordinary',
): Extract<Lack, `${string}witness${string}`> | null {
  if (vouches === 0) return 'two-witnesses'
  if (kind === 'ordinary' && !vouchedByTeam) return 'team-witness'
  return vouches === 1 ? 'one-witness' : null
}

/** The names of a table are read for thirty days, then only its numbers. */
export const rosterUntil = (closedAt: Date): Date =>
  new Date(closedAt.getTime() + marks.rosterDays * 86_400_000)

export type Need = {
  readonly offers: number
  readonly quietEntrances: readonly string[]
  readonly tableAhead: boolean
}
export type NextToDo = 'pick-a-date' | 'visit-entrances' | 'one-more-table' | 'keep-the-cafe'

/** At most two things to do next, the first one first. */
export function nextToDo({ offers, quietEntrances, tableAhead }: Need): NextToDo[] {
  const wanting = offers < marks.offers || quietEntrances.length > 0
  if (!wanting) return ['keep-the-cafe']
  const steps: NextToDo[] = []
  if (!tableAhead) steps.push('pick-a-date')
  if (quietEntrances.length > 0) steps.push('visit-entrances')
  if (offers < marks.offers) steps.push('one-more-table')
  return steps.slice(0, 2)
}
