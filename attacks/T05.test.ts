import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ResidentViewer } from '#domain/access/viewer.ts'
import { keepContact } from '#domain/residents/residents.acts.server.ts'
import { touchDirectory } from '#domain/sectors/directory-version.acts.server.ts'
import { currentCatalogue } from '#domain/ideas/ideas.acts.server.ts'
import { fr } from '#ui/typography.ts'
import { withSector } from '#platform/db.server.ts'
import { enter, person } from '#seeds/le-cerisier.ts'
import { founders, secondTable } from '#seeds/neighbours.ts'
import { openSite, type Browser, type Site } from '../tests/site.ts'
import { aWorld } from './world.ts'

// T5: someone looks for the lonely, the old or the young in what neighbours read of one another. There is nothing to
// sort or filter by, and what protects a person is not to be seen in any page.

const world = aWorld()
let site: Site
let reader: Browser
const canary = { phone: '+33687654321', email: 'rosa.cachee@exemple.fr' }

beforeAll(async () => {
  site = await openSite()
  const { sectorId, people } = world()
  await withSector({ personId: null }, sectorId, async (tx) => {
    const tom = person(people, 'Tom')
    await tx
      .updateTable('people')
      .set({ band: '15-17', discreet: true })
      .where('id', '=', tom.personId)
      .execute()
    const rosa = person(people, 'Rosa')
    const contact = { way: 'appel', ...canary, firstLink: false } as const
    await keepContact(tx, sectorId, rosa.personId, contact)
    await touchDirectory(tx, sectorId)
  })
  reader = await as(person(people, 'Paul'))
}, 60_000)
afterAll(() => site.close())

async function as(resident: ResidentViewer): Promise<Browser> {
  const browser = site.browser()
  browser.cookies.set('__Host-coopere', await enter(resident))
  return browser
}
const offers = (query = ''): string => `/secteurs/${world().slug}/offres${query}`
const page = async (url: string): Promise<string> => {
  const answer = await reader.get(url)
  expect(answer.statusCode, url).toBe(200)
  return answer.body
}

/** Each line about a person: whole, first name, letter of the entrance, detail. */
const peopleIn = (html: string): [string, string, string | undefined, string | undefined][] =>
  [
    ...html
      .replace(/[\u00a0\u202f]/g, ' ')
      .matchAll(/<li><b>([^<]+)<\/b>(?:, entrée (.))?(?:<span class="petit"> : ([^<]+)<\/span>)?.*?<\/li>/g),
  ].map(([line, name = '', entrance, detail]) => [line, name, entrance, detail])

describe('T5 · rien ne se trie ni ne se filtre, que par thème', () => {
  test.each([
    'age',
    'tri',
    'sort',
    'order',
    'orderBy',
    'order_by',
    'direction',
    'filtre',
    'filter',
    'entree',
    'entrance',
    'entrance_id',
    'person',
    'personne',
    'prenom',
    'q',
    'limit',
    'limite',
    'offset',
    'page',
    'cursor',
    'depuis',
    'since',
    'band',
    'discreet',
    'discret',
    'seul',
    'alone',
    'handicap',
    'health',
    'sante',
    'sexe',
    'genre',
    'famille',
    'ideal_pour',
    'idealFor',
    'risk',
    'wishes',
    'envies',
    'paused',
    'isHost',
    'protected',
    'theme2',
    'Theme',
    'THEME',
    'theme ',
    '__proto__',
    'constructor',
  ])('« ?%s= » est refusé, avec ou sans thème', async (name) => {
    const field = `${encodeURIComponent(name)}=1`
    for (const query of [`?${field}`, `?theme=cuisine&${field}`]) {
      const answer = await reader.get(offers(query))
      expect(answer.statusCode, query).toBe(400)
      expect(answer.body.includes('idee-nom')).toBe(false)
    }
  })

  test.each([
    'theme=cuisine&theme=jardin',
    'theme[]=cuisine',
    'theme[a]=b',
    'theme=cuisine,jardin',
    'theme=*',
    'theme=%25',
    "theme=' OR 1=1--",
  ])('un thème mal écrit (%s) ne montre rien', async (query) => {
    const answer = await reader.get(offers(`?${query}`))
    expect([400, 404]).toContain(answer.statusCode)
    expect(answer.body.includes('idee-nom')).toBe(false)
  })

  test('le même thème donne la même page à tous les voisins, au signe près', async () => {
    const other = await as(person(world().people, 'Rosa'))
    for (const query of ['', '?theme=cuisine', '?theme=entraide'])
      expect((await other.get(offers(query))).body === (await page(offers(query))), query).toBe(true)
  })

  test('dans une idée, les prénoms suivent l’alphabet : ni l’entrée, ni l’âge, ni l’ancienneté', async () => {
    const shared = [...(await page(offers())).matchAll(/<ul>(<li><b>.*?<\/li>)<\/ul>/g)].map(
      ([, list = '']) => [...list.matchAll(/<b>([^<]+)<\/b>/g)].map(([, name = '']) => name),
    )
    expect(shared.some((names) => names.length > 1)).toBe(true)
    for (const names of shared)
      expect(names).toEqual([...names].sort((one, other) => one.localeCompare(other, 'fr')))
  })
})

