import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { endSession } from '#domain/access/session.acts.server.ts'
import { outsideSectors, ownerConnection } from '#platform/db.server.ts'
import { hashToken, newId } from '#platform/ids.server.ts'
import { routesOf } from '#platform/web.server.ts'
import { plantNeighbourhood, plantVersions, type Neighbourhood } from '../tests/database/rls-world.ts'
import { addresses, crowd, lasting, portOf, visit, type Asker, type Sent } from '../tests/crawl.ts'
import { freshDatabase } from '../tests/fresh-database.ts'
import { openSite, type Site } from '../tests/site.ts'

// Bad inputs 21 to 25, 38, 39 and 54 to 56 of trust.md §7, on every route there is (40 and 41 are in T18). Never 500,
// never a word of English, never a difference between what is not ours and what does not exist. Mutations that must
// turn this file red: any line of gate.server.ts; `bodyLimit` or `globalDecompression` in web.server.ts;
// `removeContentTypeParser`; the sector check of a page's scope; the expiry in session.views.server.ts.

let site: Site
let port: number
let other: Neighbourhood
let askers: readonly Asker[]
let values: Record<string, string>
let gets: string[]
let posts: string[]
let gentle: string[]

await freshDatabase()
beforeAll(async () => {
  await plantVersions()
  other = await plantNeighbourhood('B')
  site = await openSite()
  const gathered = await crowd()
  askers = gathered.askers
  values = {
    slug: gathered.world.slug,
    table: gathered.world.nextGathering,
    seat: gathered.seatId,
    code: 'cuisine',
  }
  port = await portOf(site.app)
  gets = addresses(site.app, 'GET', values)
  posts = addresses(site.app, 'POST', values)
  gentle = lasting(posts)
})
afterAll(() => site.close())

const passerby: Asker = { name: 'un passant', cookie: '' }
const named = (name: string): Asker => askers.find((asker) => asker.name === name) ?? passerby
const post = (url: string, asker: Asker, body: string | Buffer, headers: Record<string, string> = {}) =>
  visit(port, url, asker, { method: 'POST', body, headers })

/** Asks all of these and tells which answers are not as they should be. */
async function wrong(
  urls: readonly string[],
  by: readonly Asker[],
  sent: Sent,
  isRight: (status: number, body: string) => boolean,
): Promise<unknown[]> {
  const found: unknown[] = []
  for (const asker of by)
    for (const url of urls) {
      const { status, body } = await visit(port, url, asker, sent)
      if (!isRight(status, body)) found.push([url, asker.name, status])
    }
  return found
}
const isRefused = (status: number) => status >= 400 && status < 500
const isCalm = (status: number) => status < 500

