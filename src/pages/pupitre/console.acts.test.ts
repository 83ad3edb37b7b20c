import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { checkIn } from '#domain/gatherings/arrival.acts.server.ts'
import { approveGathering, planGathering } from '#domain/gatherings/planning.acts.server.ts'
import { clock } from '#platform/clock.ts'
import { withSector } from '#platform/db.server.ts'
import { enter, person, plantLeCerisier, type World } from '#seeds/le-cerisier.ts'
import { secondTable } from '#seeds/neighbours.ts'
import {
  arrive,
  checkInAt,
  fillCard,
  given,
  goTo,
  openTable,
  sitDown,
  type OpenTable,
} from '#seeds/round-the-table.ts'
import { freshDatabase } from '../../../tests/fresh-database.ts'
import { openSite, type Browser, type Site } from '../../../tests/site.ts'

let site: Site
let world: World
let table: OpenTable
let host: Browser
const COOKIE = '__Host-coopere'

void freshDatabase()
beforeAll(async () => {
  site = await openSite()
  world = await plantLeCerisier()
})
afterAll(() => site.close())

// Each test has a table of its own, as a companion approved it, open on Nadia's tablet.
beforeEach(async () => {
  const nadia = person(world.people, 'Nadia')
  const plan = { plannedFor: clock.now(), place: 'Le banc du cerisier', shelter: 'Hall B' }
  const id = given(await planGathering(nadia, plan))
  given(await approveGathering(world.companion, world.sectorId, id))
  table = await openTable(nadia, world.sectorId, id, world.entrances)
  host = site.browser()
  host.cookies.set(COOKIE, table.consoleToken)
})

const read = async (url = '/pupitre') => (await host.get(url)).body.replace(/[\u00a0\u202f]/g, ' ')
const isKept = (firstName: string) =>
  withSector(table.console, table.sectorId, async (tx) => {
    const person = await tx
      .selectFrom('people')
      .select('id')
      .where('first_name', '=', firstName)
      .executeTakeFirst()
    return person !== undefined
  })

// A first name is carried once in a sector: every newcomer of these tables has their own.
const names = [
  'Lucas',
  'Sylvie',
  'Mehdi',
  'Karine',
  'Odette',
  'Fatou',
  'Jules',
  'Anne',
  'Théo',
  'Zoé',
  'Ravi',
  'Noé',
]
const newcomer = (): string => names.shift() ?? ''

describe('la porte', () => {
  test('le mot, ses deux chiffres et le carré sont là, et rien d’autre que la table', async () => {
    const page = await read()
    expect(page).toMatch(/data-word[^>]*>[a-z]+ <span data-digits[^>]*>\d\d</)
    expect(page).toContain('Visez ce carré')
    expect(page).toContain('1 autour de la table')
    for (const stranger of ['Bernard', 'Rosa', 'Hugo', 'Samira']) expect(page).not.toContain(stranger)
  })

  test('qui attend est montré avec son image, et s’assoit quand l’hôte dit oui', async () => {
    const firstName = newcomer()
    const lucas = await arrive(table, { firstName, entrance: 'Entrée C' })
    expect(await read()).toContain(`${firstName}</b>, Entrée C`)
    const yes = await host.post(`/pupitre/porte/${lucas.seatId}`, { reponse: 'oui', retour: '/pupitre' })
    expect([yes.statusCode, yes.headers.location]).toEqual([303, '/pupitre'])
    expect(await read()).toContain('2 autour de la table')
  })

  test('qui n’est vu de personne disparaît', async () => {
    const firstName = newcomer()
    const zoe = await arrive(table, { firstName, entrance: 'Entrée C' })
    await host.post(`/pupitre/porte/${zoe.seatId}`, { reponse: 'non', retour: 'https://ailleurs.fr' })
    expect(await read()).not.toContain(firstName)
    expect(await isKept(firstName)).toBe(false)
    const again = await host.post(`/pupitre/porte/${zoe.seatId}`, { reponse: 'oui' })
    expect(again.statusCode).toBe(422)
  })

  test('la porte se ferme et se rouvre', async () => {
    expect(
      (await host.post('/pupitre/porte', { porte: 'fermer', retour: '/pupitre' })).headers.location,
    ).toBe('/pupitre')
    expect(await read()).toContain('La porte est fermée')
    expect(await read()).not.toContain('data-word')
    await host.post('/pupitre/porte', { porte: 'ouvrir' })
    expect(await read('/pupitre/porte')).toContain('Visez ce carré')
  })
})

describe('autour de la table', () => {
  test('deux personnes qui habitent ensemble le sont aussitôt, et une place se libère après une question', async () => {
    const [one, other] = [newcomer(), newcomer()]
    const lucas = await sitDown(table, { firstName: one, entrance: 'Entrée C' })
    const zoe = await sitDown(table, { firstName: other, entrance: 'Entrée C' })
    await host.post('/pupitre/places/ensemble', { place: zoe.seatId, avec: lucas.seatId })
    expect(await read('/pupitre/places')).toContain(`habite avec ${one}`)
    expect((await host.post('/pupitre/places/ensemble', { place: zoe.seatId, avec: '' })).statusCode).toBe(
      422,
    )
    expect(await read(`/pupitre/places/${zoe.seatId}/liberer`)).toContain(
      'Tout ce que cette personne a coché',
    )
    await host.post(`/pupitre/places/${zoe.seatId}/liberer`)
    expect([await isKept(one), await isKept(other)]).toEqual([true, false])
  })
})

