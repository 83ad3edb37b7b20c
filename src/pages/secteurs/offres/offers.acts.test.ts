import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ResidentViewer } from '#domain/access/viewer.ts'
import { publishStarterCharter } from '#domain/charter/charter.acts.server.ts'
import { currentCatalogue, publishStarterCatalogue } from '#domain/ideas/ideas.acts.server.ts'
import { chooseIdea } from '#domain/offers/my-choices.acts.server.ts'
import { endMandate } from '#domain/roles/roles.acts.server.ts'
import { touchDirectory } from '#domain/sectors/directory-version.acts.server.ts'
import { clock } from '#platform/clock.ts'
import { withSector, type Tx } from '#platform/db.server.ts'
import { enter, person, plantLeCerisier, type World } from '#seeds/le-cerisier.ts'
import { freshDatabase } from '../../../../tests/fresh-database.ts'
import { openSite, type Browser, type Site } from '../../../../tests/site.ts'

let world: World
let site: Site

beforeAll(async () => {
  await freshDatabase()
  await publishStarterCatalogue()
  await publishStarterCharter()
  world = await plantLeCerisier()
  site = await openSite()
}, 60_000)
afterAll(() => site.close())

const offers = (query = ''): string => `/secteurs/le-cerisier/offres${query}`
async function as(resident: ResidentViewer): Promise<Browser> {
  const browser = site.browser()
  browser.cookies.set('__Host-coopere', await enter(resident))
  return browser
}
const who = (firstName: string): ResidentViewer => person(world.people, firstName)
const bodyFor = async (firstName: string, query = ''): Promise<string> =>
  (await (await as(who(firstName))).get(offers(query))).body
const here = <T>(fn: (tx: Tx) => Promise<T>) => withSector({ personId: null }, world.sectorId, fn)

describe('« Par ici » est la même page pour tous, et celle d’aucun en particulier', () => {
  test('deux voisins lisent les mêmes mots, et personne n’y lit le prénom de qui regarde', async () => {
    const page = await bodyFor('Paul')
    expect(page === (await bodyFor('Tom'))).toBe(true)
    expect(page.includes('Perceuse à percussion, avec les forets')).toBe(true)
  })

  test('l’équipe d’animation a ses tables en haut de page, et la même liste', async () => {
    const [host, other] = [await bodyFor('Nadia'), await bodyFor('Paul')]
    expect(host.includes('Nos tables') && !other.includes('Nos tables')).toBe(true)
    const listOf = (page: string) => page.slice(page.indexOf('<main'))
    expect(listOf(host) === listOf(other)).toBe(true)
  })

  test('à la fin d’un mandat, les tables quittent la page au prochain regard', async () => {
    const bernard = await as(who('Bernard'))
    expect((await bernard.get(offers())).body.includes('Nos tables')).toBe(true)
    await endMandate(world.companion, world.sectorId, who('Bernard').personId)
    expect((await bernard.get(offers())).body.includes('Nos tables')).toBe(false)
  })

  test('elle voyage comprimée, et n’est gardée par personne en chemin', async () => {
    const cookie = `__Host-coopere=${await enter(who('Paul'))}`
    const ask = (encoding: string) =>
      site.app.inject({ url: offers(), headers: { cookie, 'accept-encoding': encoding } })
    const plain = await ask('identity')
    for (const encoding of ['br', 'gzip, deflate, br', 'br;q=0.5, gzip']) {
      const answer = await ask(encoding)
      expect(answer.headers).toMatchObject({
        'content-encoding': 'br',
        'cache-control': 'private, no-store',
        vary: 'accept-encoding',
        'content-type': 'text/html; charset=utf-8',
        'content-length': String(answer.rawPayload.length),
      })
      expect(brotliDecompressSync(answer.rawPayload).toString() === plain.body).toBe(true)
    }
    for (const encoding of ['gzip', 'br;q=0', 'br;q=0.0, gzip', ''])
      expect((await ask(encoding)).headers['content-encoding']).not.toBe('br')
    expect(plain.headers['cache-control']).toBe('private, no-store')
  })
})

