import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from 'vitest'
import { installationLink } from '#domain/association/installation.acts.server.ts'
import { planGathering } from '#domain/gatherings/planning.acts.server.ts'
import { clock } from '#platform/clock.ts'
import { outsideSectors, withSector } from '#platform/db.server.ts'
import { isoDate } from '#ui/dates.ts'
import { freshDatabase } from '../fresh-database.ts'
import { openSite, type Browser, type Site } from '../site.ts'
import { plantNeighbourhood, plantVersions, type Neighbourhood } from './rls-world.ts'

const start = {
  choix: 'commencer',
  association: 'Les voisins du Four',
  prenom: 'Zoé',
  adresse: 'zoe@exemple.fr',
}
const entrees = 'Entrée A ; 60\nEntrée B : 66 logements'
const inDays = (days: number): string => isoDate(new Date(clock.now().getTime() + days * 86_400_000))

let site: Site
const fresh = async () => {
  await freshDatabase()
  site = await openSite()
}
async function installer(): Promise<Browser> {
  const browser = site.browser()
  await browser.get((await installationLink()) ?? '')
  return browser
}
async function companion(): Promise<Browser> {
  const browser = await installer()
  await browser.post('/installation', start)
  return browser
}

describe('la première installation', () => {
  beforeEach(fresh)
  afterEach(() => site.close())

  it('ne se fait pas sans le lien', async () => {
    const stranger = site.browser()
    const page = await stranger.get('/installation')
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('suivez le lien')
    expect((await stranger.post('/installation', start)).statusCode).toBe(422)
    expect((await stranger.post('/installation', { choix: 'essayer' })).statusCode).toBe(422)
    expect((await stranger.get('/installation?cle=faux')).statusCode).toBe(410)
    expect((await stranger.get('/accompagnement')).headers.location).toBe('/entrer?suite=%2Faccompagnement')
  })

  it('échange le lien contre un témoin de ce navigateur, et le sort de la barre d’adresse', async () => {
    const browser = site.browser()
    const link = (await installationLink()) ?? ''
    const followed = await browser.get(link)
    expect(followed.statusCode).toBe(303)
    expect(followed.headers.location).toBe('/installation')
    expect(followed.cookies[0]).toMatchObject({ httpOnly: true, secure: true, path: '/' })
    const page = await browser.get('/installation')
    expect(page.body).toContain('Essayer avec un quartier de démonstration')
    expect(page.body).toContain('Commencer pour de vrai')
    expect(page.headers['cache-control']).toContain('no-')
    expect((await site.browser().get(link)).statusCode).toBe(410)
  })

  it('garde ce qui est tapé quand quelque chose coince', async () => {
    const browser = await installer()
    const answer = await browser.post('/installation', {
      ...start,
      prenom: '<b>Zoé</b>',
      adresse: 'zoe@exemple',
    })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('value="&lt;b>Zoé&lt;/b>"')
    expect(answer.body).toContain('value="zoe@exemple"')
    expect(answer.body).toContain('value="Les voisins du Four"')
    expect(answer.body).toContain('Cette adresse ne semble pas complète')
  })

  it('pose l’association, mène aux secteurs, et ne se refait pas', async () => {
    const browser = await installer()
    const answer = await browser.post('/installation', start)
    expect(answer.headers.location).toBe('/accompagnement')
    const home = await browser.get('/accompagnement')
    expect(home.statusCode).toBe(200)
    expect(home.body).toContain('Les voisins du Four')
    expect(home.body).toContain('Pour commencer')
    expect((await browser.get('/installation')).statusCode).toBe(404)
    expect((await browser.get('/demonstration')).statusCode).toBe(404)
    expect((await browser.post('/demonstration/enlever')).statusCode).toBe(404)
  })
})

