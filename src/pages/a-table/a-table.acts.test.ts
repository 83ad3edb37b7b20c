import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ResidentViewer } from '#domain/access/viewer.ts'
import { liveWord } from '#domain/gatherings/door.views.server.ts'
import { closeGathering } from '#domain/gatherings/closing.acts.server.ts'
import { consoleView } from '#domain/gatherings/console.views.server.ts'
import { admitSeat } from '#domain/gatherings/seating.acts.server.ts'
import { withSector } from '#platform/db.server.ts'
import { enter, person } from '#seeds/le-cerisier.ts'
import { given, goTo, vouch, type OpenTable } from '#seeds/round-the-table.ts'
import { aWorld, nadiasTable } from '../../../attacks/world.ts'
import { openSite, type Browser, type Site } from '../../../tests/site.ts'

const world = aWorld()
let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

let table: OpenTable
beforeEach(async () => {
  table = await nadiasTable(world())
})

const wordOnScreen = async (): Promise<string> => {
  const live = await liveWord(table.console)
  return `${live?.word ?? ''} ${live?.digits ?? ''}`
}

const entrance = (name: string): string => world().entrances.get(name) ?? ''

/** A phone whose owner typed the word, gave a first name, and waits. */
async function phoneOf(firstName: string, where = 'Entrée C'): Promise<Browser> {
  const phone = site.browser()
  await phone.post('/a-table/sur-ce-telephone', { mot: await wordOnScreen() })
  await phone.post('/a-table/prenom', { prenom: firstName, entree: entrance(where) })
  return phone
}

/** The same, once the host has said yes. */
async function seatedPhone(firstName: string, where = 'Entrée C'): Promise<Browser> {
  const phone = await phoneOf(firstName, where)
  const seat = (await consoleView(table.console))?.waiting.find((one) => one.firstName === firstName)
  given(await admitSeat(table.console, seat?.id ?? ''))
  return phone
}

/** A newcomer who has been through everything, and offers one thing. */
async function finishedPhone(firstName: string): Promise<Browser> {
  const phone = await seatedPhone(firstName)
  await phone.post('/a-table/regle')
  await goTo(table, 'sweep')
  await phone.post('/a-table/cocher', { tick: 'cuisine-pain:offer' })
  await goTo(table, 'review')
  await phone.post('/a-table/mes-choix', { faire: 'suite' })
  await phone.post('/a-table/vous-joindre', { facon: 'mot' })
  await phone.post('/a-table/charte', { age: 'adult' })
  return phone
}

async function nadiaAtTable(): Promise<ResidentViewer> {
  const nadia = person(world().people, 'Nadia')
  const seat = (await consoleView(table.console))?.seats.find((one) => one.personId === nadia.personId)
  return { ...nadia, seat: { gatheringId: table.gatheringId, seatId: seat?.id ?? '' } }
}

