import { beforeAll, expect, test } from 'vitest'
import {
  endSession,
  openConsoleSession,
  openSeatSession,
  openSession,
} from '#domain/access/session.acts.server.ts'
import type { Holder } from '#domain/access/session.ts'
import { touchDirectory } from '#domain/sectors/directory-version.acts.server.ts'
import { clock } from '#platform/clock.ts'
import { outsideSectors, requestPool, withSector, type Tx } from '#platform/db.server.ts'
import { newToken } from '#platform/ids.server.ts'
import { freshDatabase } from '../../../tests/fresh-database.ts'
import { plantNeighbourhood, plantVersions, type Neighbourhood } from '../../../tests/database/rls-world.ts'
import { openDirectory } from './directory-door.views.server.ts'

let here: Neighbourhood
let elsewhere: Neighbourhood

beforeAll(async () => {
  await freshDatabase()
  await plantVersions()
  here = await plantNeighbourhood('A')
  elsewhere = await plantNeighbourhood('B')
})

const nobody = { personId: null } as const
const inSector = <T>(place: Neighbourhood, fn: (tx: Tx) => Promise<T>) =>
  withSector(nobody, place.sectorId, fn)
const enter = async (holder: Holder) => (await outsideSectors((tx) => openSession(tx, holder))).token
const neighbour = (place: Neighbourhood, personId: string) =>
  enter({ kind: 'resident', accountId: null, sectorId: place.sectorId, personId })
const mark = (personId: string, as: { left_at?: Date | null; suspended_at?: Date | null }) =>
  inSector(here, (tx) =>
    tx
      .updateTable('residents')
      .set(as)
      .where('sector_id', '=', here.sectorId)
      .where('person_id', '=', personId)
      .execute(),
  )

test('un voisin inscrit lit les offres de son secteur, et sait s’il est de l’équipe', async () => {
  const host = await neighbour(here, here.founders[0].id)
  const other = await neighbour(here, here.founders[1].id)
  expect(await openDirectory(host, here.slug)).toEqual({
    sectorId: here.sectorId,
    version: '1',
    catalogue: 'proof',
    host: true,
  })
  expect(await openDirectory(other, here.slug)).toMatchObject({ host: false })
})

test('l’habitant d’un autre secteur, un nouveau et une personne de passage restent à la porte', async () => {
  const stranger = await neighbour(elsewhere, elsewhere.founders[0].id)
  const newcomer = await neighbour(here, here.newcomer.id)
  const crossed = await neighbour(here, elsewhere.founders[0].id)
  const elsewhereAs = { kind: 'resident', accountId: null, sectorId: elsewhere.sectorId } as const
  const borrowed = await enter({ ...elsewhereAs, personId: here.founders[0].id })
  for (const token of [stranger, newcomer, crossed, borrowed, newToken(), null])
    expect(await openDirectory(token, here.slug)).toBeNull()
  expect(await openDirectory(stranger, elsewhere.slug)).not.toBeNull()
  expect(await openDirectory(stranger, 'nulle-part')).toBeNull()
})

test('ni la tablette de l’hôte, ni une place à table, ni l’accompagnatrice n’ouvrent les offres', async () => {
  const at = { sectorId: here.sectorId, gatheringId: here.openId }
  const console = await outsideSectors((tx) =>
    openConsoleSession(tx, { ...at, personId: here.founders[0].id, companionId: null }, null),
  )
  const seat = await outsideSectors((tx) => openSeatSession(tx, { ...at, seatId: here.seatId }))
  const companion = await enter({ kind: 'companion', accountId: null, companionId: here.companionId })
  for (const token of [console.token, seat.token, companion])
    expect(await openDirectory(token, here.slug)).toBeNull()
})

test('une session rendue, ou trop vieille, n’ouvre plus rien', async () => {
  const given = await neighbour(here, here.founders[1].id)
  await outsideSectors((tx) => endSession(tx, given))
  expect(await openDirectory(given, here.slug)).toBeNull()
  const monthAgo = new Date(clock.now().getTime() - 31 * 24 * 3600_000)
  const old = await clock.at(monthAgo, () => neighbour(here, here.founders[1].id))
  expect(await openDirectory(old, here.slug)).toBeNull()
})

test('dès qu’une personne part ou est mise à l’écart, la porte se ferme', async () => {
  const person = here.founders[2].id
  const token = await neighbour(here, person)
  const now = clock.now()
  for (const [as, back] of [
    [{ suspended_at: now }, { suspended_at: null }],
    [{ left_at: now }, { left_at: null }],
  ] as const) {
    expect(await openDirectory(token, here.slug)).not.toBeNull()
    await mark(person, as)
    expect(await openDirectory(token, here.slug)).toBeNull()
    await mark(person, back)
  }
})

test('ce qui change dans les offres change la version à lire', async () => {
  const token = await neighbour(here, here.founders[0].id)
  const before = await openDirectory(token, here.slug)
  await inSector(here, (tx) => touchDirectory(tx, here.sectorId))
  const after = await openDirectory(token, here.slug)
  expect(Number(after?.version)).toBe(Number(before?.version) + 1)
})

test('l’adresse du quartier et le secret de la session ne peuvent rien glisser dans la question', async () => {
  const token = await neighbour(here, here.founders[0].id)
  for (const slug of ["x' OR true --", "secteur-a'; DROP TABLE sessions;--", 'Secteur-A', '', '../secteur-a'])
    expect(await openDirectory(token, slug)).toBeNull()
  for (const forged of ["' OR true --", '%', `${token}'`])
    expect(await openDirectory(forged, here.slug)).toBeNull()
  expect(await openDirectory(token, here.slug)).not.toBeNull()
})

test('après la question, la connexion ne se souvient d’aucun secteur', async () => {
  const token = await neighbour(here, here.founders[0].id)
  await Promise.all(Array.from({ length: 20 }, () => openDirectory(token, here.slug)))
  for (let i = 0; i < 20; i++) {
    const left = await requestPool().query<{ sector: string | null }>(
      `SELECT current_setting('app.sector_id', true) AS sector`,
    )
    expect(['', null]).toContain(left.rows[0]?.sector)
  }
  const seen = await requestPool().query<{ total: number }>('SELECT count(*)::int AS total FROM residents')
  expect(seen.rows[0]?.total).toBe(0)
})
