import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSession } from '#domain/access/session.acts.server.ts'
import { planFounding } from '#domain/gatherings/planning.acts.server.ts'
import { openSector } from '#domain/sectors/sectors.acts.server.ts'
import { clock } from '#platform/clock.ts'
import { outsideSectors } from '#platform/db.server.ts'
import { enter, person, plantLeCerisier, type World } from '#seeds/le-cerisier.ts'
import { given } from '#seeds/round-the-table.ts'
import { isoDate } from '#ui/dates.ts'
import { freshDatabase } from '../../../../tests/fresh-database.ts'
import { openSite, type Browser, type Site } from '../../../../tests/site.ts'

let site: Site
let world: World
let tablet: Browser
const tables = '/secteurs/le-cerisier/tables'
const COOKIE = '__Host-coopere'

void freshDatabase()
beforeAll(async () => {
  site = await openSite()
  world = await plantLeCerisier()
})
afterAll(() => site.close())

async function as(firstName: string): Promise<Browser> {
  const browser = site.browser()
  browser.cookies.set(COOKIE, await enter(person(world.people, firstName)))
  return browser
}

async function companion(): Promise<Browser> {
  const { companionId } = world.companion
  const session = await outsideSectors((tx) =>
    openSession(tx, { kind: 'companion', accountId: null, companionId }),
  )
  const browser = site.browser()
  browser.cookies.set(COOKIE, session.token)
  return browser
}

describe('les tables du groupe d’animation', () => {
  test('une hôte y trouve la prochaine, ce qui manque, et celles d’avant', async () => {
    const page = await (await as('Nadia')).get(tables)
    expect(page.statusCode).toBe(200)
    expect(page.headers['cache-control']).toBe('no-store')
    for (const words of [
      'Vos tables',
      'elle est annoncée',
      'Ce qui manque encore',
      '12 foyers inscrits',
      '6 inscrits sur 6',
    ])
      expect(page.body.replace(/[\u00a0\u202f]/g, ' ')).toContain(words)
  })

  test('pour tous les autres, la page est la même que si le secteur n’existait pas', async () => {
    const askers = [site.browser(), await as('Paul'), await companion()]
    for (const asker of askers) {
      const here = await asker.get(tables)
      const nowhere = await asker.get('/secteurs/nulle-part/tables')
      expect(here.statusCode).toBe(404)
      expect(nowhere.statusCode).toBe(404)
      expect(here.body.length).toBe(nowhere.body.length)
    }
    const missing = await (await as('Nadia')).get('/secteurs/nulle-part/tables')
    expect(missing.statusCode).toBe(404)
  })
})

describe('préparer une table', () => {
  const tomorrow = () => isoDate(new Date(clock.now().getTime() + 86_400_000))

  test('ce qui coince se dit à côté de chaque réponse, et ce qui est tapé reste', async () => {
    const nadia = await as('Nadia')
    const page = await nadia.post(`${tables}/preparer`, {
      jour: '',
      heure: '10:00',
      lieu: "L'aire <de> jeux",
      abri: '',
    })
    expect(page.statusCode).toBe(422)
    expect(page.body).toContain('value="L\'aire &lt;de> jeux"')
    expect(page.body).toContain('Choisissez un jour du calendrier')
    expect(page.body).toContain('Dites où se mettre à l’abri')
    expect(page.body).not.toContain('Dites où : un banc')
  })

  test('une date passée revient avec sa phrase', async () => {
    const nadia = await as('Nadia')
    const typed = { jour: '2020-01-02', heure: '10:00', lieu: 'Le banc du cerisier', abri: 'Hall B' }
    const page = await nadia.post(`${tables}/preparer`, typed)
    expect(page.statusCode).toBe(422)
    expect(page.body).toContain('Ce jour est passé')
    expect(page.body).toContain('value="2020-01-02"')
  })

  test('une table préparée attend le oui de l’association, puis s’annule', async () => {
    const nadia = await as('Nadia')
    const planned = await nadia.post(`${tables}/preparer`, {
      jour: tomorrow(),
      heure: '18:30',
      lieu: 'La cour',
      abri: 'Le hall C',
    })
    expect(planned.statusCode).toBe(303)
    const here = String(planned.headers.location)
    expect((await nadia.get(here)).body).toContain('Attend le oui de l’association')
    expect((await nadia.get(`${here}/annuler`)).statusCode).toBe(200)
    expect((await nadia.post(`${here}/annuler`)).headers.location).toBe(tables)
    expect((await nadia.get(here)).body).toContain('Annulée')
  })

  test('un voisin qui n’est pas du groupe ne prépare rien', async () => {
    const paul = await as('Paul')
    const typed = { jour: tomorrow(), heure: '18:30', lieu: 'La cour', abri: 'Le hall C' }
    expect((await paul.post(`${tables}/preparer`, typed)).statusCode).toBe(404)
  })
})