describe('T5 · ce qui protège une personne ne se voit nulle part', () => {
  const themes = [
    '',
    '?theme=cuisine',
    '?theme=enfants',
    '?theme=entraide',
    '?theme=jardin',
    '?theme=trajets',
    '?theme=quartier',
  ]
  const everyPage = async () => (await Promise.all(themes.map((query) => page(offers(query))))).join('\n')

  test('une ligne dit un prénom, l’entrée que la personne montre, sa précision, et rien d’autre', async () => {
    const known = [...founders, ...secondTable]
    const people = peopleIn(await everyPage())
    expect(people.length).toBeGreaterThan(100)
    for (const [line, name, entrance, detail] of people) {
      const who = known.find(({ firstName }) => firstName === name)
      expect(who, line).toBeDefined()
      expect(
        line.replace(/^<li><b>[^<]+<\/b>(, entrée [A-F])?(<span class="petit"> : [^<]+<\/span>)?<\/li>$/, ''),
        line,
      ).toBe('')
      if (entrance !== undefined)
        expect(entrance, line).toBe(who?.entrance.toLowerCase().slice(-1).toUpperCase())
      if (detail !== undefined) expect(Object.values(who?.details ?? {}), line).toContain(detail)
    }
  })

  test('ni tranche d’âge, ni date, ni identifiant, pas même caché dans la page', async () => {
    const html = await everyPage()
    const found = (sign: RegExp) => html.match(sign)?.[0] ?? null
    expect(found(/15-17|15 à 17|data-(?!theme|size)[a-z-]+=/)).toBeNull()
    expect(found(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}/)).toBeNull()
    expect(
      found(
        /\b20\d\d-\d\d|\b\d{1,2} (janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\b/,
      ),
    ).toBeNull()
    expect(found(/<!--(?!\[)/)).toBeNull()
  })

  test('ni adresse, ni numéro, ni façon de joindre', async () => {
    const html = await everyPage()
    for (const secret of [
      canary.phone,
      '687654321',
      '06 87 65',
      canary.email,
      '@exemple.fr',
      'contact',
      'mot dans la boîte',
    ])
      expect(html.includes(secret), secret).toBe(false)
  })

  test('un voisin de 15 à 17 ans se lit comme un adulte discret : même ligne, même silence', async () => {
    const people = peopleIn(await everyPage())
    for (const name of ['Tom', 'Mina']) {
      expect(
        people.some(([, who]) => who === name),
        name,
      ).toBe(true)
      expect(
        people.filter(([, who, entrance]) => who === name && entrance !== undefined),
        name,
      ).toEqual([])
    }
  })

  test('et ce qui porte un risque n’est pas proposé par lui', async () => {
    const tom = secondTable.find(({ firstName }) => firstName === 'Tom')
    const { ideas } = await currentCatalogue()
    const risky = new Set(ideas.flatMap(({ code, risk }) => (risk === 'none' ? [] : [code])))
    const calm = tom?.offers.filter((code) => !risky.has(code)) ?? []
    expect(calm.length).toBeLessThan(tom?.offers.length ?? 0)
    expect(peopleIn(await page(offers())).filter(([, who]) => who === 'Tom')).toHaveLength(calm.length)
  })

  test('aucune envie n’est lisible par un autre que soi', async () => {
    const everyOffer = new Set([...founders, ...secondTable].flatMap((one) => one.offers))
    const onlyWished = [...founders, ...secondTable]
      .flatMap((one) => one.wishes)
      .filter((code) => !everyOffer.has(code))
    expect(onlyWished.length).toBeGreaterThan(3)
    const html = await everyPage()
    for (const { code, phrase } of (await currentCatalogue()).ideas)
      if (onlyWished.includes(code)) expect(html.includes(fr(phrase)), code).toBe(false)
      else if (code === 'bricolage-perceuse') expect(html.includes(fr(phrase))).toBe(true) // phrases are found as written
  })

  test('« Mes choix » ne montre que les siens, quoi qu’on ajoute à l’adresse', async () => {
    const mine = `/secteurs/${world().slug}/mes-choix`
    const html = await page(mine)
    const rosa = person(world().people, 'Rosa').personId
    for (const query of [`?personne=${rosa}`, `?person_id=${rosa}`, `?id=${rosa}`])
      expect((await page(mine + query)) === html, query).toBe(true)
    expect(html.match(/Rosa|Jeanne|Aïcha/)).toBeNull()
  })
})
