import { gzipSync } from 'node:zlib'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildWeb, formBody, goTo, safePath, show } from './web.server.ts'
import { stuck } from './stuck.server.ts'

const publicUrl = 'http://localhost'
const secret = `__Host-coopere=${'a'.repeat(43)}`
let app: FastifyInstance
const written: string[] = []

beforeAll(async () => {
  app = await buildWeb({
    publicUrl,
    log: { level: 'info', to: { write: (line) => void written.push(line) } },
    sorry: (why) => <p>désolé : {why}</p>,
  })
  app.get('/', async (_request, reply) => show(reply, <p>bonjour</p>))
  app.get('/long', async (_request, reply) => show(reply, <p>{'un voisin '.repeat(2000)}</p>))
  app.get('/flux', async (_request, reply) =>
    reply.type('text/event-stream').send(`data: ${'x'.repeat(5000)}\n\n`),
  )
  app.get('/casse', async () => {
    throw new Error('le mot secret de Paul')
  })
  app.get('/base', async () => {
    throw Object.assign(new Error('connect'), { code: 'ECONNREFUSED', syscall: 'connect' })
  })
  app.get('/vite', async () => {
    throw stuck('too-often', 42)
  })
  app.get('/voisins/:id', async (request) => request.params)
  app.post('/ecrire', async (request) => formBody(request))
  app.post('/retour', async (request, reply) => goTo(reply, String(formBody(request)['vers'])))
  await app.ready()
})
afterAll(() => app.close())

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ method: 'GET', url, headers })
const post = (url: string, payload: string, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url,
    payload,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
      ...headers,
    },
  })
const json = (payload: string) => post('/ecrire', payload, { 'content-type': 'application/json' })
const expectCalm = (answer: LightMyRequestResponse, status: number) => {
  expect(answer.statusCode).toBe(status)
  expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
  expect(answer.body).toMatch(/^<!doctype html><p>désolé/)
}

describe('chaque réponse', () => {
  test.each(['/', '/nulle-part', '/casse', '/%', '/%zz'])('porte ses gardes, même %s', async (url) => {
    const { headers } = await get(url)
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['content-security-policy']).not.toContain('unsafe')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('same-origin')
    expect(headers['strict-transport-security']).toBeUndefined()
    expect(headers['set-cookie']).toBeUndefined()
  })

  test('annonce le lien sûr quand l’adresse publique est en https', async () => {
    const safe = await buildWeb({
      publicUrl: 'https://voisins.fr',
      log: { level: 'silent' },
      sorry: () => <p />,
    })
    const { headers } = await safe.inject({ url: '/', headers: { host: 'voisins.fr' } })
    expect(headers['strict-transport-security']).toBe('max-age=31536000')
    await safe.close()
  })

  test('n’est gardée par aucun cache dès qu’une session est là', async () => {
    expect((await get('/')).headers['cache-control']).toBe('no-cache')
    expect((await get('/', { cookie: secret })).headers['cache-control']).toBe('no-store')
  })

  test('existe sans son corps pour qui ne demande que l’entête', async () => {
    const answer = await app.inject({ method: 'HEAD', url: '/' })
    expect([answer.statusCode, answer.body]).toEqual([200, ''])
  })
})

describe('la compression', () => {
  test('réduit une longue page, en br ou en gzip', async () => {
    for (const encoding of ['br', 'gzip']) {
      const answer = await get('/long', { 'accept-encoding': encoding })
      expect(answer.headers['content-encoding']).toBe(encoding)
      expect(answer.rawPayload.length).toBeLessThan(500)
    }
  })

  test('ne touche jamais un flux en direct', async () => {
    const answer = await get('/flux', { 'accept-encoding': 'br, gzip' })
    expect(answer.headers['content-encoding']).toBeUndefined()
  })
})

describe('ce qui coince', () => {
  test('répond en français, avec le bon numéro, et sans rien montrer de l’intérieur', async () => {
    expectCalm(await get('/nulle-part'), 404)
    const broken = await get('/casse')
    expectCalm(broken, 500)
    expect(broken.body).not.toMatch(/secret|Error|\.ts/)
  })

  test('la base absente est une pause, et dit quand revenir', async () => {
    const answer = await get('/base')
    expectCalm(answer, 503)
    expect(answer.headers['retry-after']).toBe('10')
  })

  test('trop de demandes : combien de temps attendre', async () => {
    const answer = await get('/vite')
    expectCalm(answer, 429)
    expect(answer.headers['retry-after']).toBe('42')
  })

  test('un îlot reçoit du JSON, une personne reçoit une page', async () => {
    const answer = await get('/nulle-part', { accept: 'application/json' })
    expect(answer.json()).toMatchObject({ stuck: 'not-here' })
  })

  test('le journal technique tait les adresses tapées, les paramètres et les prénoms', async () => {
    written.length = 0
    await get('/voisins/odette?mot=kiwi')
    expect(written.join('')).toContain('/voisins/:id')
    expect(written.join('')).not.toMatch(/odette|kiwi/)
  })
})