describe('Ce qui change chez un voisin change ce que lisent les autres', () => {
  test('une offre ajoutée, puis mise de côté par son départ', async () => {
    const reader = await as(who('Rosa'))
    const reads = async (words: string) => (await reader.get(offers())).body.includes(words)
    expect(await reads('la garde d’un animal')).toBe(false)
    await chooseIdea(who('Hugo'), { idea: 'jardin-garde-animal', hand: 'offers', on: true })
    expect(await reads('la garde d’un animal')).toBe(true)
    const leaves = (left_at: Date | null) =>
      here(async (tx) => {
        await tx
          .updateTable('residents')
          .set({ left_at })
          .where('person_id', '=', who('Hugo').personId)
          .execute()
        await touchDirectory(tx, world.sectorId)
      })
    await leaves(clock.now())
    expect(await reads('Hugo')).toBe(false)
    await leaves(null)
    expect(await reads('Hugo')).toBe(true)
  })
})

describe('La porte est fermée à qui n’habite pas ici', () => {
  test('un passant, un voisin parti ou mis à l’écart reçoivent la même page calme qu’à une adresse inconnue', async () => {
    const passer = site.browser()
    const nowhere = await passer.get('/secteurs/nulle-part/offres')
    const words = (page: string) =>
      page.replace(/<main.*?<\/main>/s, (main) => main.replace(/[0-9A-HJKMNP-TV-Z]{4,}|req-\w+/g, ''))
    expect((await passer.get(offers())).statusCode).toBe(404)
    expect(words((await passer.get(offers())).body).length).toBe(words(nowhere.body).length)
    const mina = await as(who('Mina'))
    expect((await mina.get(offers())).statusCode).toBe(200)
    for (const state of [{ suspended_at: clock.now() }, { suspended_at: null, left_at: clock.now() }]) {
      await here((tx) =>
        tx.updateTable('residents').set(state).where('person_id', '=', who('Mina').personId).execute(),
      )
      expect((await mina.get(offers())).statusCode).toBe(404)
    }
    await here((tx) =>
      tx
        .updateTable('residents')
        .set({ left_at: null })
        .where('person_id', '=', who('Mina').personId)
        .execute(),
    )
  })

  test('un thème se lit en entier ; un thème inconnu n’existe pas', async () => {
    const paul = await as(who('Paul'))
    const theme = await paul.get(offers('?theme=bricolage'))
    expect(
      theme.body.includes('Bricolage et petits travaux, 13') &&
        theme.body.includes('Avant une première fois'),
    ).toBe(true)
    expect(theme.body.includes('Cuisine kabyle')).toBe(false)
    expect((await paul.get(offers('?theme='))).statusCode).toBe(200)
    expect((await paul.get(offers('?theme=inconnu'))).statusCode).toBe(404)
    expect((await paul.get(offers('?tri=age'))).statusCode).toBe(400)
  })
})

test('au-dessus de deux cents offres, les thèmes d’abord, avec leur compte', async () => {
  await here(async (tx) => {
    const rows = (await currentCatalogue()).ideas.map(({ code: idea }) => ({
      ...{ sector_id: world.sectorId, person_id: who('Rosa').personId, idea, offers: true, wishes: false },
      ...{ counter: 1, device: 'essai', changed_at: clock.now() },
    }))
    await tx
      .insertInto('choices')
      .values(rows)
      .onConflict((on) => on.columns(['sector_id', 'person_id', 'idea']).doUpdateSet({ offers: true }))
      .execute()
    await touchDirectory(tx, world.sectorId)
  })
  const page = await bodyFor('Paul')
  expect(/il y a déjà [23]\d\d offres/.test(page)).toBe(true)
  expect(page.includes('idee-nom')).toBe(false)
  expect([...page.matchAll(/<p class="petit doux">\d+ offres?<\/p>/g)]).toHaveLength(11)
  expect((await bodyFor('Paul', '?theme=jardin')).match(/class="idee-nom"/g)?.length).toBe(17)
})