describe('21 et 25 : ce qui n’est pas à moi n’existe pas', () => {
  test('le quartier d’à côté répond comme un quartier qui n’existe pas, et ne laisse rien voir', async () => {
    const inSector = (slug: string) =>
      addresses(site.app, 'GET', { ...values, slug }).filter((url) => url.includes(slug))
    const theirs = inSector(other.slug)
    const nowhere = inSector('nulle-part-b')
    expect(theirs.length).toBeGreaterThan(2)
    for (const asker of askers)
      for (const [n, url] of theirs.entries()) {
        const answer = await visit(port, url, asker)
        const absent = await visit(port, nowhere[n] ?? '', asker)
        expect([url, asker.name, answer.status, answer.body.includes(other.canary)]).toEqual([
          url,
          asker.name,
          absent.status,
          false,
        ])
        expect(answer.status).not.toBe(200)
        expect(bare(answer.body, other.slug)).toBe(bare(absent.body, 'nulle-part-b'))
      }
  })

  test('le numéro d’une chose d’à côté répond comme un numéro au hasard', async () => {
    const foreign = [other.openId, other.closedId, other.seatId, other.founders[0].id]
    const withId = routesOf(site.app).filter(
      ({ method, url }) => method === 'GET' && /:(table|seat|witness|id|person)\b/.test(url),
    )
    expect(withId.length).toBeGreaterThan(2)
    for (const { url } of withId)
      for (const asker of askers)
        for (const id of foreign) {
          const at = (one: string) => url.replace(':slug', values['slug'] ?? '').replace(/:\w+/g, one)
          const unknown = newId()
          const [theirs, absent] = [await visit(port, at(id), asker), await visit(port, at(unknown), asker)]
          expect([url, asker.name, theirs.status, bare(theirs.body, id)]).toEqual([
            url,
            asker.name,
            absent.status,
            bare(absent.body, unknown),
          ])
          expect(theirs.body).not.toContain(other.canary)
        }
  })

  test('un numéro de quartier glissé dans un entête, une question ou un envoi ne change rien', async () => {
    const host = named('une hôte')
    for (const url of gets.filter((one) => one.includes(values['slug'] ?? '') && !one.includes('vivant'))) {
      const plain = await visit(port, url, host)
      const sneaky = await visit(port, url, host, {
        headers: { 'x-sector-id': other.sectorId, cookie: `${host.cookie}; sector_id=${other.sectorId}` },
      })
      expect([url, sneaky.status, sneaky.body.length]).toEqual([url, plain.status, plain.body.length])
      const asked = await visit(port, `${url}?sector_id=${other.sectorId}`, host)
      expect(asked.body).not.toContain(other.canary)
    }
    expect(
      await wrong(
        gentle,
        askers,
        { method: 'POST', body: `sector_id=${other.sectorId}&sectorId=${other.sectorId}` },
        (status, body) => isCalm(status) && !body.includes(other.canary),
      ),
    ).toEqual([])
  })
})

/** Every row that gives someone a power or a place, in every sector, counted by the owner of the database. */
async function powers(): Promise<Record<string, unknown>> {
  const counted: Record<string, unknown> = {}
  const owner = new pg.Client(ownerConnection())
  await owner.connect()
  for (const table of ['residents', 'mandates', 'companions', 'companion_sectors', 'admissions', 'vouches'])
    counted[table] = (await owner.query(`SELECT count(*)::int AS n FROM ${table}`)).rows[0]
  counted['operators'] = (
    await owner.query(
      `SELECT count(*)::int AS n FROM sessions WHERE kind IN ('operator', 'companion', 'console')`,
    )
  ).rows[0]
  await owner.end()
  return counted
}

