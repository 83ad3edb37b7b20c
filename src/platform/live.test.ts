import { get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { h } from 'preact'
import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { changed, liveStream, liveStreams } from './live.server.ts'
import { buildWeb } from './web.server.ts'

let app: FastifyInstance
let port = 0
let state: unknown
let computed: number
let slowness: number

beforeEach(async () => {
  state = { theme: 'cuisine' }
  computed = 0
  slowness = 0
  port = 0
  const holder = await buildWeb({
    publicUrl: 'http://localhost',
    log: { level: 'silent' },
    sorry: () => h('p', {}),
  })
  app = holder
  app.get('/flux', (request, reply) =>
    liveStream(request, reply, 'table', async () => {
      computed += 1
      const now = state
      await wait(slowness)
      if (now === 'cassé') throw new Error('cassé')
      return now
    }),
  )
  await app.listen({ port: 0, host: '127.0.0.1' })
  port = (app.server.address() as AddressInfo).port
})
afterEach(() => app.close())

type Listener = { readonly heard: string[]; readonly answer: IncomingMessage; readonly ended: Promise<void> }

const listen = (cookie = 'a'): Promise<Listener> =>
  new Promise((resolve, reject) => {
    const headers = { host: 'localhost', cookie: `__Host-coopere=${cookie.repeat(43)}` }
    get({ port, host: '127.0.0.1', path: '/flux', agent: false, headers }, (answer) => {
      const heard: string[] = []
      answer.setEncoding('utf8').on('data', (text: string) => heard.push(text))
      const ended = new Promise<void>((end) => answer.on('close', end))
      resolve({ heard, answer, ended })
    }).on('error', reject)
  })

const states = ({ heard }: Listener): unknown[] =>
  [...heard.join('').matchAll(/^data: (.*)$/gm)].map((match): unknown => JSON.parse(match[1] ?? 'null'))

test('l’état entier arrive à l’ouverture, puis à chaque changement, avec son numéro', async () => {
  const phone = await listen()
  await vi.waitFor(() => expect(states(phone)).toEqual([{ theme: 'cuisine' }]))
  expect(phone.answer.headers['content-type']).toBe('text/event-stream; charset=utf-8')
  expect(phone.answer.headers['content-security-policy']).toContain("default-src 'none'")
  expect(phone.heard.join('')).toMatch(/^retry: 2000\n\nid: 1\n/)
  state = { theme: 'jardin' }
  changed('table')
  await vi.waitFor(() => expect(states(phone)).toEqual([{ theme: 'cuisine' }, { theme: 'jardin' }]))
  expect(phone.heard.join('')).toContain('id: 2\ndata: {"theme":"jardin"}')
})

test('rien ne part quand rien n’a changé, ni pour une autre table', async () => {
  const phone = await listen()
  await vi.waitFor(() => expect(states(phone)).toHaveLength(1))
  changed('table')
  await vi.waitFor(() => expect(computed).toBe(2))
  state = { theme: 'jardin' }
  changed('une autre table')
  await wait(150)
  expect(computed).toBe(2)
  expect(states(phone)).toEqual([{ theme: 'cuisine' }])
})

test('mille changements d’affilée coûtent deux regards, et le dernier état arrive', async () => {
  slowness = 60
  const phone = await listen()
  await vi.waitFor(() => expect(states(phone)).toHaveLength(1))
  for (let n = 1; n <= 1000; n += 1) {
    state = { n }
    changed('table')
    if (n === 500) await wait(100)
  }
  await vi.waitFor(() => expect(states(phone).at(-1)).toEqual({ n: 1000 }))
  expect(computed).toBeLessThanOrEqual(3)
})

test('ce qui change pendant l’ouverture n’est pas perdu', async () => {
  slowness = 50
  const opening = listen()
  await vi.waitFor(() => expect(computed).toBe(1))
  state = { theme: 'jardin' }
  changed('table')
  const phone = await opening
  await vi.waitFor(() => expect(states(phone).at(-1)).toEqual({ theme: 'jardin' }))
})

test('ne demander que l’entête d’un flux ne laisse rien d’ouvert', async () => {
  const answer = await app.inject({ method: 'HEAD', url: '/flux' })
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([
    200,
    'text/event-stream; charset=utf-8',
  ])
  expect([liveStreams(), computed]).toEqual([0, 0])
})

test('un téléphone parti ne coûte plus rien', async () => {
  const phone = await listen()
  await vi.waitFor(() => expect(liveStreams()).toBe(1))
  phone.answer.destroy()
  await vi.waitFor(() => expect(liveStreams()).toBe(0))
  changed('table')
  await wait(150)
  expect(computed).toBe(1)
})

test('plus rien à dire : le flux se clôt, et qui revient n’insiste pas', async () => {
  const phone = await listen()
  await vi.waitFor(() => expect(states(phone)).toHaveLength(1))
  state = null
  changed('table')
  await phone.ended
  expect(phone.heard.join('')).toContain('event: end')
  expect((await listen()).answer.statusCode).toBe(204)
})

test('un regard qui casse clôt le flux, le téléphone redemandera', async () => {
  const phone = await listen()
  await vi.waitFor(() => expect(states(phone)).toHaveLength(1))
  state = 'cassé'
  changed('table')
  await phone.ended
  expect(liveStreams()).toBe(0)
})

test('un appareil garde quatre flux au plus, les plus récents ; celui du voisin reste', async () => {
  const neighbour = await listen('b')
  const phones = [await listen(), await listen(), await listen(), await listen(), await listen()]
  await phones[0]?.ended
  expect(liveStreams()).toBe(5)
  state = { theme: 'jardin' }
  changed('table')
  await vi.waitFor(() =>
    expect([neighbour, ...phones.slice(1)].map((one) => states(one).length)).toEqual([2, 2, 2, 2, 2]),
  )
})

test('le serveur s’arrête sans attendre les flux', async () => {
  const phone = await listen()
  await app.close()
  await phone.ended
  expect(liveStreams()).toBe(0)
})
