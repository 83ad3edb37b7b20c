import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseCatalogue } from '#domain/ideas/catalogue.form.ts'
import { countTheme, harvest, isRecountDue, type IdeaTicks } from './counts.ts'

const ticks = (
  idea: string,
  offers: number,
  wishes: number,
  people = Math.max(offers, wishes),
): IdeaTicks => ({
  idea,
  offers,
  wishes,
  people,
})

describe('Un seul nombre par thème, propositions et envies ensemble', () => {
  const kitchen = ['cuisine-soupe', 'cuisine-pain']
  const all = [ticks('cuisine-soupe', 2, 1), ticks('cuisine-pain', 0, 3), ticks('jardin-outils', 5, 5)]

  test('on additionne les deux mains, pour les idées du thème seulement', () =>
    expect(countTheme(kitchen, all, 9)).toEqual({ ticks: 6, finished: 9, shown: true }))

  test('il se montre à partir de trois personnes qui ont fini', () => {
    expect(countTheme(kitchen, all, 2).shown).toBe(false)
    expect(countTheme(kitchen, all, 3).shown).toBe(true)
    expect(countTheme([], [], 3)).toEqual({ ticks: 0, finished: 3, shown: true })
  })

  test('une fois montré, il ne bouge que si deux personnes au moins ont changé d’avis', () => {
    expect([0, 1, 2, 3].map(isRecountDue)).toEqual([false, false, true, true])
  })
})

describe('La récolte', () => {
  const idea = (code: string, risk: 'none' | 'sante' | 'argent' | 'enfants' = 'none') => ({
    code,
    phrase: `phrase ${code}`,
    risk,
  })

  test('dit combien d’offres et combien d’envies', () =>
    expect(harvest([], [ticks('a', 2, 1), ticks('b', 0, 3)])).toEqual({ offers: 2, wishes: 4, shared: [] }))

  test('montre au plus trois idées, à partir de trois personnes, les plus partagées d’abord', () => {
    const ideas = ['a', 'b', 'c', 'd', 'e'].map((code) => idea(code))
    const many = [
      ticks('a', 3, 0),
      ticks('b', 1, 1, 2),
      ticks('c', 2, 4, 5),
      ticks('d', 3, 0),
      ticks('e', 3, 0),
    ]
    expect(harvest(ideas, many).shared).toEqual(['phrase c', 'phrase a', 'phrase d'])
  })

  test('ne montre rien qui touche à la santé ou à l’argent', () => {
    const ideas = [idea('a', 'sante'), idea('b', 'argent'), idea('c', 'enfants')]
    expect(harvest(ideas, [ticks('a', 9, 0), ticks('b', 9, 0), ticks('c', 3, 0)]).shared).toEqual([
      'phrase c',
    ])
  })

  test('ne montre jamais une idée que moins de trois personnes ont cochée', () => {
    const some = fc.array(
      fc.record({
        idea: fc.constantFrom('a', 'b', 'c', 'd'),
        offers: fc.nat(9),
        wishes: fc.nat(9),
        people: fc.nat(9),
      }),
    )
    fc.assert(
      fc.property(some, (all) => {
        const { shared } = harvest(
          ['a', 'b', 'c', 'd'].map((code) => idea(code)),
          all,
        )
        expect(shared.length).toBeLessThanOrEqual(3)
        for (const phrase of shared)
          expect(all.filter((one) => `phrase ${one.idea}` === phrase).some((one) => one.people >= 3)).toBe(
            true,
          )
      }),
    )
  })
})

describe('La table d’essai « Douze à table », calculée depuis le catalogue', () => {
  const files = import.meta.glob<string>('../../../data/*.csv', {
    query: '?raw',
    import: 'default',
    eager: true,
  })
  const read = parseCatalogue(
    Object.fromEntries(Object.entries(files).map(([path, text]) => [path.split('/').at(-1) ?? '', text])),
  )
  const ideas = read.ok ? read.value.ideas : []
  const offers = (row: number, k: number) => (row + k) % 15 === 0
  const wishes = (row: number, k: number) => (row + 3 * k) % 23 === 0
  const everyone = [1, 2, 3, 4, 5, 6, 7, 8, 9]
  const counted = (people: number[]): IdeaTicks[] =>
    ideas.map(({ code }, i) => {
      const who = (hand: (row: number, k: number) => boolean) => people.filter((k) => hand(i + 1, k)).length
      const any = people.filter((k) => offers(i + 1, k) || wishes(i + 1, k)).length
      return ticks(code, who(offers), who(wishes), any)
    })

  test('neuf nouveaux font 110 propositions et 73 envies, et aucune idée n’en réunit trois', () =>
    expect(harvest(ideas, counted(everyone))).toEqual({ offers: 110, wishes: 73, shared: [] }))

  test('sans Odette, 98 et 65', () =>
    expect(harvest(ideas, counted(everyone.filter((k) => k !== 5)))).toMatchObject({
      offers: 98,
      wishes: 65,
    }))
})
