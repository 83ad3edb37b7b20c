import { ok, refused, type Result } from '#platform/result.ts'

// A sector is a neighbourhood one crosses in slippers: 100 to 500 dwellings, a residence or a few streets.
// It is made of entrances — a stairwell, a building or a stretch of street — each with its number of dwellings.
// We never hold a door, a floor or a flat.

/** The association's own marks: fewer, and there are not enough ideas; more, and one no longer walks. */
export const size = { least: 100, most: 500, reason: 10 } as const
/** Above this a list of entrances is a mistake of pasting, and no longer fits on a phone at the table. */
export const entranceLimits = { most: 80, dwellings: 500, name: 60 } as const

export type EntrancePlan = { readonly name: string; readonly dwellings: number }
export type SectorPlan = {
  readonly name: string
  readonly commune: string
  readonly sizeReason: string | null
  readonly entrances: readonly EntrancePlan[]
}
export type SectorRefusal =
  | 'not-a-companion'
  | 'demonstration'
  | 'no-entrance'
  | 'too-many-entrances'
  | 'same-entrance-twice'
  | 'too-few-dwellings'
  | 'too-many-dwellings'
  | 'reason-too-short'

/** A sector may open when its entrances are known and its size is right, or a reason is written. */
export function planSector(plan: SectorPlan): Result<SectorPlan, SectorRefusal> {
  if (plan.entrances.length === 0) return refused('no-entrance')
  if (plan.entrances.length > entranceLimits.most) return refused('too-many-entrances')
  if (new Set(plan.entrances.map(({ name }) => entranceKey(name))).size < plan.entrances.length)
    return refused('same-entrance-twice')
  return rightSize(plan)
}

/** Two entrances written alike but for capitals, spaces or the form of their accents are one. */
export const entranceKey = (name: string): string =>
  name.normalize('NFC').toLocaleLowerCase('fr').replace(/\s+/g, ' ').trim()

export const dwellingsOf = (entrances: readonly EntrancePlan[]): number =>
  entrances.reduce((total, entrance) => total + entrance.dwellings, 0)

function rightSize(plan: SectorPlan): Result<SectorPlan, SectorRefusal> {
  const total = dwellingsOf(plan.entrances)
  if (total >= size.least && total <= size.most) return ok({ ...plan, sizeReason: null })
  if (plan.sizeReason === null)
    return refused(total < size.least ? 'too-few-dwellings' : 'too-many-dwellings')
  return plan.sizeReason.trim().length < size.reason ? refused('reason-too-short') : ok(plan)
}

/** The sector's place in addresses: « Le Cerisier » is le-cerisier, a second one le-cerisier-2. */
export function slugFor(name: string, taken: ReadonlySet<string>): string {
  const base = slug(name) || 'secteur'
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? base : `${base}-${number}`
    if (!taken.has(candidate)) return candidate
  }
}

const ligatures: Record<string, string> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd' }

const slug = (name: string): string =>
  name
    .toLocaleLowerCase('fr')
    .replace(/[œæßøłđ]/g, (letter) => ligatures[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
    .replace(/^-|-$/g, '')
