import fc from 'fast-check'
import { expect, test } from 'vitest'
import { admitAll } from './admission.ts'
import { vouch, type Vouch } from './vouch.ts'

// A sector lived at random: people sit, confirm one another, decline, move in together, tables close, weeks go by.
// Whatever happens, the rules must leave a chain of meetings from each registered neighbour to the founders.

const day = 24 * 3600 * 1000
const everyone = Array.from({ length: 7 }, (_, i) => i)
const person = fc.constantFrom(...everyone)
const act = fc.oneof(
  { weight: 60, arbitrary: fc.record({ act: fc.constant('vouch' as const), who: person, other: person }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('decline' as const), who: person, other: person }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('move' as const), who: person, other: person }) },
  { weight: 8, arbitrary: fc.record({ act: fc.constant('mandate' as const), who: person, other: person }) },
)
const table = fc.record({
  present: fc.subarray(everyone, { minLength: 3 }),
  acts: fc.array(act, { minLength: 40, maxLength: 150, size: 'max' }),
  daysAfter: fc.integer({ min: 1, max: 60 }),
})
type Table = typeof table extends fc.Arbitrary<infer T> ? T : never
type Neighbour = { at: Date; founder: boolean; by: readonly Vouch[] }
type Sector = {
  openedAt: Date
  homes: Map<number, number>
  hosts: Set<number>
  neighbours: Map<string, Neighbour>
  vouches: Vouch[]
  closings: Map<string, Date>
}

function live(tables: readonly Table[]): Sector {
  let now = new Date('2026-01-01T10:00:00Z')
  const sector: Sector = {
    openedAt: now,
    homes: new Map(everyone.map((who) => [who, who])),
    hosts: new Set(),
    neighbours: new Map(),
    vouches: [],
    closings: new Map(),
  }
  for (const [number, one] of tables.entries()) {
    holdTable(sector, one, number, now)
    now = new Date(now.getTime() + one.daysAfter * day)
  }
  return sector
}

function holdTable(sector: Sector, { present, acts }: Table, number: number, openedAt: Date): void {
  const kind = number === 0 ? ('founding' as const) : ('ordinary' as const)
  const here = { id: `table ${number}`, sectorId: 's', kind, openedAt }
  const seated = new Set(present)
  const now = new Date(openedAt.getTime() + 3600 * 1000)
  for (const { act, who, other } of acts) {
    if (act === 'vouch') tryVouch(sector, here, seated, who, other, now)
    if (act === 'move') sector.homes.set(who, other)
    if (act === 'mandate' && sector.neighbours.has(`${who}`)) sector.hosts.add(who)
    if (act === 'decline' && !sector.neighbours.has(`${who}`)) {
      seated.delete(who)
      sector.vouches = sector.vouches.filter(
        (one) => one.newcomerId !== `${who}` && one.witnessId !== `${who}`,
      )
    }
  }
  sector.closings.set(here.id, now)
  const candidates = [...seated]
    .filter((who) => !sector.neighbours.has(`${who}`))
    .map((who) => ({ ...faceOf(sector, who), band: 'adult' as const, charterVersion: 'c' }))
  for (const [who, decision] of admitAll(candidates, sector.vouches, { ...here, closings: sector.closings }))
    if (decision.ok) {
      const by = [decision.value.first, decision.value.second]
      sector.neighbours.set(who, { at: now, founder: kind === 'founding', by })
    }
}

const faceOf = (sector: Sector, who: number) => ({
  personId: `${who}`,
  householdId: `foyer ${sector.homes.get(who) ?? who}`,
  sectorId: 's',
})

function tryVouch(
  sector: Sector,
  here: { id: string; sectorId: string; kind: 'founding' | 'ordinary'; openedAt: Date },
  seated: ReadonlySet<number>,
  who: number,
  other: number,
  now: Date,
): void {
  const known = sector.neighbours.get(`${who}`)
  const given = sector.vouches.filter((one) => one.witnessId === `${who}`)
  const decision = vouch(
    {
      ...faceOf(sector, who),
      registeredAt: known?.at ?? null,
      founder: known?.founder ?? false,
      suspended: false,
      mandateId: sector.hosts.has(who) ? `mandat ${who}` : null,
      checkedIn: seated.has(who),
    },
    { ...faceOf(sector, other), seated: seated.has(other), registered: sector.neighbours.has(`${other}`) },
    {
      table: here,
      sectorOpenedAt: sector.openedAt,
      here: given.filter((one) => one.gatheringId === here.id).length,
      thisMonth: 0,
      already: given.some((one) => one.newcomerId === `${other}`),
      code: null,
    },
    now,
  )
  if (decision.ok) sector.vouches.push(decision.value)
}

/** Whether each line of witnesses, followed upward, comes to a founder without passing twice at one place. */
function reachesFounders(sector: Sector, who: string, below: readonly string[] = []): boolean {
  const known = sector.neighbours.get(who)
  if (known === undefined || below.includes(who)) return false
  return known.founder || known.by.every((one) => reachesFounders(sector, one.witnessId, [...below, who]))
}

test('de chaque voisin inscrit, une chaîne de rencontres mène aux fondateurs, sans boucle', () => {
  const met = { founders: 0, later: 0 }
  fc.assert(
    fc.property(fc.array(table, { minLength: 2, maxLength: 7, size: 'max' }), (tables) => {
      const sector = live(tables)
      for (const [who, known] of sector.neighbours) {
        expect(reachesFounders(sector, who)).toBe(true)
        const [first, second] = known.by
        expect(
          new Set([first?.witnessHouseholdId, second?.witnessHouseholdId, first?.newcomerHouseholdId]).size,
        ).toBe(3)
        for (const one of known.by) expect(sector.neighbours.has(one.witnessId)).toBe(true)
        if (!known.founder) expect(first?.mandateId).not.toBeNull()
        if (known.founder) met.founders += 1
        else met.later += 1
      }
    }),
    { numRuns: 600 },
  )
  // The property says nothing if nobody ever gets in.
  expect(met.founders).toBeGreaterThan(500)
  expect(met.later).toBeGreaterThan(200)
})
