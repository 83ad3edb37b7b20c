import { describe, expect, test } from 'vitest'
import type { Catalogue } from '#domain/ideas/catalogue.ts'
import { formCodes, riskCodes } from '#domain/ideas/catalogue.ts'
import { parseChange, parseTick } from './my-choices.form.ts'
import { decideDetails, mayGiveOwnIdea, mostOwnIdeas, myChoicesOf, type KeptLine } from './my-choices.ts'
import { changedSince, myChoicesRefusals, offersTitle, wishesTitle } from './my-choices.words.ts'

const line = (idea: string, more: Partial<KeptLine> = {}): KeptLine => ({
  idea,
  offers: true,
  wishes: false,
  detail: null,
  pausedAt: null,
  ...more,
})
const idea = (code: string, risk: 'none' | 'sante' = 'none') => ({
  theme: 'jardin',
  code,
  phrase: `phrase de ${code}`,
  form: 'pret' as const,
  question: 'Quel matériel ?',
  idealFor: ['tous'] as const,
  reciprocity: 'offer-wish' as const,
  season: 'toute' as const,
  length: 'les-deux' as const,
  risk,
})
const catalogue: Catalogue = {
  themes: [{ code: 'jardin', name: 'Jardin', hook: '', colour: '#166534', pictogram: 'sprout' }],
  ideas: [idea('jardin-outils'), idea('jardin-taille', 'sante')],
  forms: formCodes.map((code) => ({ code, name: code, definition: '', offerFormula: '', wishFormula: '' })),
  risks: riskCodes.map((code) => ({ code, title: code, advice: `conseil ${code}` })),
}

describe('Mes choix se lisent dans l’ordre du catalogue', () => {
  test('ce que je propose, ce que j’aimerais, et le conseil quand une idée porte un risque', () => {
    const mine = myChoicesOf(
      catalogue,
      [
        line('jardin-taille', { pausedAt: new Date(0), wishes: true }),
        line('jardin-outils', { detail: 'Une bêche' }),
        line('jardin-disparue'),
      ],
      [{ id: '1', text: 'une chorale' }],
    )
    expect(mine.offers.map(({ code, detail, paused }) => [code, detail, paused])).toEqual([
      ['jardin-outils', 'Une bêche', false],
      ['jardin-taille', null, true],
    ])
    expect(mine.wishes.map(({ code }) => code)).toEqual(['jardin-taille'])
    expect(mine.offers.map(({ advice }) => advice?.advice ?? null)).toEqual([null, 'conseil sante'])
    expect(mine.own).toHaveLength(1)
  })

  test('une idée à soi de plus, jusqu’à vingt', () => {
    const own = Array.from({ length: mostOwnIdeas }, (_, i) => ({ id: String(i), text: 'une idée' }))
    expect(mayGiveOwnIdea(own.slice(1))).toBe(true)
    expect(mayGiveOwnIdea(own)).toBe(false)
  })
})

describe('Deux appareils ouverts sur la même page ne s’effacent pas l’un l’autre', () => {
  const kept = [line('jardin-outils', { detail: 'Une bêche' })]

  test('ce qui n’a pas changé depuis se garde', () => {
    const typed = { idea: 'jardin-outils', before: 'Une bêche', after: 'Une bêche et un râteau' }
    expect(decideDetails(kept, [typed])).toEqual({ ok: true, value: [typed] })
  })

  test('ce qui a changé depuis n’est pas remplacé : les deux textes reviennent, et rien n’est gardé', () => {
    const other = { idea: 'jardin-taille', before: null, after: 'Les haies' }
    const typed = { idea: 'jardin-outils', before: 'Une pelle', after: 'Un râteau' }
    expect(decideDetails([...kept, line('jardin-taille')], [other, typed])).toEqual({
      ok: false,
      reason: 'changed-since',
      clashes: [{ idea: 'jardin-outils', kept: 'Une bêche', typed: 'Un râteau' }],
    })
  })

  test('écrire deux fois la même chose, ou n’avoir touché à rien, ne gêne personne', () => {
    const same = { idea: 'jardin-outils', before: 'Une pelle', after: 'Une bêche' }
    const untouched = { idea: 'jardin-outils', before: 'Une pelle', after: 'Une pelle' }
    expect(decideDetails(kept, [same, untouched])).toEqual({ ok: true, value: [] })
  })

  test('une précision écrite pour une offre enlevée entre-temps n’est pas perdue en silence', () => {
    const decision = decideDetails(
      [line('jardin-outils', { offers: false })],
      [{ idea: 'jardin-outils', before: null, after: 'Un râteau' }],
    )
    expect(decision).toMatchObject({ ok: false, clashes: [{ kept: null, typed: 'Un râteau' }] })
  })
})