describe('la démonstration', () => {
  beforeEach(fresh)
  afterEach(() => site.close())

  it('laisse être chacun, puis s’enlève d’un clic', async () => {
    const browser = await installer()
    expect((await browser.post('/installation', { choix: 'essayer' })).headers.location).toBe(
      '/demonstration',
    )
    const page = await browser.get('/demonstration')
    expect(page.statusCode).toBe(200)
    for (const name of ['de Nadia', 'de Paul', 'd’Aïcha', 'd’Yves', 'de Claire'])
      expect(page.body).toContain(`Prendre la place ${name}`)
    expect(page.body).not.toContain('Prendre la place de <')
    const places = [...page.body.matchAll(/value="((?:voisin|association):[0-9a-f-]{36})"/g)].map(
      (match) => match[1] ?? '',
    )
    const homes = new Set<string>()
    for (const place of places) {
      const taken = await browser.post('/demonstration/place', { place })
      expect(taken.statusCode).toBe(303)
      homes.add(String(taken.headers.location).replace(/\/secteurs\/[a-z0-9-]+/, ''))
    }
    expect([...homes].sort()).toEqual(['/accompagnement', '/offres', '/tables'])
    expect((await browser.post('/demonstration/place', { place: 'voisin:moi' })).statusCode).toBe(422)
    const passerBy = site.browser()
    expect((await passerBy.get('/charte')).body).toContain('personne n’est réel')
    expect((await passerBy.get('/demonstration')).body).not.toContain('Tout enlever')
    expect((await passerBy.post('/demonstration/enlever')).statusCode).toBe(422)
    const removed = await browser.post('/demonstration/enlever')
    expect(removed.statusCode).toBe(200)
    const link = /href="(\/installation\?cle=[\w-]+)"/.exec(removed.body)?.[1] ?? ''
    expect((await browser.get('/demonstration')).statusCode).toBe(404)
    expect((await browser.get('/charte')).body).not.toContain('personne n’est réel')
    expect((await browser.get(link)).headers.location).toBe('/installation')
    expect((await browser.post('/installation', start)).headers.location).toBe('/accompagnement')
  })

  it('cède la place au premier vrai secteur, pour toujours', async () => {
    const browser = await installer()
    await browser.post('/installation', { choix: 'essayer' })
    const page = await browser.get('/demonstration')
    await browser.post('/demonstration/place', {
      place: /association:[0-9a-f-]{36}/.exec(page.body)?.[0] ?? '',
    })
    expect((await browser.get('/accompagnement/ouvrir')).body).toContain(
      'enlève la démonstration, pour toujours',
    )
    const plan = { geste: 'ouvrir', nom: 'Rue du Four', commune: 'Massy', entrees }
    const unsaid = await browser.post('/accompagnement/ouvrir', plan)
    expect(unsaid.statusCode).toBe(422)
    expect(unsaid.body).toContain('Écrivez le nom de votre association')
    const opened = await browser.post('/accompagnement/ouvrir', { ...plan, ...start })
    expect(opened.headers.location).toBe('/accompagnement/secteurs/rue-du-four?fait=ouvert')
    expect((await browser.get('/accompagnement/secteurs/rue-du-four')).body).toContain('Rue du Four')
    expect((await browser.get('/demonstration')).statusCode).toBe(404)
  })
})