describe('l’enveloppe d’une demande', () => {
  test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])('le verbe %s est refusé', async (method) => {
    const answer = await app.inject({ method: method as 'PUT', url: '/' })
    expectCalm(answer, 405)
    expect(answer.headers['allow']).toBe('GET, HEAD, POST')
  })

  test('lire une page qui ne sait qu’écrire est refusé, et l’inverse aussi', async () => {
    expectCalm(await get('/ecrire'), 405)
    expectCalm(await post('/', ''), 405)
  })

  test.each(['evil.example', 'localhost.evil.example', 'localhost:8080', 'localhost.'])(
    'l’hôte « %s » n’est pas le nôtre',
    async (host) => expectCalm(await get('/', { host }), 400),
  )

  test('l’hôte se lit sans majuscules et sans le port habituel', async () => {
    expect((await get('/', { host: 'LocalHost:80' })).statusCode).toBe(200)
  })

  test('un autre hôte annoncé par un intermédiaire inconnu ne compte pas', async () => {
    expect((await get('/', { 'x-forwarded-host': 'evil.example' })).statusCode).toBe(200)
  })

  test('une adresse trop longue, abîmée ou percée est refusée', async () => {
    expectCalm(await get(`/?q=${'a'.repeat(8000)}`), 414)
    expectCalm(await get('/%E0%A4%A'), 400)
    expectCalm(await get('/voisins/a%00b'), 400)
    expectCalm(await get('/?q=a%00b'), 400)
    expectCalm(await get('/..%2f..%2fetc/passwd'), 404)
    expectCalm(await get(`/voisins/${'a'.repeat(200)}`), 414)
  })

  test('un même nom deux fois dans l’adresse est refusé', async () => {
    expectCalm(await get('/?q=a&q=b'), 400)
    expect((await get('/?q=a&r=b')).statusCode).toBe(200)
  })
})

describe('ce qui est envoyé', () => {
  test('garde ses noms propres et rien d’autre', async () => {
    expect((await post('/ecrire', 'prenom=Odette&choix=a&choix=b')).json()).toEqual({
      prenom: 'Odette',
      choix: ['a', 'b'],
    })
    const answer = await post('/ecrire', '__proto__=x&constructor=y&prenom=Odette')
    expect(answer.json<{ prenom: string }>().prenom).toBe('Odette')
    expect(Object.prototype).not.toHaveProperty('x')
  })

  test('au-delà de 256 ko, c’est trop long', async () => {
    expectCalm(await post('/ecrire', `texte=${'a'.repeat(257 * 1024)}`), 413)
  })

  test.each([
    ['un prototype', '{"__proto__":{"admin":true}}'],
    ['un constructeur', '{"constructor":{"prototype":{"admin":true}}}'],
    ['un puits de crochets', '['.repeat(10_000) + ']'.repeat(10_000)],
    ['un puits d’accolades', '{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000)],
    ['l’infini', '{"quantite":1e309}'],
    ['un signe nul', '{"prenom":"a\\u0000b"}'],
    ['une phrase coupée', '{"prenom":'],
    ['rien', ''],
  ])('%s est refusé vite', async (_what, payload) => {
    const before = process.cpuUsage()
    expectCalm(await json(payload), 400)
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1000).toBeLessThan(100)
  })

  test('un signe nul dans un champ est refusé', async () =>
    expectCalm(await post('/ecrire', 'prenom=a%00b'), 400))

  test('un envoi compressé, en texte nu ou en morceaux n’est pas lu', async () => {
    const bomb = gzipSync(Buffer.alloc(5_000_000))
    const zipped = await app.inject({
      method: 'POST',
      url: '/ecrire',
      payload: bomb,
      headers: {
        'content-type': 'application/json',
        'content-encoding': 'gzip',
        'sec-fetch-site': 'same-origin',
      },
    })
    expectCalm(zipped, 415)
    expectCalm(await post('/ecrire', 'a', { 'content-type': 'text/plain' }), 415)
    expectCalm(await post('/ecrire', 'a', { 'content-type': 'multipart/form-data; boundary=x' }), 415)
  })
})

describe('un envoi venu d’ailleurs', () => {
  const from = (headers: Record<string, string>) =>
    app.inject({
      method: 'POST',
      url: '/ecrire',
      payload: 'a=b',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    })

  test.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site', origin: publicUrl },
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://localhost:8080' },
    { referer: 'https://evil.example/http://localhost/' },
    { referer: 'n’importe quoi' },
    { cookie: secret },
  ])('est refusé : %o', async (headers) => expectCalm(await from(headers), 403))

  test.each([
    { 'sec-fetch-site': 'same-origin', cookie: secret },
    { 'sec-fetch-site': 'none', cookie: secret },
    { origin: publicUrl, cookie: secret },
    { referer: 'http://localhost/entrer', cookie: secret },
    {},
  ])('est accepté quand il vient de chez nous : %o', async (headers) =>
    expect((await from(headers)).statusCode).toBe(200),
  )
})

describe('l’adresse de retour', () => {
  test.each([
    '//evil.example',
    '/\\evil.example',
    '/..//evil.example',
    '/./\\/evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/a\r\nSet-Cookie: x=y',
    '/a\tb',
    'entrer',
    '',
    `/${'a'.repeat(600)}`,
    null,
    ['/entrer'],
  ])('%j ne mène nulle part', (path) => expect(safePath(path)).toBeNull())

  test('une de nos pages reste elle-même', async () => {
    expect(safePath('/secteurs/le-cerisier/offres?theme=jardin#haut')).toBe(
      '/secteurs/le-cerisier/offres?theme=jardin#haut',
    )
    expect((await post('/retour', 'vers=/entrer')).headers['location']).toBe('/entrer')
    expect((await post('/retour', 'vers=//evil.example')).headers['location']).toBe('/')
  })
})
