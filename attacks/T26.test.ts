import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSeatSession } from '#domain/access/session.acts.server.ts'
import { approveGathering, planGathering } from '#domain/gatherings/planning.acts.server.ts'
import { clock } from '#platform/clock.ts'
import { outsideSectors, ownerConnection } from '#platform/db.server.ts'
import { newId } from '#platform/ids.server.ts'
import { enter, person, type World } from '#seeds/le-cerisier.ts'
import { given } from '#seeds/round-the-table.ts'
import { addresses, crowd, lasting, portOf, visit, type Answer, type Asker } from '../tests/crawl.ts'
import { freshDatabase } from '../tests/fresh-database.ts'
import { openSite, type Browser, type Site } from '../tests/site.ts'
import { nadiasTable } from './world.ts'

// T26: someone writes code where a first name, a detail or a place belongs. It stays text: in every page, for
// everyone who may see it, and in every letter.

const poisons = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  `' onmouseover='alert(1)' x='`,
  '" onfocus="alert(1)" autofocus x="',
  '</textarea></title><script>alert(1)</script>',
  '<a href="javascript:alert(1)">ici</a>',
  '{{7*7}}${7*7}<%=7*7%>',
  '<!--<style>*{display:none}</style>',
  '&lt;b&gt;<b>gras</b>&#60;script&#62;',
]
const override = '\u202e'

let site: Site
let world: World
let askers: readonly Asker[]
let pages: (Answer & { url: string; by: string })[] = []

await freshDatabase()
beforeAll(async () => {
  site = await openSite()
  const gathered = await crowd()
  world = gathered.world
  askers = gathered.askers
  await announceATable()
  await poisonEveryText()
  const port = await portOf(site.app)
  const values = { slug: world.slug, table: world.nextGathering, seat: gathered.seatId, code: 'cuisine' }
  for (const asker of askers)
    for (const url of [
      ...addresses(site.app, 'GET', values),
      `/secteurs/${world.slug}/offres?theme=bricolage`,
    ])
      pages.push({ ...(await visit(port, url, asker)), url, by: asker.name })
  for (const asker of askers)
    for (const url of lasting(addresses(site.app, 'POST', values)))
      pages.push({
        ...(await visit(port, url, asker, { method: 'POST', body: 'rien=1' })),
        url,
        by: asker.name,
      })
  pages = pages.filter(({ headers }) => String(headers['content-type']).startsWith('text/html'))
}, 120_000)
afterAll(() => site.close())

/** A table that the public site announces. */
async function announceATable(): Promise<void> {
  const plannedFor = new Date(clock.now().getTime() + 7 * 24 * 3600_000)
  const planned = await planGathering(person(world.people, 'Nadia'), {
    plannedFor,
    place: 'Le banc',
    shelter: 'Hall B',
  })
  given(await approveGathering(world.companion, world.sectorId, given(planned)))
}

// Every column where people write, whatever form it came through: what a form lets pass today, an import may tomorrow.
const written: readonly (readonly [table: string, column: string])[] = [
  ['people', 'first_name'],
  ['seats', 'first_name'],
  ['entrances', 'name'],
  ['choices', 'detail'],
  ['own_ideas', 'text'],
  ['sectors', 'name'],
  ['sectors', 'commune'],
  ['public_sectors', 'name'],
  ['public_sectors', 'commune'],
  ['gatherings', 'place'],
  ['gatherings', 'shelter'],
  ['public_gatherings', 'sector_name'],
  ['public_gatherings', 'commune'],
  ['public_gatherings', 'place'],
  ['public_gatherings', 'shelter'],
  ['companions', 'name'],
  ['association', 'name'],
]

async function poisonEveryText(): Promise<void> {
  const client = new pg.Client(ownerConnection())
  await client.connect()
  try {
    for (const [table, column] of written)
      await client.query(
        `UPDATE ${table} SET ${column} = n.text FROM (
           SELECT ctid AS at, ($1::text[])[1 + (row_number() OVER (ORDER BY ctid))::int % cardinality($1::text[])]
             || row_number() OVER (ORDER BY ctid) AS text FROM ${table} WHERE ${column} IS NOT NULL) n
         WHERE ${table}.ctid = n.at`,
        [poisons],
      )
    await client.query('UPDATE sectors SET directory_version = directory_version + 1')
  } finally {
    await client.end()
  }
}

