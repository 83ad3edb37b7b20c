import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSession } from '#domain/access/session.acts.server.ts'
import type { Holder } from '#domain/access/session.ts'
import { openGathering } from '#domain/gatherings/opening.acts.server.ts'
import { approveGathering, cancelGathering, planFounding } from '#domain/gatherings/planning.acts.server.ts'
import { endMandate, giveMandate } from '#domain/roles/roles.acts.server.ts'
import { clock } from '#platform/clock.ts'
import { outsideSectors } from '#platform/db.server.ts'
import { person } from '#seeds/le-cerisier.ts'
import { sitDown } from '#seeds/round-the-table.ts'
import { asOwner, sectorTables } from '../tests/database/rls-check.ts'
import { plantNeighbourhood, plantVersions, type Neighbourhood } from '../tests/database/rls-world.ts'
import { openSite, type Site } from '../tests/site.ts'
import { aWorld, nadiasTable } from './world.ts'

// T20, at the doors of the site: every page of the route table is asked for with the ids of another sector, by each
// kind of person of this one. It is « not here », says no word of the other sector, and changes no row of it.

const world = aWorld()
let site: Site
let theirs: Neighbourhood
let holders: ReadonlyMap<string, Holder>

beforeAll(async () => {
  site = await openSite()
  await site.app.ready()
  await plantVersions()
  theirs = await plantNeighbourhood('B')
  const { sectorId, companion } = world()
  const resident = (firstName: string): Holder => {
    const { personId } = person(world().people, firstName)
    return { kind: 'resident', accountId: null, sectorId, personId }
  }
  const table = await nadiasTable(world())
  const { gatheringId, personId, companionId } = table.console
  const sylvie = await sitDown(table, { firstName: 'Sylvie', entrance: 'Entrée A' })
  holders = new Map<string, Holder>([
    ['une voisine', resident('Rosa')],
    ['un hôte', resident('Nadia')],
    ['qui accompagne', { kind: 'companion', accountId: null, companionId: companion.companionId }],
    ['le pupitre', { kind: 'console', sectorId, gatheringId, personId, companionId }],
    ['une chaise', { kind: 'seat', sectorId, gatheringId, seatId: sylvie.seatId }],
  ])
})
afterAll(() => site.close())

type Route = { readonly url: string; readonly methods: readonly string[] }

/** The route table itself, so that a page added tomorrow is asked for too. */
function routes(): Route[] {
  const path: string[] = []
  return site.app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const found = /^([\s│]*)[├└]── (\S+)(?: \(([A-Z, ]+)\))?/.exec(line)
      if (!found) return []
      const depth = (found[1] ?? '').length / 4
      path.length = depth
      path.push(found[2] ?? '')
      const url = path.join('').replace('//', '/')
      return found[3] === undefined ? [] : [{ url, methods: found[3].split(', ') }]
    })
    .filter(({ url }) => !url.includes('*') && !url.endsWith('/vivant'))
}

const filled = (url: string): string =>
  url
    .replace(':slug', theirs.slug)
    .replace(':table', theirs.openId)
    .replace(':seat', theirs.seatId)
    .replace(':witness', theirs.founders[0].id)
    .replace(/:\w+/g, theirs.openId)

const fields = (): Record<string, string> => {
  const [someone] = theirs.founders
  const ids = { voisin: someone.id, personne: someone.id, temoin: someone.id, qui: someone.id }
  const places = {
    table: theirs.openId,
    siege: theirs.seatId,
    entree: theirs.entranceId,
    secteur: theirs.sectorId,
  }
  return {
    ...ids,
    ...places,
    place: `voisin:${someone.id}`,
    jour: '2027-06-30',
    code: '1234',
    sector_id: theirs.sectorId,
  }
}

async function ask(holder: Holder, method: string, url: string) {
  const { token } = await outsideSectors((tx) => openSession(tx, holder))
  const browser = site.browser()
  browser.cookies.set('__Host-coopere', token)
  return method === 'POST' ? browser.post(url, fields()) : browser.get(url)
}

const theirRows = (): Promise<unknown> =>
  asOwner(async (owner) => {
    const kept: Record<string, unknown> = {}
    for (const table of sectorTables) {
      const answer = await owner.query(
        `SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) AS all FROM ${table} t WHERE sector_id = $1`,
        [theirs.sectorId],
      )
      kept[table] = answer.rows[0]
    }
    return kept
  })

