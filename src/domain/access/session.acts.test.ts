import { beforeAll, beforeEach, expect, test } from 'vitest'
import { clock } from '#platform/clock.ts'
import { outsideSectors, requestPool, withSector } from '#platform/db.server.ts'
import { newId } from '#platform/ids.server.ts'
import { freshDatabase } from '../../../tests/fresh-database.ts'
import { plantNeighbourhood, plantVersions, type Neighbourhood } from '../../../tests/database/rls-world.ts'
import { statementsOf } from '../../../tests/statements.ts'
import { accountFor } from './account.acts.server.ts'
import { followOperatorLink, operatorLink } from './operator.acts.server.ts'
import {
  attachSeat,
  endSeatSession,
  endSeatSessions,
  endSession,
  endSessionsOf,
  leave,
  nameSeat,
  openConsoleSession,
  openSeatSession,
  openSession,
  sweepSessions,
} from './session.acts.server.ts'
import type { Holder } from './session.ts'
import { choosingAccount, isInstaller, viewerOf } from './session.views.server.ts'
import { visitor } from './viewer.ts'

let place: Neighbourhood
let resident: Holder
const now = new Date('2026-11-28T10:00:00Z')
const hours = (count: number) => new Date(now.getTime() + count * 3600_000)
const at = <T>(count: number, fn: () => Promise<T>) => clock.at(hours(count), fn)
const opened = (holder: Holder) => at(0, () => outsideSectors((tx) => openSession(tx, holder)))

await freshDatabase()
beforeAll(async () => {
  await plantVersions()
  place = await plantNeighbourhood('A')
})
beforeEach(() => {
  resident = { kind: 'resident', accountId: null, sectorId: place.sectorId, personId: place.founders[0].id }
})

test('la session d’un voisin dure trente jours, et seul son secret la retrouve', async () => {
  const { token, until } = await opened(resident)
  const viewer = { kind: 'resident', sectorId: place.sectorId, personId: place.founders[0].id, seat: null }
  expect(until).toEqual(hours(30 * 24))
  expect(await at(30 * 24 - 0.01, () => viewerOf(token))).toEqual(viewer)
  expect(await at(30 * 24, () => viewerOf(token))).toEqual(visitor)
  expect(await at(1, () => viewerOf(`${token.slice(0, -1)}_`))).toEqual(visitor)
})

test('la base ne garde que l’empreinte du secret', async () => {
  const { token } = await opened(resident)
  const { rows } = await requestPool().query<{ row: string }>('SELECT sessions::text AS row FROM sessions')
  expect(rows.map(({ row }) => row).join()).not.toContain(token)
})

test('qui est là se lit en une seule question à la base', async () => {
  const { token } = await opened(resident)
  const { value, statements } = await statementsOf(() => at(1, () => viewerOf(token)))
  expect(value.kind).toBe('resident')
  expect(statements).toHaveLength(1)
})

test('sortir ferme cette session, sur cet appareil, et laisse une trace', async () => {
  const here = await opened(resident)
  const elsewhere = await opened(resident)
  await at(1, async () => leave(await viewerOf(here.token), here.token))
  expect(await at(1, () => viewerOf(here.token))).toEqual(visitor)
  expect((await at(1, () => viewerOf(elsewhere.token))).kind).toBe('resident')
  const lines = await withSector(visitor, place.sectorId, (tx) =>
    tx.selectFrom('journal').selectAll().where('act', '=', 'signed-out').execute(),
  )
  expect(lines.map(({ actor_id }) => actor_id)).toEqual([place.founders[0].id])
})

test('toutes les sessions d’une personne se ferment d’un coup, celles de ses voisins restent', async () => {
  const mine = [await opened(resident), await opened(resident)]
  const neighbour = await opened({
    ...resident,
    kind: 'resident',
    accountId: null,
    sectorId: place.sectorId,
    personId: place.founders[1].id,
  })
  await outsideSectors((tx) => endSessionsOf(tx, place.sectorId, place.founders[0].id))
  for (const { token } of mine) expect(await at(1, () => viewerOf(token))).toEqual(visitor)
  expect((await at(1, () => viewerOf(neighbour.token))).kind).toBe('resident')
})

test('une accompagnatrice dont le mandat est fini n’est plus personne, dès la demande suivante', async () => {
  const companionId = newId()
  const accountId = await outsideSectors((tx) => accountFor(tx, 'claire@exemple.fr'))
  await outsideSectors((tx) =>
    tx
      .insertInto('companions')
      .values({ id: companionId, name: 'Claire', account_id: accountId, starts_at: now, ends_at: hours(48) })
      .execute(),
  )
  const { token, until } = await opened({ kind: 'companion', accountId, companionId })
  expect(until).toEqual(hours(7 * 24))
  expect(await at(47, () => viewerOf(token))).toEqual({ kind: 'companion', companionId, personId: null })
  expect(await at(48, () => viewerOf(token))).toEqual(visitor)
})

