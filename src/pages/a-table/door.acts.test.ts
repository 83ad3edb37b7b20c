import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { liveWord } from '#domain/gatherings/door.views.server.ts'
import { consoleView } from '#domain/gatherings/console.views.server.ts'
import { refuseSeat } from '#domain/gatherings/seating.acts.server.ts'
import { withSector } from '#platform/db.server.ts'
import { enter, person } from '#seeds/le-cerisier.ts'
import { given, sitDown, type OpenTable } from '#seeds/round-the-table.ts'
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

const people = async (firstName: string): Promise<number> =>
  withSector({ personId: null }, world().sectorId, async (tx) => {
    const seats = await tx.selectFrom('seats').select('id').where('first_name', '=', firstName).execute()
    const known = await tx.selectFrom('people').select('id').where('first_name', '=', firstName).execute()
    return seats.length + known.length
  })

const place = (answer: { headers: Record<string, unknown> }): unknown => answer.headers['location']

describe('À la porte', () => {
  it('le mot juste mène à la bienvenue, sans rien créer', async () => {
    const phone = site.browser()
    const word = await wordOnScreen()
    const typed = await phone.post('/a-table', { mot: word })
    expect(typed.statusCode).toBe(303)
    const welcome = await phone.get(String(place(typed)))
    expect(welcome.body).toContain('Bienvenue à la table de Nadia')
    expect(welcome.body).toContain('Sur ce téléphone')
    expect(phone.cookies.size).toBe(0)
  })

  it('un mot faux garde ce qui a été tapé et dit quoi faire', async () => {
    const phone = site.browser('192.0.2.10')
    const answer = await phone.post('/a-table', { mot: 'zebulon 12' })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('value="zebulon 12"')
    expect(answer.body).toContain('le mot change chaque minute')
  })

  it('les mots au hasard attendent, un mot juste ne coûte rien', async () => {
    const guesser = site.browser('192.0.2.66')
    const codes: number[] = []
    for (let guess = 0; guess < 14; guess++)
      codes.push((await guesser.post('/a-table', { mot: `kiwi ${10 + guess}` })).statusCode)
    expect(codes).toContain(429)
    const word = await wordOnScreen()
    for (let phone = 0; phone < 14; phone++)
      expect((await site.browser('192.0.2.77').post('/a-table', { mot: word })).statusCode).toBe(303)
  })

  it('le carré de l’écran mène au même endroit', async () => {
    const live = await liveWord(table.console)
    const answer = await site.browser().get(`/a-table?carre=${live?.square ?? ''}`)
    expect(answer.body).toContain('Bienvenue à la table de Nadia')
    expect((await site.browser().get('/a-table?carre=ABCD')).statusCode).toBe(422)
  })

  it('un voisin d’un autre secteur reçoit la réponse d’un mot faux', async () => {
    const stranger = site.browser()
    const rosa = person(world().people, 'Rosa')
    stranger.cookies.set('__Host-coopere', await enter({ ...rosa, sectorId: '100000000000001' }))
    const answer = await stranger.post('/a-table', { mot: await wordOnScreen() })
    expect(answer.statusCode).toBe(422)
  })

  it('un voisin inscrit s’assied d’un seul bouton', async () => {
    const phone = site.browser()
    phone.cookies.set('__Host-coopere', await enter(person(world().people, 'Paul')))
    expect((await phone.get('/a-table')).body).toContain('Je m’assieds')
    const answer = await phone.post('/a-table/sur-ce-telephone', { table: table.gatheringId })
    expect(answer.statusCode).toBe(303)
    expect((await phone.get('/a-table')).body).toContain('Montrez cet écran à Nadia')
  })
})

describe('S’asseoir', () => {
  it('un prénom et une entrée suffisent, puis on montre son écran', async () => {
    const phone = await phoneOf('Lucas')
    const waiting = await phone.get('/a-table')
    expect(waiting.body).toContain('Montrez cet écran à Nadia')
    expect(waiting.body).toMatch(/<span>[a-zé]+ \d<\/span>/)
  })

  it('sans entrée, la page revient avec le prénom tapé', async () => {
    const phone = site.browser()
    await phone.post('/a-table/sur-ce-telephone', { mot: await wordOnScreen() })
    const answer = await phone.post('/a-table/prenom', { prenom: 'Lucas' })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('value="Lucas"')
    expect(answer.body).toContain('Touchez votre entrée dans la liste')
  })

  it('un prénom déjà porté demande un signe, à côté du prénom', async () => {
    const phone = site.browser()
    await phone.post('/a-table/sur-ce-telephone', { mot: await wordOnScreen() })
    const answer = await phone.post('/a-table/prenom', { prenom: 'ROSA', entree: entrance('Entrée A') })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('Ajoutez une initiale')
  })

  it('qui n’habite pas là ne laisse aucune trace', async () => {
    const phone = site.browser()
    await phone.post('/a-table/sur-ce-telephone', { mot: await wordOnScreen() })
    const answer = await phone.post('/a-table/prenom', { prenom: 'Marc', entree: 'ailleurs' })
    expect(place(answer)).toBe('/a-table/juste-a-cote')
    expect((await phone.get('/a-table/juste-a-cote')).body).toContain('Vous habitez juste à côté.')
    expect(phone.cookies.size).toBe(0)
    expect(await people('Marc')).toBe(0)
  })

  it('quand l’hôte ne voit pas la personne, la porte est refermée', async () => {
    const phone = await phoneOf('Gaspard')
    const seat = (await consoleView(table.console))?.waiting[0]
    given(await refuseSeat(table.console, seat?.id ?? ''))
    expect((await phone.get('/a-table')).body).toContain('L’hôte a refermé la porte.')
    expect(await people('Gaspard')).toBe(0)
  })

  it('la treizième personne entend parler de la deuxième table', async () => {
    for (let chair = 0; chair < 11; chair++)
      await sitDown(table, { firstName: `Voisin ${'abcdefghijk'[chair] ?? ''}`, entrance: 'Entrée A' })
    const phone = site.browser()
    await phone.post('/a-table/sur-ce-telephone', { mot: await wordOnScreen() })
    const answer = await phone.post('/a-table/prenom', { prenom: 'Zoé', entree: entrance('Entrée A') })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('La table est complète')
    expect(answer.body).toContain('deuxième table')
  })
})
