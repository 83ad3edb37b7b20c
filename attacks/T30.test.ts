import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { chromium, type Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildWeb, show } from '#platform/web.server.ts'
import { addresses, crowd, lasting, portOf, visit, type Answer, type Asker } from '../tests/crawl.ts'
import { freshDatabase } from '../tests/fresh-database.ts'
import { openSite, type Site } from '../tests/site.ts'
import { h } from 'preact'

// T30: whatever creeps into a page, the browser runs nothing of it and talks to nobody but us. Mutations that must
// turn this file red:
//   gate.server.ts  guardHeaders   loosen any directive, or add 'unsafe-inline', data: or a host
//   web.server.ts   buildWeb       remove the onRequest hook that sets the headers, or those of `frameworkErrors`
//   live.server.ts  openStream     forget `plainHeaders`
//   any page                       an inline script or style, a style attribute, a file of another site

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

type Seen = Answer & { readonly url: string; readonly by: string }

let site: Site
let askers: readonly Asker[]
const seen: Seen[] = []

await freshDatabase()
beforeAll(async () => {
  site = await openSite()
  const gathered = await crowd()
  askers = gathered.askers
  const { world, seatId } = gathered
  const port = await portOf(site.app)
  const values = { slug: world.slug, table: world.nextGathering, seat: seatId, code: 'cuisine' }
  const urls = [
    ...addresses(site.app, 'GET', values),
    '/operateur?cle=x',
    '/nulle-part',
    '/%zz',
    '/entrer?a=1&a=2',
  ]
  for (const asker of askers)
    for (const url of urls) seen.push({ ...(await visit(port, url, asker)), url, by: asker.name })
  for (const asker of askers)
    for (const url of lasting(addresses(site.app, 'POST', values)))
      seen.push({
        ...(await visit(port, url, asker, { method: 'POST', body: 'rien=1' })),
        url,
        by: asker.name,
      })
}, 180_000)
afterAll(() => site.close())

const pages = () => seen.filter(({ headers }) => String(headers['content-type']).startsWith('text/html'))