describe('les thèmes', () => {
  test('un bouton pressé deux fois avance une fois', async () => {
    await sitDown(table, { firstName: newcomer(), entrance: 'Entrée C' })
    await goTo(table, 'sweep')
    expect(await read()).toContain('0 sur 1 a fini')
    expect(await read()).toContain('Thème suivant : Bricolage et petits travaux')
    await host.post('/pupitre/suite', { etape: 'sweep', theme: '0' })
    await host.post('/pupitre/suite', { etape: 'sweep', theme: '0' })
    expect(await read()).toContain('<b>2 sur 11</b>')
    await host.post('/pupitre/suite', { etape: 'inconnue', theme: 'x' })
    expect(await read()).toContain('<b>2 sur 11</b>')
  })
})

describe('se reconnaître, récolter, fermer', () => {
  async function untilWitness() {
    const paul = await checkInAt(table, person(world.people, 'Paul'))
    const firstName = newcomer()
    const lucas = await sitDown(table, { firstName, entrance: 'Entrée C' })
    await goTo(table, 'sweep')
    const [card] = secondTable
    if (card) await fillCard(lucas, { ...card, firstName, email: null })
    await goTo(table, 'witness')
    return { paul, firstName, lucas: lucas.viewer.personId ?? '', nadia: table.console.personId ?? '' }
  }

  test('l’hôte confirme sur son écran par ses quatre chiffres, qui n’y restent pas', async () => {
    const { lucas, firstName, nadia } = await untilWitness()
    expect(await read()).toContain(`Il manque deux voisins pour <b>${firstName}`)
    const nobody = await host.post(`/pupitre/temoins/${nadia}`, { code: '4821' })
    expect(nobody.body).toContain('Touchez d’abord les prénoms')
    const wrong = await host.post(`/pupitre/temoins/${nadia}`, { avec: lucas, code: '1234' })
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain('Ce ne sont pas les bons chiffres')
    expect(wrong.body).not.toContain('1234')
    const right = await host.post(`/pupitre/temoins/${nadia}`, { avec: lucas, code: '4821' })
    expect(right.body).toContain('c’est fait')
    expect(await read()).toContain(`Il manque un voisin pour <b>${firstName}`)
  })

  test('au nom de Paul sans son code, rien ne passe, et cinq essais l’arrêtent', async () => {
    const { paul, lucas, firstName } = await untilWitness()
    for (let tries = 0; tries < 5; tries++)
      await host.post(`/pupitre/temoins/${paul.personId}`, { avec: lucas, code: '00a0' })
    const locked = await host.post(`/pupitre/temoins/${paul.personId}`, { avec: lucas, code: '0000' })
    expect(locked.body).toContain('Cinq essais')
    expect(await read()).toContain(`Il manque deux voisins pour <b>${firstName}`)
  })

  test('la récolte dit deux nombres et aucun prénom', async () => {
    const { firstName } = await untilWitness()
    await host.post('/pupitre/suite', { etape: 'witness', theme: '10' })
    const page = await read()
    expect(page).toContain('Voilà ce qui dormait entre nous')
    expect(page).toMatch(/data-count[^>]*>11</)
    for (const name of [firstName, 'Paul', 'Nadia']) expect(page).not.toContain(name)
  })

  test('fermer dit d’abord ce qui se passera, puis efface tout de cet appareil', async () => {
    const { firstName } = await untilWitness()
    const question = await read('/pupitre/fermer')
    expect(question).toContain('Attendent encore')
    expect(question).toContain(`${firstName}</b> : il manque deux voisins pour confirmer`)
    const closed = await host.post('/pupitre/fermer')
    expect(closed.statusCode).toBe(200)
    expect(closed.headers['clear-site-data']).toBe('"cache", "cookies", "storage"')
    expect(closed.headers['cache-control']).toBe('no-store')
    expect(closed.body).toContain('Entrer à nouveau')
    host.cookies.set(COOKIE, table.consoleToken)
    for (const url of ['/pupitre', '/pupitre/porte', '/pupitre/vivant', '/pupitre/places'])
      expect((await host.get(url)).statusCode).toBe(404)
  })

  test('trop tôt, la table ne se ferme pas', async () => {
    const page = await host.post('/pupitre/fermer')
    expect(page.statusCode).toBe(422)
    expect(page.body).toContain('on la ferme après les thèmes')
  })
})

describe('le pupitre n’existe que pour l’appareil de la table', () => {
  const urls = ['', '/porte', '/accueil', '/places', '/temoins', '/fermer', '/vivant'].map(
    (end) => `/pupitre${end}`,
  )

  test('ni un passant, ni un voisin assis, ni un nouveau n’y entrent', async () => {
    const paul = person(world.people, 'Paul')
    const token = await enter(paul)
    given(await checkIn(paul, token, table.gatheringId))
    const seat = await sitDown(table, { firstName: newcomer(), entrance: 'Entrée C' })
    for (const held of ['', token, seat.token]) {
      const asker = site.browser()
      if (held !== '') asker.cookies.set(COOKIE, held)
      for (const url of urls) expect((await asker.get(url)).statusCode).toBe(404)
      expect((await asker.post('/pupitre/suite', { etape: 'welcome', theme: '0' })).statusCode).toBe(404)
    }
  })

  test('la place d’une autre table, ou une adresse au hasard, ne mène nulle part', async () => {
    const elsewhere = '018f0000-0000-7000-8000-000000000000'
    expect((await host.post(`/pupitre/porte/${elsewhere}`, { reponse: 'oui' })).statusCode).toBe(422)
    expect((await host.post('/pupitre/porte/hop', { reponse: 'oui' })).statusCode).toBe(404)
    expect((await host.get(`/pupitre/places/${elsewhere}/liberer`)).statusCode).toBe(404)
    expect((await host.get(`/pupitre/temoins/${elsewhere}`)).statusCode).toBe(404)
  })
})
