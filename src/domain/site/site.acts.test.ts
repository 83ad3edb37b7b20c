import { beforeAll, describe, expect, it } from 'vitest'
import { outsideSectors, withSector, type Tx } from '#platform/db.server.ts'
import { newId } from '#platform/ids.server.ts'
import { freshDatabase } from '../../../tests/fresh-database.ts'
import { plantNeighbourhood, plantVersions, type Neighbourhood } from '../../../tests/database/rls-world.ts'
import { coverageOf } from './coverage.views.server.ts'
import { nextPublicTables } from './next-tables.views.server.ts'
import { sectorOverview } from './overview.views.server.ts'
import { foundingTable, tablesToApprove } from './tables.views.server.ts'
import { hostTeam, mandateCandidates } from './team.views.server.ts'

const now = new Date('2026-11-24T11:00:00Z')
let place: Neighbourhood
beforeAll(async () => {
  await freshDatabase()
  await plantVersions()
  place = await plantNeighbourhood('A')
  await plantNeighbourhood('B')
})
const inPlace = <T>(fn: (tx: Tx) => Promise<T>): Promise<T> =>
  withSector({ personId: null }, place.sectorId, fn)

describe('les prochaines tables, pour tous', () => {
  it('commencent par celles d’aujourd’hui, même en cours, et oublient celles d’hier', async () => {
    const table = (plannedFor: string, name: string) => ({
      sector_id: place.sectorId,
      gathering_id: newId(),
      sector_name: name,
      commune: 'Massy',
      planned_for: new Date(plannedFor),
      place: 'Banc',
      shelter: 'Hall',
    })
    await outsideSectors((tx) =>
      tx
        .insertInto('public_gatherings')
        .values([
          table('2026-12-12T09:00:00Z', 'décembre'),
          table('2026-11-23T22:59:00Z', 'hier soir'),
          table('2026-11-23T23:01:00Z', 'cette nuit, à Paris'),
          table('2026-11-24T08:00:00Z', 'ce matin'),
          table('2026-11-28T09:00:00Z', 'samedi'),
        ])
        .execute(),
    )
    const next = await outsideSectors((tx) => nextPublicTables(tx, 3, now))
    expect(next.map(({ sectorName }) => sectorName)).toEqual(['cette nuit, à Paris', 'ce matin', 'samedi'])
    expect(Object.keys(next[0] ?? {}).sort()).toEqual([
      'commune',
      'gatheringId',
      'place',
      'plannedFor',
      'sectorName',
      'shelter',
    ])
  })
})

describe('un secteur, vu par l’association', () => {
  it('se résume à des nombres', async () => {
    expect(await inPlace((tx) => sectorOverview(tx, place.sectorId, now))).toEqual({
      sectorId: place.sectorId,
      slug: 'secteur-a',
      name: 'CanariA',
      commune: 'CanariA',
      entrances: 1,
      dwellings: 120,
      registered: 3,
      offers: 1,
      hosts: 1,
      tablesToApprove: 0,
      nextTable: null,
      founded: true,
    })
  })

  it('compte un foyer une fois, et seulement les inscrits', async () => {
    const [first, second] = place.founders
    expect(await inPlace((tx) => coverageOf(tx, place.sectorId))).toMatchObject([
      { dwellings: 120, households: 3 },
    ])
    await inPlace((tx) =>
      tx.updateTable('people').set({ household_id: first.householdId }).where('id', '=', second.id).execute(),
    )
    expect(await inPlace((tx) => coverageOf(tx, place.sectorId))).toMatchObject([{ households: 2 }])
  })

  it('ne dit pas l’entrée d’une personne discrète, et ne la propose pas', async () => {
    const [host, other, third] = place.founders
    await inPlace((tx) =>
      tx.updateTable('people').set({ discreet: true }).where('id', 'in', [host.id, other.id]).execute(),
    )
    const team = await inPlace((tx) => hostTeam(tx, place.sectorId, now))
    expect(team).toMatchObject([{ personId: host.id, entrance: null }])
    const candidates = await inPlace((tx) => mandateCandidates(tx, place.sectorId, now))
    expect(candidates.map(({ personId }) => personId)).toEqual([third.id])
  })

  it('montre la table fondatrice, et celles qui attendent', async () => {
    expect(await inPlace((tx) => foundingTable(tx, place.sectorId))).toMatchObject({ state: 'closed' })
    expect(await inPlace((tx) => tablesToApprove(tx, place.sectorId))).toEqual([])
    const waiting = {
      sector_id: place.sectorId,
      id: newId(),
      kind: 'ordinary' as const,
      host_id: place.founders[0].id,
      planned_for: now,
      place: 'Cour',
      shelter: 'Hall',
      phase: 'planned' as const,
    }
    await inPlace((tx) => tx.insertInto('gatherings').values(waiting).execute())
    expect(await inPlace((tx) => tablesToApprove(tx, place.sectorId))).toMatchObject([
      { id: waiting.id, place: 'Cour' },
    ])
    expect(await inPlace((tx) => sectorOverview(tx, place.sectorId, now))).toMatchObject({
      tablesToApprove: 1,
      nextTable: now,
    })
  })
})