describe('22 et 23 : des champs en trop, en double ou d’une autre forme', () => {
  test('ne donnent aucun pouvoir et ne touchent aucun prototype', async () => {
    const extra = 'role=admin&state=registered&kind=operator&__proto__=x&constructor=y&prototype=z&personId=1'
    const before = await powers()
    expect(await wrong(gentle, askers, { method: 'POST', body: extra }, isCalm)).toEqual([])
    expect(await powers()).toEqual(before)
    expect(Reflect.get({}, 'role')).toBeUndefined()
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  test('un même nom deux fois, un tableau, un objet : jamais une panne', async () => {
    const fields = [
      'adresse',
      'code',
      'qui',
      'suite',
      'cle',
      'id',
      'prenom',
      'entree',
      'mot',
      'place',
      'theme',
      'etape',
      'nom',
      'commune',
      'date',
      'heure',
      'lieu',
      'abri',
      'temoin',
      'personne',
    ]
    const body = fields.map((name) => `${name}=a&${name}=b&${name}[]=c&${name}[$gt]=`).join('&')
    expect(await wrong(gentle, askers, { method: 'POST', body }, isCalm)).toEqual([])
    const json = JSON.stringify(Object.fromEntries(fields.map((name) => [name, { $gt: '' }])))
    const headers = { 'content-type': 'application/json' }
    expect(await wrong(gentle, askers, { method: 'POST', body: json, headers }, isCalm)).toEqual([])
    expect(await wrong(gentle, askers, { method: 'POST', body: '[1,2]', headers }, isCalm)).toEqual([])
  })

  test.each([
    '{"n":1e309}',
    '{"n":-1e999}',
    '{"n":NaN}',
    '{"a":"\\u0000"}',
    '{"__proto__":{"a":1}}',
    '{"a":{"__proto__":{}}}',
    'null garbage',
    '{',
  ])('l’envoi %s est refusé partout', async (body) =>
    expect(
      await wrong(
        posts,
        [passerby, named('une place')],
        { method: 'POST', body, headers: { 'content-type': 'application/json' } },
        (status) => status === 400,
      ),
    ).toEqual([]),
  )

  test.each([
    '-0',
    '1e309',
    'NaN',
    '9'.repeat(400),
    '0x10',
    '٣',
    'null',
    'undefined',
    '[object Object]',
    '\u202e\u200b',
    "'; DROP TABLE people;--",
    '%25',
    '{{7*7}}${7*7}',
  ])('le texte « %s » dans tous les champs ne casse rien', async (text) => {
    const fields = [
      'adresse',
      'code',
      'qui',
      'theme',
      'etape',
      'nom',
      'prenom',
      'date',
      'heure',
      'place',
      'logements',
      'mot',
    ]
    const body = new URLSearchParams(Object.fromEntries(fields.map((name) => [name, text]))).toString()
    const few = [passerby, named('une hôte'), named('un pupitre'), named('une place')]
    expect(await wrong(gentle, few, { method: 'POST', body }, isCalm)).toEqual([])
    const asked = gets.map(
      (url) => `${url}?theme=${encodeURIComponent(text)}&etape=${encodeURIComponent(text)}`,
    )
    expect(await wrong(asked, few, {}, isCalm)).toEqual([])
  })
})

test('après tout cela, chacun est encore là où il était', async () => {
  const mine = async (name: string, url: string) => (await visit(port, url, named(name))).status
  expect(await mine('une hôte', `/secteurs/${values['slug']}/tables`)).toBe(200)
  expect(await mine('un voisin', `/secteurs/${values['slug']}/offres`)).toBe(200)
  expect(await mine('une accompagnatrice', '/accompagnement')).toBe(200)
  expect(await mine('un technicien', '/operateur')).toBe(200)
  expect(await mine('un pupitre', '/pupitre')).toBe(200)
})

describe('24 : trop gros, trop profond, gonflé', () => {
  test('cinq mégaoctets, dix mille crochets ou une bombe compressée sont refusés partout, vite', async () => {
    const json = { 'content-type': 'application/json' }
    const deep = '['.repeat(10_000) + ']'.repeat(10_000)
    const bomb = gzipSync(Buffer.alloc(20_000_000))
    for (const url of posts) {
      const before = process.cpuUsage()
      expect([url, (await post(url, passerby, 'a'.repeat(300 * 1024), json)).status]).toEqual([url, 413])
      expect([url, (await post(url, passerby, deep, json)).status]).toEqual([url, 400])
      expect([
        url,
        (await post(url, passerby, bomb, { ...json, 'content-encoding': 'gzip' })).status,
      ]).toEqual([url, 415])
      const { user, system } = process.cpuUsage(before)
      expect((user + system) / 1000).toBeLessThan(100)
    }
    expect([413, 0]).toContain(
      (await post('/entrer', passerby, `{"a":"${'a'.repeat(5_000_000)}"}`, json).catch(() => ({ status: 0 })))
        .status,
    )
  })
})

describe('38 : des listes que l’on tire par la manche', () => {
  test.each([
    'page=-1',
    'limit=100000',
    'sort=email',
    'cursor=AAAA',
    'order=age',
    'offset=1e9',
    'theme=inconnu',
  ])('« ?%s » ne montre rien de plus', async (query) => {
    for (const asker of askers)
      for (const url of gets.filter((one) => !one.includes('vivant'))) {
        const [plain, pulled] = [await visit(port, url, asker), await visit(port, `${url}?${query}`, asker)]
        const same = pulled.status === plain.status && Math.abs(pulled.body.length - plain.body.length) < 400
        expect([url, asker.name, same || isRefused(pulled.status)]).toEqual([url, asker.name, true])
      }
  })
})

const endingAt = (asker: { readonly cookie: string }, moment: Date) =>
  outsideSectors((tx) =>
    tx
      .updateTable('sessions')
      .set({ expires_at: moment })
      .where('token_hash', '=', hashToken(asker.cookie.split('=')[1] ?? ''))
      .execute(),
  )

describe('39 : une session finie, ou un secret dans l’adresse', () => {
  test('qui n’a plus de session voit ce que voit un passant', async () => {
    const gone = named('un voisin')
    const token = gone.cookie.split('=')[1] ?? ''
    await outsideSectors((tx) => endSession(tx, token))
    for (const url of gets) {
      const [before, after] = [await visit(port, url, passerby), await visit(port, url, gone)]
      expect([url, after.status, after.headers.location]).toEqual([
        url,
        before.status,
        before.headers.location,
      ])
    }
  })

  test('dont la session a fini seule, au bout de son temps, est un passant', async () => {
    const host = named('une hôte')
    const url = gets.find((one) => one.endsWith('/tables')) ?? ''
    expect((await visit(port, url, host)).status).toBe(200)
    await endingAt(host, new Date(Date.now() - 1000))
    expect((await visit(port, url, host)).status).toBe((await visit(port, url, passerby)).status)
    await endingAt(host, new Date(Date.now() + 3_600_000))
  })

  test('un secret écrit dans l’adresse n’ouvre rien', async () => {
    const token = named('une hôte').cookie.split('=')[1] ?? ''
    for (const url of gets.filter((one) => !['/operateur', '/installation'].includes(one))) {
      const plain = await visit(port, url, passerby)
      for (const name of ['token', 'session', '__Host-coopere', 'cle'])
        expect([url, name, (await visit(port, `${url}?${name}=${token}`, passerby)).status]).toEqual([
          url,
          name,
          url.includes('/offres') ? expect.any(Number) : plain.status,
        ])
    }
  })

  test.each(['', 'a', 'a'.repeat(42), 'a'.repeat(44), 'é'.repeat(43), `${'a'.repeat(40)}%00a`, '"><script>'])(
    'un cookie contrefait « %s » est celui d’un passant',
    async (token) => {
      const forged = { name: 'contrefait', cookie: `__Host-coopere=${encodeURIComponent(token)}` }
      expect((await visit(port, '/entrer', forged)).status).toBe(200)
      expect((await visit(port, '/accompagnement', forged)).status).toBe(
        (await visit(port, '/accompagnement', passerby)).status,
      )
    },
  )
})

describe('54 et 55 : d’autres entêtes', () => {
  test('la langue demandée n’existe pas : la page est en français, avec ses formulaires', async () => {
    const answer = await visit(port, '/entrer', passerby, {
      headers: { 'accept-language': 'tlh', 'user-agent': 'Mozilla/4.0 (compatible; MSIE 6.0)' },
    })
    expect(answer.body).toContain('<html lang="fr">')
    expect(answer.body).toContain('<form method="post" action="/entrer"')
  })

  test('une adresse annoncée par l’expéditeur ne compte pas', async () => {
    const headers = (n: number) => ({
      'x-forwarded-for': `127.0.0.${n}`,
      'x-real-ip': `127.0.0.${n}`,
      forwarded: `for=127.0.0.${n}`,
    })
    const statuses = []
    for (let n = 0; n < 45; n += 1)
      statuses.push((await post('/entrer', passerby, `adresse=essai-${n}@exemple.fr`, headers(n))).status)
    expect(statuses.at(-1)).toBe(429)
  })

  test('un autre hôte est refusé partout, où qu’il soit écrit', async () => {
    for (const url of gets)
      expect([url, (await visit(port, url, passerby, { headers: { host: 'evil.example' } })).status]).toEqual(
        [url, 400],
      )
    const answer = await visit(port, '/entrer', passerby, {
      headers: { 'x-forwarded-host': 'evil.example', 'x-host': 'evil.example', 'x-forwarded-proto': 'https' },
    })
    expect([answer.status, answer.body.includes('evil')]).toEqual([200, false])
    expect(await raw('GET /entrer HTTP/1.1\r\nHost: \r\nConnection: close\r\n\r\n')).toMatch(
      /^HTTP\/1\.1 400/,
    )
    expect(await raw('GET /entrer HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 400/)
    expect(
      await raw('GET http://evil.example/entrer HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n'),
    ).toMatch(/^HTTP\/1\.1 40[04]/)
  })

  test('un envoi depuis un autre site est refusé partout, et ne dit rien', async () => {
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }])
      expect(
        await wrong(gentle, askers, { method: 'POST', body: 'a=b', headers }, (status) => status === 403),
      ).toEqual([])
  })
})

describe('56 : d’autres chemins, d’autres verbes', () => {
  test.each(['PUT', 'DELETE', 'PATCH', 'TRACE', 'OPTIONS'])('%s est refusé partout', async (method) => {
    expect(
      await wrong([...gets, ...posts], [passerby, named('une hôte')], { method }, (status) => status === 405),
    ).toEqual([])
  })

  test('un chemin tordu ne sort pas de la maison', async () => {
    for (const path of [
      '/..%2f..%2fetc%2fpasswd',
      '/assets/..%2f..%2fpackage.json',
      '/assets/%2e%2e/%2e%2e/package.json',
      '/assets/....//package.json',
      '/assets/.vite/manifest.json',
      '/.git/config',
      '/var/keys/coopere.key',
      '/dist/server/main.js',
    ])
      expect([path, [400, 403, 404].includes((await visit(port, path, passerby)).status)]).toEqual([
        path,
        true,
      ])
  })

  test('un signe nul, une suite abîmée ou huit mille signes sont refusés sur chaque page', async () => {
    expect(
      await wrong(
        gets.map((url) => `${url}?q=%00`),
        [passerby],
        {},
        (status) => status === 400,
      ),
    ).toEqual([])
    expect(
      await wrong(
        gets.map((url) => `${url}/%00`),
        [passerby],
        {},
        (status) => status === 400,
      ),
    ).toEqual([])
    expect(
      await wrong(
        gets.map((url) => `${url}/%zz`),
        [passerby],
        {},
        (status) => status === 400,
      ),
    ).toEqual([])
    expect(
      await wrong(
        gets.map((url) => `${url}?q=${'a'.repeat(8192)}`),
        [passerby],
        {},
        (status) => status === 414,
      ),
    ).toEqual([])
    expect(await raw(`GET /${'a'.repeat(70_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 (414|431)/,
    )
    expect(await raw('N’IMPORTE QUOI\r\n\r\n')).toMatch(/^HTTP\/1\.1 400/)
  })
})

/** A page without what is only an echo of its own address. */
const bare = (body: string, echo: string): string =>
  body.replaceAll(echo, '').replaceAll(/<code>[\w-]{8}<\/code>/g, '')

/** Speaks to the door without a browser's manners. */
const raw = (text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const link = connect(port, '127.0.0.1', () => link.write(text))
    let heard = ''
    link.setEncoding('utf8').on('data', (said: string) => {
      heard += said
    })
    link
      .on('close', () => resolve(heard))
      .on('error', (cause) => (heard === '' ? reject(cause) : resolve(heard)))
    setTimeout(() => link.destroy(), 1000)
  })
