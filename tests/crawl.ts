import { request as ask } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { openSession } from '#domain/access/session.acts.server.ts'
import { outsideSectors } from '#platform/db.server.ts'
import { newId } from '#platform/ids.server.ts'
import { routesOf } from '#platform/web.server.ts'
import { person, plantLeCerisier, type World } from '#seeds/le-cerisier.ts'
import { arrive, openTable, sitDown } from '#seeds/round-the-table.ts'

// Walks every route of the site as everyone who may stand before it, over a real link: streams included.

export type Answer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}
export type Sent = {
  readonly method?: string
  readonly headers?: Record<string, string>
  readonly body?: string | Buffer
}
export type Asker = { readonly name: string; readonly cookie: string }

/** Le Cerisier with its next table open, and one session of each kind. */
export async function crowd(): Promise<{ world: World; askers: readonly Asker[]; seatId: string }> {
  const world = await plantLeCerisier()
  const host = person(world.people, 'Nadia')
  const neighbour = [...world.people.values()].find(({ personId }) => personId !== host.personId) ?? host
  const table = await openTable(host, world.sectorId, world.nextGathering, world.entrances)
  const entrance = [...world.entrances.keys()][0] ?? ''
  const seated = await sitDown(table, { firstName: 'Lucas', entrance })
  const waiting = await arrive(table, { firstName: 'Théo', entrance })
  const holders = [
    ['une hôte', { kind: 'resident', accountId: null, sectorId: world.sectorId, personId: host.personId }],
    [
      'un voisin',
      { kind: 'resident', accountId: null, sectorId: world.sectorId, personId: neighbour.personId },
    ],
    ['une accompagnatrice', { kind: 'companion', accountId: null, companionId: world.companion.companionId }],
    ['une personne qui choisit', { kind: 'choosing', accountId: newId() }],
    ['un technicien', { kind: 'operator' }],
    ['un installateur', { kind: 'installer' }],
  ] as const
  const opened = await outsideSectors(async (tx) => {
    const askers: Asker[] = []
    for (const [name, holder] of holders) askers.push(asker(name, (await openSession(tx, holder)).token))
    return askers
  })
  return {
    world,
    seatId: waiting.seatId,
    askers: [
      { name: 'un passant', cookie: '' },
      ...opened,
      asker('un pupitre', table.consoleToken),
      asker('une place', seated.token),
      asker('quelqu’un à la porte', waiting.token),
    ],
  }
}

const asker = (name: string, token: string): Asker => ({ name, cookie: `__Host-coopere=${token}` })

/** The addresses of the site for this verb; each parameter takes a real value, or one of nobody. */
export function addresses(
  app: FastifyInstance,
  method: 'GET' | 'POST',
  values: Record<string, string> = {},
): string[] {
  const urls = routesOf(app).flatMap((route) =>
    route.method === method && !route.url.includes('*') ? [route.url] : [],
  )
  return urls.map((url) => url.replace(/:(\w+)/g, (_all, name: string) => values[name] ?? newId()))
}

/** Without those after which someone is no longer where they were. */
export const lasting = (urls: readonly string[]): string[] =>
  urls.filter((url) => !/sortir|fermer|partir|enlever|annuler|liberer|tables\/[^/]+\/reprendre/.test(url))

/** Asks over a socket; of a stream, only what it says first. */
export function visit(port: number, url: string, asker: Asker, sent: Sent = {}): Promise<Answer> {
  const { method = 'GET', body } = sent
  const headers = {
    host: 'localhost',
    accept: 'text/html',
    'sec-fetch-site': 'same-origin',
    ...(asker.cookie === '' ? {} : { cookie: asker.cookie }),
    ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
    ...sent.headers,
  }
  return new Promise((resolve, reject) => {
    const asked = ask({ host: '127.0.0.1', port, path: url, method, headers, agent: false }, (answer) => {
      let heard = ''
      const told = () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: heard })
      answer.setEncoding('utf8').on('data', (text: string) => {
        heard += text
        if (String(answer.headers['content-type']).startsWith('text/event-stream')) asked.destroy()
      })
      answer.on('close', told).on('error', told)
    })
    asked.setTimeout(20_000, () => asked.destroy(new Error(`${method} ${url}: no answer to ${asker.name}`)))
    asked.on('error', reject)
    asked.end(body)
  })
}

/** Opens the site's door on a port of this machine. */
export async function portOf(app: FastifyInstance): Promise<number> {
  await app.listen({ port: 0, host: '127.0.0.1' })
  const address = app.server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}