describe('T20 · chaque page, demandée avec les numéros d’un autre secteur', () => {
  it('connaît toutes les pages du site', () => {
    const urls = routes().map(({ url }) => url)
    expect(urls).toContain('/accompagnement/secteurs/:slug/mandats/fin')
    expect(urls).toContain('/secteurs/:slug/offres')
    expect(urls.length).toBeGreaterThan(30)
  })

  it('répond bien à qui y habite', async () => {
    const [someone] = theirs.founders
    const own: Holder = { kind: 'resident', accountId: null, sectorId: theirs.sectorId, personId: someone.id }
    const page = await ask(own, 'GET', `/secteurs/${theirs.slug}/offres`)
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain(theirs.canary)
  })

  it.each(['une voisine', 'un hôte', 'qui accompagne', 'le pupitre', 'une chaise'])(
    'n’est pas là pour %s d’ici',
    async (who) => {
      const holder = holders.get(who)
      if (holder === undefined) throw new Error(who)
      const before = await theirRows()
      for (const { url, methods } of routes())
        for (const method of methods.filter((verb) => verb !== 'HEAD')) {
          if (holder.kind === 'console' && method === 'POST' && !url.includes(':')) continue
          const answer = await ask(holder, method, filled(url))
          const asked = `${method} ${url}`
          expect(answer.body, asked).not.toContain(theirs.canary)
          expect(String(answer.headers.location ?? ''), asked).not.toContain(theirs.slug)
          expect(answer.statusCode, asked).toBeLessThan(500)
          if (url.includes(':slug')) expect(answer.statusCode, asked).toBe(404)
          else if (url.includes(':')) expect([303, 404, 409, 410, 422], asked).toContain(answer.statusCode)
        }
      expect(await theirRows()).toEqual(before)
    },
  )

  it.each(['un hôte', 'qui accompagne'])(
    'ne mêle pas un secteur d’ici et une table d’ailleurs pour %s',
    async (who) => {
      const holder = holders.get(who)
      if (holder === undefined) throw new Error(who)
      const before = await theirRows()
      for (const { url, methods } of routes().filter((route) => route.url.includes(':slug')))
        for (const method of methods.filter((verb) => verb !== 'HEAD')) {
          const answer = await ask(holder, method, filled(url.replace(':slug', world().slug)))
          expect(answer.body, `${method} ${url}`).not.toContain(theirs.canary)
          if (url.includes(':table')) expect(answer.statusCode, `${method} ${url}`).toBe(404)
        }
      expect(await theirRows()).toEqual(before)
    },
  )
})

describe('T20 · chaque acte, fait avec les numéros d’un autre secteur', () => {
  const plan = () => ({ plannedFor: clock.now(), place: 'Ailleurs', shelter: 'Ailleurs' })

  it('est refusé à qui accompagne ce secteur-ci', async () => {
    const { companion, sectorId } = world()
    const [someone] = theirs.founders
    const before = await theirRows()
    expect(await approveGathering(companion, sectorId, theirs.openId)).toMatchObject({ reason: 'not-found' })
    expect(await approveGathering(companion, theirs.sectorId, theirs.openId)).toMatchObject({
      reason: 'not-companion',
    })
    expect(await planFounding(companion, theirs.sectorId, plan())).toMatchObject({ reason: 'not-companion' })
    expect((await openGathering(companion, theirs.sectorId, theirs.foundingId, '1234')).ok).toBe(false)
    expect((await giveMandate(companion, theirs.sectorId, someone.id, '2027-06-30')).ok).toBe(false)
    expect((await giveMandate(companion, sectorId, someone.id, '2027-06-30')).ok).toBe(false)
    expect((await endMandate(companion, theirs.sectorId, someone.id)).ok).toBe(false)
    expect((await endMandate(companion, sectorId, someone.id)).ok).toBe(false)
    expect(await theirRows()).toEqual(before)
  })

  it('est refusé à un hôte de ce secteur-ci', async () => {
    const nadia = person(world().people, 'Nadia')
    const before = await theirRows()
    expect(await cancelGathering(nadia, theirs.openId)).toMatchObject({ reason: 'not-found' })
    expect((await openGathering(nadia, theirs.sectorId, theirs.openId, '1234')).ok).toBe(false)
    expect(await openGathering(nadia, world().sectorId, theirs.openId, '1234')).toMatchObject({
      reason: 'not-found',
    })
    expect(await theirRows()).toEqual(before)
  })
})