describe('accompagner', () => {
  let zoe: Browser
  let elsewhere: Neighbourhood
  beforeAll(async () => {
    await fresh()
    zoe = await companion()
    await plantVersions()
    elsewhere = await plantNeighbourhood('B')
  })
  afterAll(() => site.close())

  const path = '/accompagnement/secteurs/le-cerisier'
  const cerisier = { nom: 'Le Cerisier', commune: 'Massy', entrees, geste: 'ouvrir' }
  const sectorId = async (): Promise<string> =>
    outsideSectors(async (tx) => {
      const row = await tx
        .selectFrom('public_sectors')
        .select('sector_id')
        .where('slug', '=', 'le-cerisier')
        .executeTakeFirstOrThrow()
      return row.sector_id
    })

  it('montre ce qui est compris avant d’ouvrir, et ce qui reste à reprendre', async () => {
    const pasted = 'Entrée;Logements\nEntrée A;60\nEntrée B;soixante\nappt 12;1\n<img onerror>;9'
    const answer = await zoe.post('/accompagnement/ouvrir', {
      ...cerisier,
      entrees: pasted,
      geste: 'verifier',
    })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('Ce que nous avons compris')
    expect(answer.body).toMatch(/2.entrées, 69.logements/)
    expect(answer.body).toMatch(/Ligne.3, «.Entrée.B;soixante.» *: *il manque le nombre|Ligne 3/)
    expect(answer.body).toContain('une porte, un étage ou un appartement')
    expect(answer.body).not.toContain('<img onerror')
    expect(answer.body).toContain('Entrée B;soixante\nappt 12;1')
    expect((await zoe.post('/accompagnement/ouvrir', { ...cerisier, geste: 'verifier' })).statusCode).toBe(
      200,
    )
  })

  it('demande pourquoi un secteur est plus petit', async () => {
    const tiny = { ...cerisier, nom: 'Le Hameau', entrees: 'Hameau ; 30' }
    const asked = await zoe.post('/accompagnement/ouvrir', tiny)
    expect(asked.statusCode).toBe(422)
    expect(asked.body).toContain('S’il y en a moins, dites pourquoi')
    expect(asked.body).toContain('name="raison"')
    const raison = 'Seul au bout de la route, à deux kilomètres du bourg.'
    expect((await zoe.post('/accompagnement/ouvrir', { ...tiny, raison })).headers.location).toContain(
      'le-hameau',
    )
    expect((await zoe.get('/accompagnement/secteurs/le-hameau')).body).toContain(raison)
  })

  it('ouvre le secteur et le montre dans la liste', async () => {
    const opened = await zoe.post('/accompagnement/ouvrir', cerisier)
    expect(opened.headers.location).toBe(`${path}?fait=ouvert`)
    const page = await zoe.get(`${path}?fait=ouvert`)
    expect(page.body).toContain('C’est fait : le secteur est ouvert'.replace(' :', '\u00a0:'))
    expect(page.body).toContain('Préparer la table fondatrice')
    expect((await zoe.get('/accompagnement')).body).toContain('Le Cerisier')
    expect((await zoe.get(`${path}?fait=constructor`)).statusCode).toBe(200)
  })

  it('prépare la table fondatrice une seule fois', async () => {
    const form = { jour: inDays(7), heure: '10:30', lieu: 'Banc du cerisier', abri: 'Hall B' }
    const page = await zoe.get(`${path}/table-fondatrice`)
    expect(page.body).toContain('Garder cette date')
    const stuck = await zoe.post(`${path}/table-fondatrice`, { ...form, jour: '2027-02-31', lieu: '' })
    expect(stuck.statusCode).toBe(422)
    expect(stuck.body).toContain('value="Hall B"')
    expect((await zoe.post(`${path}/table-fondatrice`, form)).headers.location).toBe(
      `${path}?fait=fondatrice`,
    )
    expect((await zoe.get(path)).body).toContain('Ouvrir la table')
    expect((await zoe.post(`${path}/table-fondatrice`, form)).statusCode).toBe(422)
    expect((await zoe.get(`${path}/table-fondatrice`)).statusCode).toBe(303)
  })

  it('n’existe pas ailleurs, ni pour quelqu’un d’autre', async () => {
    for (const url of [elsewhere.slug, 'nulle-part'].map((slug) => `/accompagnement/secteurs/${slug}`)) {
      expect((await zoe.get(url)).statusCode).toBe(404)
      expect(
        (await zoe.post(`${url}/mandats`, { voisin: elsewhere.founders[1].id, jour: inDays(30) })).statusCode,
      ).toBe(404)
      expect((await zoe.post(`${url}/tables/accord`, { table: elsewhere.openId })).statusCode).toBe(404)
    }
    expect((await site.browser().get(path)).statusCode).toBe(303)
    for (const table of [elsewhere.openId, 'x', "1' OR true"])
      expect((await zoe.post(`${path}/tables/accord`, { table })).statusCode).toBe(422)
    const voisin = elsewhere.founders[1].id
    expect((await zoe.post(`${path}/mandats`, { voisin, jour: inDays(30) })).body).toContain(
      'inscrite dans ce secteur',
    )
  })

  it('confie un mandat, le termine, et dit oui à une table', async () => {
    const place = await accompanied()
    const here = `/accompagnement/secteurs/${place.slug}`
    const [host, paul] = place.founders
    const page = await zoe.get(here)
    expect(page.body).toContain('Une seule personne porte tout')
    const late = await zoe.post(`${here}/mandats`, { voisin: paul.id, jour: inDays(700) })
    expect(late.statusCode).toBe(422)
    expect(late.body).toContain('douze mois au plus')
    expect(late.body).toContain(`<option value="${paul.id}" selected`)
    expect((await zoe.post(`${here}/mandats/fin`, { voisin: host.id })).statusCode).toBe(422)
    expect((await zoe.post(`${here}/mandats`, { voisin: paul.id, jour: inDays(200) })).statusCode).toBe(303)
    expect((await zoe.get(here)).body).not.toContain('Une seule personne porte tout')
    const viewer = { kind: 'resident', sectorId: place.sectorId, personId: paul.id, seat: null } as const
    const planned = await planGathering(viewer, {
      plannedFor: new Date(clock.now().getTime() + 86_400_000),
      place: 'Cour',
      shelter: 'Hall',
    })
    if (!planned.ok) throw new Error(planned.reason)
    expect((await zoe.get('/accompagnement')).body).toContain('Une table attend votre oui')
    expect((await zoe.get(here)).body).toContain('D’accord pour cette table')
    const yes = await zoe.post(`${here}/tables/accord`, { table: planned.value })
    expect(yes.headers.location).toBe(`${here}?fait=accord`)
    expect((await zoe.post(`${here}/tables/accord`, { table: planned.value })).statusCode).toBe(422)
    expect((await zoe.post(`${here}/mandats/fin`, { voisin: host.id })).headers.location).toBe(
      `${here}?fait=merci`,
    )
  })

  it('ne montre ni un choix, ni une coordonnée, ni une idée des voisins', async () => {
    const [first] = await outsideSectors((tx) =>
      tx.selectFrom('public_sectors').select('slug').where('slug', '=', 'secteur-c').execute(),
    )
    const page = await zoe.get(`/accompagnement/secteurs/${first?.slug ?? ''}`)
    expect(page.statusCode).toBe(200)
    expect(page.body).not.toContain('CUI01')
    expect(page.body).not.toContain('Secret')
  })

  async function accompanied(): Promise<Neighbourhood> {
    const place = await plantNeighbourhood('C')
    await outsideSectors(async (tx) => {
      const { id, starts_at, ends_at } = await tx
        .selectFrom('companions')
        .selectAll()
        .executeTakeFirstOrThrow()
      await tx
        .insertInto('companion_sectors')
        .values({ companion_id: id, sector_id: place.sectorId, starts_at, ends_at })
        .execute()
    })
    await withSector({ personId: null }, place.sectorId, (tx) =>
      tx.updateTable('choices').set({ detail: 'Secret' }).execute(),
    )
    expect(await sectorId()).not.toBe(place.sectorId)
    return place
  }
})
