import { request } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { consoleView } from '#domain/gatherings/console.views.server.ts'
import { liveWord } from '#domain/gatherings/door.views.server.ts'
import { closeGathering } from '#domain/gatherings/closing.acts.server.ts'
import { admitSeat } from '#domain/gatherings/seating.acts.server.ts'
import { given, goTo, type OpenTable } from '#seeds/round-the-table.ts'
import { openSite, type Browser, type Site } from '../tests/site.ts'
import { aWorld, nadiasTable } from './world.ts'

// T24. A neighbour at the table looks at what someone else said: on their own phone, through the stream, or on a
// phone that was lent before. Everything the first person typed, was called, or ticked is a canary.

const world = aWorld()
let site: Site
let port = 0
beforeAll(async () => {
  site = await openSite()
  await site.app.listen({ port: 0, host: '127.0.0.1' })
  const address = site.app.server.address()
  port = typeof address === 'object' && address !== null ? address.port : 0
})
afterAll(() => site.close())

let table: OpenTable
let round = 0
beforeEach(async () => {
  table = await nadiasTable(world())
  round += 1
})

const first = () => ({
  prenom: `Zéphyrine ${'abcdefgh'[round] ?? ''}`,
  idee: 'Une ronde de cerfs-volants',
  precision: 'Visseuse vert pomme',
  telephone: '06 99 88 77 66',
  courriel: 'zephyrine@exemple.fr',
})

async function sit(phone: Browser, firstName: string, entrance: string): Promise<void> {
  const live = await liveWord(table.console)
  await phone.post('/a-table/sur-ce-telephone', { mot: `${live?.word ?? ''} ${live?.digits ?? ''}` })
  await phone.post('/a-table/prenom', { prenom: firstName, entree: world().entrances.get(entrance) ?? '' })
  const seat = (await consoleView(table.console))?.waiting.find((one) => one.firstName === firstName)
  given(await admitSeat(table.console, seat?.id ?? ''))
}

/** The first person goes through everything, and leaves a canary in each field. */
async function firstPersonTells(phone: Browser): Promise<void> {
  await phone.post('/a-table/regle')
  await goTo(table, 'sweep')
  await phone.post('/a-table/cocher', { tick: 'bricolage-perceuse:offer' })
  await goTo(table, 'review')
  await phone.post('/a-table/mes-choix', {
    faire: 'suite',
    'precision-bricolage-perceuse': first().precision,
    idee: first().idee,
  })
  await phone.post('/a-table/vous-joindre', { facon: 'email', ...first() })
  await phone.post('/a-table/charte', { age: 'adult' })
}

/** What may not be read anywhere on another person's phone. */
async function canaries(): Promise<string[]> {
  const seat = (await consoleView(table.console))?.seats.find((one) => one.firstName === first().prenom)
  const typed = Object.values(first())
  return [...typed, first().telephone.replaceAll(' ', ''), seat?.id ?? '', seat?.personId ?? '']
}

const addresses = [
  '/a-table',
  '/a-table/prenom',
  '/a-table/regle',
  '/a-table/theme/cuisine',
  '/a-table/theme/bricolage',
  '/a-table/mes-choix',
  '/a-table/vous-joindre',
  '/a-table/charte',
  '/a-table/confirmer',
  '/a-table/partir',
]

async function everyPage(phone: Browser): Promise<string> {
  const bodies: string[] = []
  for (const address of addresses) bodies.push((await phone.get(address)).body)
  return bodies.join('\n') + (await firstNews(phone))
}

/** The first line of the seat's own stream, over a real connection. */
const firstNews = (phone: Browser): Promise<string> =>
  new Promise((resolve, reject) => {
    const cookie = [...phone.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { host: 'localhost', cookie }
    const asked = request({ port, path: '/a-table/vivant', headers }, (answer) => {
      answer.setEncoding('utf8')
      let text = ''
      answer.on('data', (part: string) => {
        text += part
        if (!text.includes('data: ')) return
        asked.destroy()
        resolve(text)
      })
      answer.on('end', () => resolve(text))
    })
    asked.on('error', reject)
    asked.end()
  })

describe('Deux téléphones à la même table', () => {
  test('rien de la première personne n’est lisible sur le téléphone de la seconde, à aucun moment', async () => {
    const [one, other] = [site.browser(), site.browser()]
    await sit(one, first().prenom, 'Entrée F')
    await sit(other, `Barnabé ${round}`, 'Entrée C')
    await firstPersonTells(one)
    await other.post('/a-table/regle')
    const secrets = await canaries()
    expect(secrets).not.toContain('')
    for (const phase of ['review', 'witness', 'harvest']) {
      await goTo(table, phase)
      const seen = await everyPage(other)
      for (const secret of secrets) expect(seen).not.toContain(secret)
      expect(seen).not.toContain('Entrée F')
    }
    expect(await firstNews(other)).toContain('data: ')
    given(await closeGathering(table.console, table.consoleToken))
    const seen = await everyPage(other)
    for (const secret of secrets) expect(seen).not.toContain(secret)
  })

  test('les coches de l’une n’allument rien chez l’autre', async () => {
    const [one, other] = [site.browser(), site.browser()]
    await sit(one, first().prenom, 'Entrée F')
    await sit(other, `Célestin ${round}`, 'Entrée C')
    await firstPersonTells(one)
    await other.post('/a-table/regle')
    expect((await one.get('/a-table/theme/bricolage')).body).toContain('aria-pressed="true"')
    expect((await other.get('/a-table/theme/bricolage')).body).not.toContain('aria-pressed="true"')
  })
})

describe('Un téléphone prêté', () => {
  test('rendu par la première personne, il ne montre rien d’elle à la seconde', async () => {
    const phone = site.browser()
    await sit(phone, first().prenom, 'Entrée F')
    await firstPersonTells(phone)
    expect(await everyPage(phone)).toContain(first().precision)
    const handedBack = await phone.post('/sortir')
    expect(handedBack.headers['clear-site-data']).toContain('"storage"')
    const secrets = await canaries()
    await sit(phone, `Odilon ${round}`, 'Entrée C')
    const seen = await everyPage(phone)
    for (const secret of secrets) expect(seen).not.toContain(secret)
    expect(seen).toContain('"state":"seated"')
  })

  test('sans être rendu, il ne garde de la première personne ni session ni page', async () => {
    const phone = site.browser()
    await sit(phone, first().prenom, 'Entrée F')
    await firstPersonTells(phone)
    const secrets = await canaries()
    await sit(phone, `Prosper ${round}`, 'Entrée C')
    const seen = await everyPage(phone)
    for (const secret of secrets) expect(seen).not.toContain(secret)
    expect((await phone.get('/a-table/mes-choix')).headers['cache-control']).toBe('no-store')
  })
})