const sendTicks = (phone: Browser, payload: object) =>
  site.app.inject({
    method: 'POST',
    url: '/a-table/coches',
    headers: {
      accept: 'application/json',
      'sec-fetch-site': 'same-origin',
      cookie: [...phone.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    },
    payload,
  })

const people = async (firstName: string): Promise<number> =>
  withSector({ personId: null }, world().sectorId, async (tx) => {
    const seats = await tx.selectFrom('seats').select('id').where('first_name', '=', firstName).execute()
    const known = await tx.selectFrom('people').select('id').where('first_name', '=', firstName).execute()
    return seats.length + known.length
  })

const place = (answer: { headers: Record<string, unknown> }): unknown => answer.headers['location']

describe('Le balayage', () => {
  it('se fait sans script : un bouton, la même ligne, puis « C’est vu »', async () => {
    const phone = await seatedPhone('Sylvie')
    await goTo(table, 'rules')
    expect(place(await phone.get('/a-table'))).toBe('/a-table/regle')
    await phone.post('/a-table/regle')
    await goTo(table, 'sweep')
    const theme = await phone.get('/a-table')
    expect(theme.body).toContain('Rien ici, c’est vu')
    const ticked = await phone.post('/a-table/cocher', { tick: 'cuisine-pain:offer' })
    expect(place(ticked)).toBe('/a-table?theme=cuisine#idee-cuisine-pain')
    const again = await phone.get('/a-table?theme=cuisine')
    expect(again.body).toMatch(
      /value="cuisine-pain:offer"[^>]*aria-pressed="true"|aria-pressed="true"[^>]*value="cuisine-pain:offer"/,
    )
    await phone.post('/a-table/vu', { theme: 'cuisine' })
    expect((await phone.get('/a-table')).body).toContain('Regardez autour de vous')
    expect((await phone.get('/a-table/theme/jardin')).body).toContain('La table en est à')
  })

  it('reçoit les coches d’un téléphone, deux fois plutôt qu’une', async () => {
    const phone = await seatedPhone('Mehdi')
    await goTo(table, 'sweep')
    await phone.post('/a-table/regle')
    const operations = [
      {
        id: '3f2b8c1e-0000-4000-8000-000000000001',
        idea: 'cuisine-pain',
        offers: true,
        wishes: false,
        counter: 1,
        device: 'tel',
      },
    ]
    for (let time = 0; time < 2; time++) {
      const answer = await sendTicks(phone, { operations })
      expect(answer.json()).toEqual({ acknowledged: [operations[0]?.id], refused: [] })
    }
    expect((await sendTicks(phone, { operations: [{ id: 'x' }] })).statusCode).toBe(422)
    expect((await sendTicks(site.browser(), { operations })).statusCode).toBe(409)
  })
})

describe('La deuxième tasse', () => {
  it('relit, précise, enlève, puis dit comment joindre et ce que vaut la charte', async () => {
    const phone = await seatedPhone('Karine')
    await phone.post('/a-table/regle')
    await goTo(table, 'sweep')
    await phone.post('/a-table/cocher', { tick: 'bricolage-perceuse:offer' })
    await phone.post('/a-table/cocher', { tick: 'bricolage-escabeau:wish' })
    await goTo(table, 'review')
    const choices = await phone.get('/a-table/mes-choix')
    expect(choices.body).toContain('1 chose que vous proposez')
    expect(choices.body).toContain('Santé et sécurité')
    const told = await phone.post('/a-table/mes-choix', {
      faire: 'suite',
      'precision-bricolage-perceuse': 'Appelez le 06 12 34 56 78',
    })
    expect(told.statusCode).toBe(422)
    expect(told.body).toContain('Gardez votre numéro pour vous')
    expect(told.body).toContain('06 12 34 56 78')
    await phone.post('/a-table/mes-choix', {
      faire: 'enlever:bricolage-escabeau:wishes',
      'precision-bricolage-perceuse': 'Une visseuse',
      idee: '',
    })
    const after = await phone.get('/a-table/mes-choix')
    expect(after.body).toContain('Une visseuse')
    expect(after.body).toContain('Rien de souhaité')
    await phone.post('/a-table/mes-choix', { faire: 'suite', idee: 'Un banc au soleil' })
    expect(place(await phone.get('/a-table'))).toBe('/a-table/vous-joindre')
    const stuck = await phone.post('/a-table/vous-joindre', { facon: 'appel', telephone: '06' })
    expect(stuck.statusCode).toBe(422)
    expect(stuck.body).toContain('Il manque des chiffres')
    await phone.post('/a-table/vous-joindre', { facon: 'voisin', 'premier-lien': 'oui' })
    expect(place(await phone.get('/a-table'))).toBe('/a-table/charte')
    expect((await phone.post('/a-table/charte', {})).statusCode).toBe(422)
    await phone.post('/a-table/charte', { age: 'adult' })
    expect((await phone.get('/a-table')).body).toContain('Il reste à se reconnaître')
  })

  it('avant quinze ans, tout s’arrête avec douceur et s’efface', async () => {
    const phone = await seatedPhone('Inès')
    await phone.post('/a-table/regle')
    await goTo(table, 'review')
    await phone.post('/a-table/mes-choix', { faire: 'suite' })
    await phone.post('/a-table/vous-joindre', { facon: 'mot' })
    const answer = await phone.post('/a-table/charte', { age: 'moins-de-15' })
    expect(place(answer)).toBe('/a-table/avec-un-parent')
    expect(phone.cookies.size).toBe(0)
    expect(await people('Inès')).toBe(0)
  })

  it('« Je préfère ne pas m’inscrire » est sur chaque écran et efface tout', async () => {
    const phone = await seatedPhone('Denise', 'Entrée F')
    expect((await phone.get('/a-table')).body).toContain('Je préfère ne pas m’inscrire')
    await phone.post('/a-table/regle')
    await goTo(table, 'sweep')
    await phone.post('/a-table/cocher', { tick: 'cuisine-pain:offer' })
    expect((await phone.get('/a-table')).body).toContain('Je préfère ne pas m’inscrire')
    expect((await phone.get('/a-table/partir')).body).toContain('Ne rien garder de moi')
    expect(place(await phone.post('/a-table/partir'))).toBe('/a-table/parti')
    expect((await phone.get('/a-table/parti')).body).toContain('Rien n’est gardé. Le café, lui, reste servi.')
    expect(await people('Denise')).toBe(0)
  })
})

describe('Se reconnaître, et fermer', () => {
  it('le témoin touche les prénoms, et un refus se dit en mots', async () => {
    const paul = site.browser()
    paul.cookies.set('__Host-coopere', await enter(person(world().people, 'Paul')))
    await paul.post('/a-table/sur-ce-telephone', { table: table.gatheringId })
    const seat = (await consoleView(table.console))?.waiting[0]
    given(await admitSeat(table.console, seat?.id ?? ''))
    const fatou = await finishedPhone('Fatou')
    await goTo(table, 'witness')
    const page = await paul.get('/a-table/confirmer')
    expect(page.body).toContain('Vous dites seulement : nous étions ensemble.')
    expect(page.body).not.toContain('checked')
    const newcomer =
      (await consoleView(table.console))?.seats.find((one) => one.firstName === 'Fatou')?.personId ?? ''
    expect((await paul.post('/a-table/confirmer', {})).statusCode).toBe(422)
    expect((await paul.post('/a-table/confirmer', { avec: newcomer })).statusCode).toBe(303)
    const twice = await paul.post('/a-table/confirmer', { avec: newcomer })
    expect(twice.body).toContain('C’est déjà fait')
    await vouch(await nadiaAtTable(), [newcomer])
    expect((await fatou.get('/a-table')).body).toContain('Deux voisins ont dit')
    await goTo(table, 'harvest')
    expect((await fatou.get('/a-table')).body).toContain('1 offre, 0 envie')
    given(await closeGathering(table.console, table.consoleToken))
    const done = await fatou.get('/a-table')
    expect(done.body).toContain('C’est fait')
    expect(done.body).toMatch(/Nadia et Paul étaient là|Paul et Nadia étaient là/)
  })
})