describe('Un seul envoi porte tout ce qui a été écrit', () => {
  test('quel que soit le bouton, les précisions partent avec lui', () => {
    const read = parseChange({
      'detail:jardin-outils': ' Une  bêche ',
      'avant:jardin-outils': '',
      idee: 'une chorale',
      faire: 'pause:jardin-taille',
    })
    expect(read.change).toEqual({
      details: [{ idea: 'jardin-outils', before: null, after: 'Une bêche' }],
      ownIdea: 'une chorale',
      press: { kind: 'pause', idea: 'jardin-taille' },
    })
  })

  test('une précision refusée garde ce qui a été écrit, et rien n’est changé', () => {
    const read = parseChange({ 'detail:jardin-outils': '12 € la journée', faire: 'garder' })
    expect(read.change).toBeNull()
    expect(read.problems.get('jardin-outils')).toBe('price')
    expect(read.typed.get('jardin-outils')).toBe('12 € la journée')
    expect(parseChange({ idee: 'des cours à 20 €' }).ideaProblem).toBe('price')
  })

  test('ce qu’on enlève n’a plus besoin de précision', () => {
    const read = parseChange({ 'detail:jardin-outils': '12 €', faire: 'enlever-offre:jardin-outils' })
    expect(read.change).toEqual({
      details: [],
      ownIdea: null,
      press: { kind: 'drop', idea: 'jardin-outils', hand: 'offers' },
    })
    expect(
      parseChange({ 'detail:jardin-outils': '12 €', faire: 'enlever-envie:jardin-outils' }).change,
    ).toBeNull()
  })

  test.each([
    '',
    'autre:chose',
    'pause:',
    "pause:jardin' --",
    'enlever-idee:12',
    'pause:JARDIN',
    '__proto__',
  ])('un bouton inconnu (%j) ne fait rien', (faire) => expect(parseChange({ faire }).change).toBeNull())

  test('des listes, des nombres ou des champs en trop ne sont pas du texte', () => {
    const odd = {
      'detail:jardin-outils': ['a', 'b'],
      'detail:../x': 'a',
      role: 'host',
      idee: { $gt: '' },
      __proto__: { x: 1 },
    }
    expect(parseChange(odd).change).toEqual({
      details: [{ idea: 'jardin-outils', before: null, after: null }],
      ownIdea: null,
      press: { kind: 'keep' },
    })
  })

  test('une case touchée deux fois sur la même page dit deux fois la même chose', () => {
    expect(parseTick({ tick: 'jardin-outils:offer', shown: '' })).toEqual({
      idea: 'jardin-outils',
      hand: 'offers',
      on: true,
    })
    const lit = { tick: 'jardin-outils:wish', shown: 'jardin-taille:offer jardin-outils:wish' }
    expect(parseTick(lit)).toEqual({ idea: 'jardin-outils', hand: 'wishes', on: false })
    for (const tick of ['', 'jardin-outils', 'jardin-outils:both', 'a:offer:b', 7])
      expect(parseTick({ tick })).toBeNull()
  })
})

test('les titres se disent au singulier comme au pluriel, et chaque refus a sa phrase', () => {
  expect([0, 1, 12].map(offersTitle)[2]).toBe('12 choses que vous proposez')
  expect([0, 1, 8].map(wishesTitle)[1]).toBe('Une chose que vous aimeriez')
  for (const sentence of [...Object.values(myChoicesRefusals), changedSince])
    expect(sentence).not.toMatch(/utilisateur|profil|connexion|compte\b|erreur|formulaire/i)
})