/** The tags of a page, outside the text between them: what a browser makes elements of. */
const tagsOf = (html: string): string[] => html.match(/<[a-zA-Z!/](?:[^>"']|"[^"]*"|'[^']*')*>/g) ?? []

describe('T26 · du code écrit à la place d’un texte', () => {
  test('arrive bien jusqu’aux pages, à la table, chez l’hôte et chez les voisins', () => {
    const carrying = pages.filter(
      ({ body }) => body.includes('&lt;script>alert(1)') || body.includes('&lt;img src=x'),
    )
    for (const place of ['/secteurs/', '/pupitre', '/a-table', '/accompagnement', '/mes-choix'])
      expect(
        carrying.some(({ url }) => url.includes(place)),
        place,
      ).toBe(true)
    expect(carrying.some(({ url }) => url === '/')).toBe(true)
  })

  test('n’y devient jamais un élément, un attribut ni un lien', () => {
    const faults = pages.flatMap(({ url, by, body }) =>
      tagsOf(body)
        .filter(
          (tag) =>
            /\son[a-z]+\s*=/i.test(tag.replace(/"[^"]*"/g, '""')) ||
            /^<(iframe|object|embed|style|base)\b/i.test(tag) ||
            /(?:href|src|action)="\s*(?:javascript|data):/i.test(tag) ||
            (/^<script\b/i.test(tag) && !/ src="\/assets\//.test(tag)) ||
            (/^<img\b/i.test(tag) && !/ src="\/assets\//.test(tag)) ||
            /^<!--/.test(tag),
        )
        .map((tag) => [by, url, tag.slice(0, 120)]),
    )
    expect(faults.slice(0, 5)).toEqual([])
  })

  test('n’est ni calculé, ni traduit deux fois', () => {
    const calculated = pages.filter(
      ({ body }) => />[^<]*\b49\b[^<]*\$\{?7\*7/.test(body) || body.includes('{{49}}'),
    )
    expect(calculated.map(({ url }) => url)).toEqual([])
    const once = pages.filter(({ body }) => body.includes('{{7*7}}${7*7}&lt;%=7*7%'))
    expect(once.length).toBeGreaterThan(0)
    const undone = pages.filter(
      ({ body }) => body.includes('&lt;b&gt;&lt;b>gras') || body.includes('&lt;b&gt;<b>'),
    )
    expect(undone.map(({ url }) => url)).toEqual([])
  })

  test('ne casse aucune page', () => {
    expect(
      pages.filter(({ status }) => status >= 500).map(({ url, by, status }) => [url, by, status]),
    ).toEqual([])
    expect(pages.length).toBeGreaterThan(100)
    for (const { body, url } of pages) expect(/<\/body><\/html>$/.test(body), url).toBe(true)
  })
})

describe('T26 · ce qui renverse, ce qui coupe, ce qui se cache', () => {
  let paul: Browser
  let gatheringId: string
  const mine = () => `/secteurs/${world.slug}/mes-choix`
  const stored = async (sql: string): Promise<string[]> => {
    const client = new pg.Client(ownerConnection())
    await client.connect()
    try {
      return (await client.query<{ text: string }>(sql)).rows.map(({ text }) => text)
    } finally {
      await client.end()
    }
  }
  beforeAll(async () => {
    gatheringId = (await nadiasTable(world)).gatheringId
    paul = site.browser()
    paul.cookies.set('__Host-coopere', await enter(person(world.people, 'Paul')))
  })
  const kept = async (text: string): Promise<string[]> => {
    const before = await stored('SELECT text FROM own_ideas')
    const answer = await paul.post(mine(), { idee: text, faire: 'garder' })
    expect([303, 422], text).toContain(answer.statusCode)
    return (await stored('SELECT text FROM own_ideas')).filter((one) => !before.includes(one))
  }

  test.each([
    ['une chorale', 'une chorale'],
    [`une ${override}chorale du soir`, 'une chorale du soir'],
    ['une\u2066 chor\u200bale\u2069 de plus', 'une chorale de plus'],
    ['une fanfare\r\nBcc: tous@exemple.fr', null],
    ['un banc\tet un tilleul', 'un banc et un tilleul'],
    ['une ruche\u0007', 'une ruche'],
    ['<script>alert(2)</script>', '<script>alert(2)</script>'],
  ])('une idée à soi écrite %j est gardée comme %j', async (text, expected) => {
    const [found] = await kept(text)
    if (expected === null) expect(found === undefined || !/[\r\n@]/.test(found)).toBe(true)
    else expect(found).toBe(expected)
    const page = await paul.get(mine())
    expect(/[\u202a-\u202e\u2066-\u2069\u0000-\u0008]/.test(page.body)).toBe(false)
  })

  test('une précision à l’envers est remise à l’endroit, chez soi comme chez les voisins', async () => {
    await paul.post(mine(), {
      'detail:bricolage-perceuse': `Avec ${override}les forets`,
      'avant:bricolage-perceuse': await was(),
      faire: 'garder',
    })
    const answers = [await paul.get(mine()), await paul.get(`/secteurs/${world.slug}/offres`)]
    for (const { body } of answers) {
      expect(body.includes('Avec les forets')).toBe(true)
      expect(body.includes(override)).toBe(false)
    }
  })
  const was = async (): Promise<string> => {
    const { body } = await paul.get(mine())
    const value = /name="avant:bricolage-perceuse" value="([^"]*)"/.exec(body)?.[1] ?? ''
    return value
      .replace(/&quot;/g, '"')
      .replace(/&lt;/g, '<')
      .replace(/&amp;/g, '&')
  }

  test.each([
    [`Bap${override}tiste`, 'Baptiste'],
    ['Zo\u200bé', 'Zoé'],
    ['Lucas\r\nBcc: tous@exemple.fr', null],
    ['=HYPERLINK("http://ailleurs")', '=HYPERLINK("http://ailleurs")'],
  ])('le prénom %j arrive à la table comme %j', async (firstName, expected) => {
    const { sectorId } = world
    const seat = await outsideSectors((tx) => openSeatSession(tx, { sectorId, gatheringId, seatId: newId() }))
    const phone = site.browser(`198.51.100.${names++}`)
    phone.cookies.set('__Host-coopere', seat.token)
    const entrance = [...world.entrances.values()][0] ?? ''
    const answer = await phone.post('/a-table/prenom', { prenom: firstName, entree: entrance })
    const seats = await stored('SELECT first_name AS text FROM seats WHERE first_name IS NOT NULL')
    expect(seats.some((name) => /[\u202e\u200b\r\n]/.test(name))).toBe(false)
    if (expected === null) expect(answer.statusCode).toBe(422)
    else expect(seats).toContain(expected)
  })

  test('une lettre ne part qu’à qui l’a demandée, et sous le titre prévu', async () => {
    const before = site.letters.length
    const asked = site.browser('203.0.113.9')
    for (const address of [
      'nadia@exemple.fr\r\nBcc: tous@exemple.fr',
      'nadia@exemple.fr\nSubject: x',
      'nadia@exemple.fr,tous@exemple.fr',
    ])
      expect((await asked.post('/entrer', { adresse: address })).statusCode, address).toBe(422)
    await asked.post('/entrer', { adresse: 'nadia@exemple.fr' })
    const letter = await site.letter(before + 1)
    await site.quiet()
    expect(site.letters).toHaveLength(before + 1)
    expect([letter.to].flat().flatMap((to) => to?.value.map(({ address }) => address))).toEqual([
      'nadia@exemple.fr',
    ])
    expect(letter.bcc ?? letter.cc).toBeUndefined()
    for (const poison of poisons) expect((letter.html || '').includes(poison), poison).toBe(false)
  })
})

let names = 1