test('ouvrir la table remplace, sur cet appareil, la session de l’hôte par celle du pupitre', async () => {
  const host = await opened(resident)
  const table = { sectorId: place.sectorId, gatheringId: place.openId }
  const console = await at(0, () =>
    outsideSectors((tx) =>
      openConsoleSession(tx, { ...table, personId: place.founders[0].id, companionId: null }, host.token),
    ),
  )
  expect(await at(1, () => viewerOf(host.token))).toEqual(visitor)
  expect(await at(1, () => viewerOf(console.token))).toEqual({
    kind: 'console',
    ...table,
    personId: place.founders[0].id,
    companionId: null,
  })
  expect(await at(6, () => viewerOf(console.token))).toEqual(visitor)
})

test('à la fermeture de la table, le pupitre et les téléphones redeviennent étrangers, les voisins restent chez eux', async () => {
  const table = { sectorId: place.sectorId, gatheringId: place.closedId }
  const seat = { gatheringId: place.closedId, seatId: newId() }
  const newcomer = await at(0, () =>
    outsideSectors((tx) => openSeatSession(tx, { ...seat, sectorId: place.sectorId })),
  )
  const neighbour = await opened(resident)
  const ownSeat = { gatheringId: place.closedId, seatId: newId() }
  await outsideSectors((tx) => attachSeat(tx, neighbour.token, ownSeat))
  await outsideSectors((tx) => nameSeat(tx, place.sectorId, seat, place.newcomer.id))
  expect(await at(1, () => viewerOf(newcomer.token))).toEqual({
    kind: 'seat',
    sectorId: place.sectorId,
    ...seat,
    personId: place.newcomer.id,
  })
  expect(await at(1, () => viewerOf(neighbour.token))).toMatchObject({ kind: 'resident', seat: ownSeat })
  await outsideSectors((tx) => endSeatSessions(tx, table.sectorId, table.gatheringId))
  expect(await at(1, () => viewerOf(newcomer.token))).toEqual(visitor)
  expect(await at(1, () => viewerOf(neighbour.token))).toMatchObject({ kind: 'resident', seat: null })
})

test('un siège libéré n’ouvre plus rien, celui d’à côté continue', async () => {
  const seats = [newId(), newId()].map((seatId) => ({ gatheringId: place.openId, seatId }))
  const [left, stays] = await Promise.all(
    seats.map((seat) =>
      at(0, () => outsideSectors((tx) => openSeatSession(tx, { ...seat, sectorId: place.sectorId }))),
    ),
  )
  if (!left || !stays || !seats[0]) throw new Error('no seat')
  const freed = seats[0]
  await outsideSectors((tx) => endSeatSession(tx, place.sectorId, freed))
  expect(await at(1, () => viewerOf(left.token))).toEqual(visitor)
  expect((await at(1, () => viewerOf(stays.token))).kind).toBe('seat')
})

test('choisir qui l’on est, ou installer, n’est encore être personne', async () => {
  const accountId = newId()
  const choosing = await opened({ kind: 'choosing', accountId })
  const installing = await opened({ kind: 'installer' })
  for (const { token } of [choosing, installing])
    expect(await at(0.1, () => viewerOf(token))).toEqual(visitor)
  expect(await at(0.1, () => choosingAccount(choosing.token))).toBe(accountId)
  expect(await at(0.1, () => choosingAccount(installing.token))).toBeNull()
  expect(await at(0.1, () => isInstaller(installing.token))).toBe(true)
  expect(await at(0.1, () => isInstaller(choosing.token))).toBe(false)
  await outsideSectors((tx) => endSession(tx, installing.token))
  expect(await at(0.1, () => isInstaller(installing.token))).toBe(false)
})

test('le lien du côté technique sert une fois, et le dernier donné seul compte', async () => {
  const keyIn = (path: string) => path.slice(path.indexOf('=') + 1)
  const before = keyIn(operatorLink())
  const last = keyIn(operatorLink())
  expect(await followOperatorLink(before)).toEqual({ ok: false, reason: 'stale-link' })
  const followed = await followOperatorLink(last)
  if (!followed.ok) throw new Error(followed.reason)
  expect(await viewerOf(followed.value.token)).toEqual({ kind: 'operator', personId: null })
  expect(await followOperatorLink(last)).toEqual({ ok: false, reason: 'stale-link' })
})

test('les sessions finies sont balayées', async () => {
  await opened(resident)
  await at(24 * 365, () => outsideSectors(sweepSessions))
  const { rows } = await requestPool().query('SELECT FROM sessions')
  expect(rows).toEqual([])
})

test('deux adresses écrites autrement mènent au même porte-clés, et la base n’en montre aucune', async () => {
  const ids = await Promise.all(
    ['Odette@Exemple.fr', 'odette@exemple.fr ', 'ODETTE@EXEMPLE.FR.'].map((typed) =>
      outsideSectors((tx) => accountFor(tx, typed)),
    ),
  )
  expect(new Set(ids).size).toBe(1)
  const { rows } = await requestPool().query<{ row: string }>('SELECT accounts::text AS row FROM accounts')
  expect(rows.map(({ row }) => row).join()).not.toMatch(/odette|exemple/i)
})
