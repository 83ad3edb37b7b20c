import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Catalogue, FormCode, RiskCode } from '#domain/ideas/catalogue.ts'
import { formCodes, riskCodes } from '#domain/ideas/catalogue.ts'
import { directoryOf, hidesEntrance, type Offer } from './directory.ts'
import { atEntrance, directoryTitle, offerCount } from './directory.words.ts'

const idea = (theme: string, name: string, form: FormCode, risk: RiskCode = 'none') => ({
  theme,
  code: `${theme}-${name}`,
  phrase: `${name} de ${theme}`,
  form,
  question: null,
  idealFor: ['tous'] as const,
  reciprocity: form === 'activite-commune' ? ('together' as const) : ('offer-wish' as const),
  season: 'toute' as const,
  length: 'les-deux' as const,
  risk,
})
const theme = (code: string) => ({ code, name: code, hook: code, colour: '#B91C1C', pictogram: 'baby' })
const catalogue: Catalogue = {
  themes: [theme('cuisine'), theme('jardin')],
  ideas: [
    idea('cuisine', 'oeuf', 'don'),
    idea('cuisine', 'soupe', 'activite-commune'),
    idea('cuisine', 'appareil', 'pret'),
    idea('jardin', 'chat', 'veille', 'domicile'),
    idea('jardin', 'taille', 'coup-de-main', 'sante'),
  ],
  forms: formCodes.map((code) => ({
    code,
    name: code,
    definition: '',
    offerFormula: `Je ${code}`,
    wishFormula: '',
  })),
  risks: riskCodes.map((code) => ({ code, title: code, advice: `conseil ${code}` })),
}
const offer = (code: string, more: Partial<Offer> = {}): Offer => ({
  idea: code,
  firstName: 'Paul',
  entrance: 'Entrée B',
  discreet: false,
  minor: false,
  detail: null,
  ...more,
})
const read = (...offers: Offer[]) => directoryOf(catalogue, offers)
const entrancesShown = (...offers: Offer[]) =>
  read(...offers).themes.flatMap(({ ideas }) =>
    ideas.flatMap(({ offerers }) => offerers.map((who) => who.entrance)),
  )

test('les offres suivent l’ordre du catalogue, thème par thème, et se comptent', () => {
  const directory = read(
    offer('jardin-taille'),
    offer('cuisine-soupe'),
    offer('cuisine-oeuf'),
    offer('cuisine-oeuf', { firstName: 'Aïcha' }),
  )
  expect(directory.themes.map(({ theme: { code }, count }) => [code, count])).toEqual([
    ['cuisine', 3],
    ['jardin', 1],
  ])
  expect(directory.total).toBe(4)
  expect(directory.themes[0]?.ideas.map(({ code }) => code)).toEqual(['cuisine-oeuf', 'cuisine-soupe'])
  expect(directory.themes[0]?.ideas[0]?.offerers.map(({ firstName }) => firstName)).toEqual(['Paul', 'Aïcha'])
})

test('chaque idée se dit comme la dirait la personne : « Je peux lancer » quand on le fait à plusieurs', () => {
  const ideas = read(offer('cuisine-oeuf'), offer('cuisine-soupe')).themes[0]?.ideas
  expect(ideas?.map(({ formula, together }) => [formula, together])).toEqual([
    ['Je don', false],
    ['Je peux lancer', true],
  ])
})

test('un prêt, un accueil ou une veille ne disent jamais l’entrée', () => {
  expect(entrancesShown(offer('cuisine-oeuf'))).toEqual(['Entrée B'])
  expect(entrancesShown(offer('cuisine-appareil'), offer('jardin-chat'))).toEqual([null, null])
  expect(formCodes.filter((form) => hidesEntrance({ form }))).toEqual(['pret', 'accueil', 'veille'])
})

test('qui reste discret n’a pas d’entrée affichée', () => {
  expect(entrancesShown(offer('cuisine-oeuf', { discreet: true }))).toEqual([null])
})

test('entre 15 et 17 ans, ni entrée, ni idée qui porte un risque', () => {
  const minor = { minor: true, discreet: false }
  expect(entrancesShown(offer('cuisine-oeuf', minor))).toEqual([null])
  expect(read(offer('jardin-taille', minor), offer('jardin-chat', minor)).total).toBe(0)
})

test('une idée retirée du catalogue n’est plus affichée, et ne se compte plus', () => {
  expect(read(offer('cuisine-disparue'), offer('cuisine-oeuf')).total).toBe(1)
})

test('les conseils d’une première fois sont ceux des idées affichées, et d’elles seules', () => {
  const advice = (...offers: Offer[]) =>
    read(...offers).themes.flatMap((one) => one.advice.map(({ code }) => code))
  expect(advice(offer('cuisine-oeuf'))).toEqual([])
  expect(advice(offer('jardin-taille'), offer('jardin-chat'))).toEqual(['domicile', 'sante'])
})

test('quoi qu’on y mette, la liste ne garde que des prénoms, des entrées permises et des précisions', () => {
  const offers = fc.array(
    fc.record({
      idea: fc.constantFrom(...catalogue.ideas.map(({ code }) => code), 'inconnue'),
      firstName: fc.string(),
      entrance: fc.option(fc.string()),
      discreet: fc.boolean(),
      minor: fc.boolean(),
      detail: fc.option(fc.string()),
    }),
  )
  fc.assert(
    fc.property(offers, (rows) => {
      const directory = directoryOf(catalogue, rows)
      const shown = directory.themes.flatMap(({ ideas }) => ideas.flatMap(({ offerers }) => offerers))
      expect(shown).toHaveLength(directory.total)
      for (const who of shown) expect(Object.keys(who)).toEqual(['firstName', 'entrance', 'detail'])
      const open = rows.filter((row) => !row.discreet && !row.minor)
      for (const who of shown)
        if (who.entrance !== null) expect(open.some((row) => row.entrance === who.entrance)).toBe(true)
    }),
  )
})

test('une entrée se lit après un prénom, un nom propre garde sa capitale', () => {
  expect(atEntrance('Entrée B')).toBe('entrée B')
  expect(atEntrance('Rue des Lilas')).toBe('rue des Lilas')
  expect(atEntrance('Le Clos 3')).toBe('Le Clos 3')
  expect(atEntrance('Courcelles')).toBe('Courcelles')
})

test('le titre dit ce qu’il y a déjà', () => {
  expect([0, 1, 203].map(directoryTitle)).toEqual([
    'Par ici, tout commence',
    'Par ici, il y a déjà une offre',
    'Par ici, il y a déjà 203 offres',
  ])
  expect([0, 1, 24].map(offerCount)).toEqual(['0 offre', '1 offre', '24 offres'])
})