describe('chaque adresse du site, pour chacun', () => {
  test('répond sous la même politique stricte, flux et refus compris', () => {
    expect(seen.length).toBeGreaterThan(200)
    const loose = seen.filter(({ headers }) => headers['content-security-policy'] !== policy)
    expect(loose.map(({ url, by, status }) => [url, by, status])).toEqual([])
    expect(seen.filter(({ headers }) => headers['x-content-type-options'] !== 'nosniff')).toEqual([])
    expect(seen.some(({ headers }) => String(headers['content-type']).startsWith('text/event-stream'))).toBe(
      true,
    )
  })

  test('ne casse jamais', () => {
    expect(
      seen.filter(({ status }) => status >= 500).map(({ url, by, status }) => [url, by, status]),
    ).toEqual([])
  })

  test('montre de vraies pages à chacun de ceux qui ont une place', () => {
    const welcomed = new Set(
      pages()
        .filter(({ status }) => status === 200)
        .map(({ by }) => by),
    )
    expect([...welcomed].sort()).toEqual(askers.map(({ name }) => name).sort())
  })

  test('ne porte ni script, ni style, ni geste écrit dans la page', () => {
    const inline =
      /<script(?![^>]*\ssrc=")[^>]*>|<style|\sstyle=|\son[a-z]+=|javascript:|<base|<iframe|<object|<embed|srcdoc=/i
    const guilty = pages().flatMap(({ url, by, body }) =>
      inline.exec(body) ? [[url, by, inline.exec(body)?.[0]]] : [],
    )
    expect(guilty).toEqual([])
  })

  test('ne fait rien venir d’un autre site ; un lien que l’on touche peut mener à la CNIL, et nulle part ailleurs', () => {
    const withoutLink = (body: string) =>
      body.replaceAll(/<a [^>]*href="https:\/\/www\.cnil\.fr[^"]*"[^>]*>/g, '')
    const named = pages().flatMap(({ url, by, body }) =>
      foreign(withoutLink(body)).map((host) => [url, by, host]),
    )
    expect(named).toEqual([])
    const headers = seen.map(({ headers: all }) => JSON.stringify({ ...all, 'content-security-policy': '' }))
    expect(headers.flatMap(foreign)).toEqual([])
  })
})

test('aucun fichier envoyé au navigateur ne nomme un autre site, ni ne fabrique de code', () => {
  const folder = join(import.meta.dirname, '..', 'dist', 'client', 'assets')
  const files = readdirSync(folder).filter((name) => /\.(js|css|svg)$/.test(name))
  expect(files.length).toBeGreaterThan(5)
  for (const name of files) {
    const text = readFileSync(join(folder, name), 'utf8')
    expect([name, foreign(text)]).toEqual([name, []])
    expect([name, /\beval\(|new Function\(|url\(\s*["']?data:|@import\s+["']?http/.exec(text)]).toEqual([
      name,
      null,
    ])
  }
})

// The name of a drawing's grammar is no address: nothing is fetched from it.
const foreign = (text: string): string[] =>
  [
    ...text
      .replaceAll(/http:\/\/www\.w3\.org\/[\w/#-]+/g, '')
      .matchAll(/(?:https?:|wss?:)?\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)+|localhost)/gi),
  ]
    .map((match) => match[0])
    .filter((found) => !found.endsWith('//localhost'))

describe('dans un vrai navigateur', () => {
  let chrome: Browser
  beforeAll(async () => {
    chrome = await chromium.launch({
      executablePath: process.env.CHROME_PATH || '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    })
  })
  afterAll(() => chrome.close())

  test('une phrase piégée ne fait rien courir, et rien ne part ailleurs', async () => {
    let called = 0
    const elsewhere = createServer((_request, answer) => {
      called += 1
      answer.setHeader('access-control-allow-origin', '*').end('alert(1)')
    })
    await new Promise<void>((ready) => elsewhere.listen(0, 'localhost', ready))
    const away = `http://localhost:${(elsewhere.address() as AddressInfo).port}`
    const { page, close } = await trapped(chrome, away)
    const tried = await page.evaluate(async (url) => {
      const violated: string[] = []
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
        violated.push(effectiveDirective),
      )
      const script = document.createElement('script')
      script.textContent = 'window.caught = true'
      document.head.append(script)
      const far = document.createElement('script')
      far.src = `${url}/far.js`
      document.head.append(far)
      document.body.setAttribute('style', 'color:red')
      new Image().src = `${url}/pixel.gif`
      await fetch(`${url}/steal`).catch(() => undefined)
      const own = document.createElement('script')
      own.src = '/essai.js'
      document.head.append(own)
      await new Promise((done) => setTimeout(done, 300))
      return { violated, caught: 'caught' in window, tried: 'tried' in window }
    }, away)
    expect([tried.tried, tried.caught]).toEqual([true, false])
    expect([...new Set(tried.violated)].sort()).toEqual([
      'connect-src',
      'img-src',
      'script-src',
      'script-src-elem',
      'style-src-attr',
    ])
    expect(called).toBe(0)
    await close()
    await new Promise((closed) => elsewhere.close(closed))
  })

  test('la page publique se charge sans rien demander à personne d’autre, et sans une plainte', async () => {
    const address = site.app.server.address() as AddressInfo
    const page = await chrome.newPage()
    const asked: string[] = []
    const complaints: string[] = []
    page.on('request', (one) => asked.push(new URL(one.url()).host))
    page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()))
    await page.route('http://localhost/**', async (route) => {
      const url = new URL(route.request().url())
      const answer = await visit(address.port, url.pathname + url.search, { name: '', cookie: '' })
      await route.fulfill({ status: answer.status, headers: plain(answer), body: answer.body })
    })
    for (const url of ['/', '/entrer', '/charte'])
      await page.goto(`http://localhost${url}`, { waitUntil: 'networkidle' })
    expect(new Set(asked)).toEqual(new Set(['localhost']))
    expect(complaints).toEqual([])
    await page.close()
  })
})

const plain = ({ headers }: Answer): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  )

async function trapped(chrome: Browser, away: string) {
  const port = await new Promise<number>((free) => {
    const probe = createServer().listen(0, 'localhost', () => {
      const found = (probe.address() as AddressInfo).port
      probe.close(() => free(found))
    })
  })
  const app = await buildWeb({
    publicUrl: `http://localhost:${port}`,
    log: { level: 'silent' },
    sorry: () => h('p', {}),
  })
  app.get('/', async (_request, reply) =>
    show(
      reply,
      h(
        'html',
        {},
        h('head', {}),
        h('body', { dangerouslySetInnerHTML: { __html: `<img src="${away}/x" onerror="window.caught=1">` } }),
      ),
    ),
  )
  app.get('/essai.js', async (_request, reply) =>
    reply.type('text/javascript').send('window.tried = true; try { eval("window.caught = true") } catch {}'),
  )
  await app.listen({ port, host: 'localhost' })
  const page = await chrome.newPage()
  await page.goto(`http://localhost:${port}/`)
  return { page, close: async () => void (await page.close(), await app.close()) }
}