describe('la table fondatrice', () => {
  test('la personne qui accompagne l’ouvre sans code, et personne d’autre ne la trouve', async () => {
    const opened = given(await openSector(world.companion, { ...butte, sizeReason: null }))
    const plan = { plannedFor: clock.now(), place: 'La salle commune', shelter: 'La salle commune' }
    const table = given(await planFounding(world.companion, opened.sectorId, plan))
    const here = `/secteurs/${opened.slug}/tables/${table}`
    expect((await (await as('Nadia')).get(here)).statusCode).toBe(404)
    const claire = await companion()
    const page = await claire.get(here)
    expect(page.body).toContain('La table fondatrice')
    expect(page.body).not.toContain('name="code"')
    expect((await claire.post(`${here}/annuler`)).statusCode).toBe(404)
    expect((await claire.post(`${here}/ouvrir`)).headers.location).toBe('/pupitre')
    expect((await claire.get('/pupitre')).body).toContain('Visez ce carré')
  })
})

const butte = {
  name: 'La Butte aux Merles',
  commune: 'Massy',
  entrances: [
    { name: 'Entrée A', dwellings: 60 },
    { name: 'Entrée B', dwellings: 60 },
  ],
}

describe('ouvrir une table', () => {
  test('sans quatre chiffres, elle ne s’ouvre pas', async () => {
    const nadia = await as('Nadia')
    const page = await nadia.post(`${tables}/${world.nextGathering}/ouvrir`, { code: '12' })
    expect(page.statusCode).toBe(422)
    expect(page.body).toContain('Choisissez quatre chiffres')
    expect(page.body).not.toContain('value="12"')
  })

  test('l’appareil qui l’ouvre devient le pupitre et n’est plus chez Nadia', async () => {
    const nadia = await as('Nadia')
    const before = nadia.cookies.get(COOKIE) ?? ''
    const opened = await nadia.post(`${tables}/${world.nextGathering}/ouvrir`, { code: '4821' })
    expect([opened.statusCode, opened.headers.location]).toEqual([303, '/pupitre'])
    expect(nadia.cookies.get(COOKIE)).not.toBe(before)
    expect((await nadia.get('/pupitre')).statusCode).toBe(200)
    expect((await nadia.get(tables)).statusCode).toBe(404)
    const thief = site.browser()
    thief.cookies.set(COOKIE, before)
    expect((await thief.get(tables)).statusCode).toBe(404)
    expect((await (await as('Nadia')).get(`${tables}/${world.nextGathering}`)).body).toContain(
      'Ouverte en ce moment',
    )
    tablet = nadia
  })

  test('la tablette éteinte, Nadia reprend le pupitre sur son téléphone, et la tablette n’en sait plus rien', async () => {
    const here = `${tables}/${world.nextGathering}`
    const aicha = await as('Aïcha') // of the team too, but not at this table
    expect((await aicha.get(here)).body).not.toContain('Reprendre le pupitre')
    expect((await aicha.post(`${here}/reprendre`)).statusCode).toBe(422)
    const phone = await as('Nadia')
    expect((await phone.get(here)).body).toContain('Reprendre le pupitre')
    expect((await phone.post(`${here}/reprendre`)).headers.location).toBe('/pupitre')
    expect((await phone.get('/pupitre')).statusCode).toBe(200)
    expect((await tablet.get('/pupitre')).statusCode).toBe(404)
  })
})
