import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { longestBatch, parseBatch } from './operation.form.ts'
import { hasConflict, nextCounter, settle, wins, type Operation, type Register } from './operation.ts'

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const anOperation = (more: Partial<Operation> = {}): Operation => ({
  id: uuid(1),
  idea: 'cuisine-soupe',
  offers: true,
  wishes: false,
  counter: 1,
  device: 'telephone-a',
  ...more,
})
const operations = fc.array(
  fc.record({
    id: fc.nat(30).map(uuid),
    idea: fc.constantFrom('cuisine-soupe', 'jardin-outils', '__proto__', 'constructor'),
    offers: fc.boolean(),
    wishes: fc.boolean(),
    counter: fc.integer({ min: 1, max: 4 }),
    device: fc.constantFrom('a', 'b', 'page'),
  }),
  { maxLength: 12 },
)
const settled = (before: ReadonlyMap<string, Register>, list: readonly Operation[]) =>
  new Map([...before, ...settle(before, list)])
const sorted = (state: ReadonlyMap<string, Register>) => [...state].sort(([a], [b]) => (a < b ? -1 : 1))

describe('Une coche compte une fois, d’où qu’elle vienne', () => {
  test('le plus grand numéro gagne, puis l’appareil : ni l’heure ni l’ordre d’arrivée', () => {
    const first = anOperation({ counter: 1, offers: true })
    const second = anOperation({ id: uuid(2), counter: 2, offers: false })
    const other = anOperation({ id: uuid(3), counter: 2, device: 'telephone-b', wishes: true })
    expect(wins(second, first)).toBe(true)
    expect(wins(other, second)).toBe(true)
    expect(settle(new Map(), [other, second, first]).get('cuisine-soupe')).toMatchObject({
      wishes: true,
      device: 'telephone-b',
    })
  })

  test('l’ordre d’arrivée ne change rien', () => {
    fc.assert(
      fc.property(
        operations.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        ([list, shuffled]) => {
          expect(sorted(settled(new Map(), shuffled))).toEqual(sorted(settled(new Map(), list)))
        },
      ),
    )
  })

  test('tout rejouer, en une ou plusieurs fois, ne change rien', () => {
    fc.assert(
      fc.property(operations, operations, fc.nat(12), (list, more, cut) => {
        const once = settled(new Map(), list)
        expect(sorted(settled(once, list))).toEqual(sorted(once))
        expect(settle(once, list).size).toBe(0)
        const inParts = settled(settled(new Map(), list.slice(0, cut)), list.slice(cut))
        expect(sorted(inParts)).toEqual(sorted(once))
        expect(sorted(settled(once, more))).toEqual(sorted(settled(settled(new Map(), more), list)))
      }),
    )
  })

  test('seules les idées qui changent sont rendues', () => {
    const before = new Map([['cuisine-soupe', anOperation({ counter: 5 })]])
    expect(settle(before, [anOperation({ counter: 4 })]).size).toBe(0)
    expect([...settle(before, [anOperation({ idea: 'jardin-outils' })]).keys()]).toEqual(['jardin-outils'])
  })

  test('le numéro suivant dépasse tous ceux que l’appareil a vus', () => {
    expect(nextCounter([])).toBe(1)
    expect(nextCounter([3, 9, 4])).toBe(10)
    expect(nextCounter([Number.MAX_SAFE_INTEGER])).toBe(Number.MAX_SAFE_INTEGER)
  })

  test('un même identifiant pour deux gestes différents n’est cru pour aucun', () => {
    const one = anOperation()
    expect(hasConflict([one, { ...one }])).toEqual([])
    expect(hasConflict([one, { ...one, wishes: true }, anOperation({ id: uuid(2) })])).toEqual([uuid(1)])
  })
})

describe('Un envoi est lu en entier, ou pas du tout', () => {
  const read = (sent: unknown) => {
    const batch = parseBatch(sent)
    return batch.ok ? batch.value : batch.reason
  }

  test('ce qui est sain passe, ce qu’on glisse en plus est laissé', () => {
    const sent: unknown = JSON.parse(
      `{"role":"x","operations":[{"id":"0B0E1F00-0000-4000-8000-00000000ABCD","idea":"cuisine-soupe","offers":true,"wishes":false,"counter":1,"device":"telephone-a","person":"autre","__proto__":{"polluted":1}}]}`,
    )
    expect(read(sent)).toEqual([anOperation({ id: '0b0e1f00-0000-4000-8000-00000000abcd' })])
    expect(read({ operations: [] })).toEqual([])
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  test.each<[string, unknown]>([
    ['rien', undefined],
    ['null', null],
    ['une liste nue', [anOperation()]],
    ['un seul geste', { operations: anOperation() }],
    ['un trou', { operations: [null] }],
    ['un identifiant mal formé', { operations: [anOperation({ id: '12' })] }],
    ['une idée qui n’est pas un code', { operations: [anOperation({ idea: '__proto__' })] }],
    ['une idée sans fin', { operations: [anOperation({ idea: 'a'.repeat(65) })] }],
    ['un texte au lieu d’un oui', { operations: [{ ...anOperation(), offers: 'true' }] }],
    ['une liste au lieu d’un texte', { operations: [{ ...anOperation(), idea: ['cuisine-soupe'] }] }],
    [
      'un numéro infini',
      { operations: [JSON.parse(JSON.stringify(anOperation()).replace('"counter":1', '"counter":1e309'))] },
    ],
    ['un numéro qui n’en est pas un', { operations: [anOperation({ counter: NaN })] }],
    ['un numéro nul', { operations: [anOperation({ counter: -0 })] }],
    ['un numéro négatif', { operations: [anOperation({ counter: -1 })] }],
    ['un numéro à virgule', { operations: [anOperation({ counter: 1.5 })] }],
    ['un numéro trop grand pour être sûr', { operations: [anOperation({ counter: 2 ** 53 })] }],
    ['un appareil étrange', { operations: [anOperation({ device: 'A\0' })] }],
  ])('%s est refusé', (_, sent) => expect(read(sent)).toBe('unreadable'))

  test(`${longestBatch} gestes au plus à la fois`, () => {
    const many = (count: number) => ({
      operations: Array.from({ length: count }, (_, i) => anOperation({ id: uuid(i) })),
    })
    expect(read(many(longestBatch))).toHaveLength(longestBatch)
    expect(read(many(longestBatch + 1))).toBe('too-many')
    expect(read({ operations: Array.from({ length: 1_000_000 }) })).toBe('too-many')
  })

  test('n’importe quoi donne un refus, jamais une panne', () => {
    fc.assert(
      fc.property(
        fc.anything(),
        (sent) => typeof read({ operations: sent }) !== 'undefined' && read(sent) !== undefined,
      ),
    )
  })
})
