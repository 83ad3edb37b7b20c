import { beforeAll, describe, expect, test } from 'vitest'
import { publishStarterCharter } from '#domain/charter/charter.acts.server.ts'
import { publishStarterCatalogue } from '#domain/ideas/ideas.acts.server.ts'
import { clock } from '#platform/clock.ts'
import { withSector } from '#platform/db.server.ts'
import { person, plantLeCerisier, type World } from '#seeds/le-cerisier.ts'
import { fillCard, checkInAt, close, goTo, openTable, sitDown, vouch, given } from '#seeds/round-the-table.ts'
import { secondTable } from '#seeds/neighbours.ts'
import { freshDatabase } from '../../../tests/fresh-database.ts'
import { tableSheet, tablesOf } from './host-tables.views.server.ts'
import { approveGathering, planGathering } from './planning.acts.server.ts'
import { sectorCounts } from './still-missing.views.server.ts'

const DAY = 86_400_000
let world: World

void freshDatabase()
beforeAll(async () => {
  await publishStarterCatalogue()
  await publishStarterCharter()
  world = await plantLeCerisier()
})

const nadia = () => person(world.people, 'Nadia')
const sheet = (viewer = nadia(), table = world.nextGathering) => tableSheet(viewer, world.sectorId, table)

describe('les tables d’un secteur', () => {
  test('le groupe d’animation lit toutes les tables, la plus proche en premier', async () => {
    const tables = await tablesOf(nadia())
    expect(tables?.map(({ kind, phase }) => [kind, phase])).toEqual([
      ['ordinary', 'approved'],
      ['ordinary', 'closed'],
      ['founding', 'closed'],
    ])
    expect(tables?.[1]?.closing).toMatchObject({ newcomers: 6, registered: 6 })
  })

  test('un voisin qui n’est pas du groupe ne lit aucune table', async () => {
    const paul = person(world.people, 'Paul')
    expect(await tablesOf(paul)).toBeNull()
    expect(await sheet(paul)).toBeNull()
  })

  test('une table approuvée s’ouvre le jour même, et pas avant', async () => {
    expect((await sheet())?.opening).toBeNull()
    const eve = new Date(clock.now().getTime() - DAY)
    expect((await clock.at(eve, () => sheet()))?.opening).toBe('too-early')
  })

  test('la personne qui accompagne lit la table fondatrice, et aucune autre', async () => {
    const founding = (await tablesOf(nadia()))?.find(({ kind }) => kind === 'founding')
    const read = await tableSheet(world.companion, world.sectorId, founding?.id ?? '')
    expect(read?.closing?.registered).toBe(6)
    expect(await tableSheet(world.companion, world.sectorId, world.nextGathering)).toBeNull()
    const stranger = { ...world.companion, companionId: world.nextGathering }
    expect(await tableSheet(stranger, world.sectorId, founding?.id ?? '')).toBeNull()
  })

  test('une adresse qui n’est pas celle d’une table ne mène nulle part', async () => {
    expect(await sheet(nadia(), 'préparer')).toBeNull()
    expect(await sheet(nadia(), world.companion.companionId)).toBeNull()
  })
})

describe('après une table où il manque un voisin pour Théo', () => {
  let table: string

  beforeAll(async () => {
    table = given(
      await planGathering(nadia(), {
        plannedFor: clock.now(),
        place: 'Le banc du cerisier',
        shelter: 'Hall B',
      }),
    )
    given(await approveGathering(world.companion, world.sectorId, table))
    const open = await openTable(nadia(), world.sectorId, table, world.entrances)
    const paul = await checkInAt(open, person(world.people, 'Paul'))
    const theo = await sitDown(open, { firstName: 'Théo', entrance: 'Entrée D' })
    const lou = await sitDown(open, { firstName: 'Lou', entrance: 'Entrée C', discreet: true })
    await goTo(open, 'sweep')
    const [card] = secondTable
    if (card) await fillCard(theo, { ...card, firstName: 'Théo', email: null })
    await goTo(open, 'witness')
    await vouch(paul, [theo.viewer.personId ?? ''])
    await close(open)
    expect(lou.seatId).not.toBe('')
  })

  test('l’hôte lit qui est venu, et ce qui manque à chacun', async () => {
    expect((await sheet(nadia(), table))?.roster?.lines).toEqual([
      { firstName: 'Théo', entrance: 'Entrée D', registered: false, lacks: ['team-witness'] },
      { firstName: 'Lou', entrance: '', registered: false, lacks: ['contact', 'charter', 'two-witnesses'] },
    ])
  })

  test('une autre hôte du groupe n’en lit que les nombres', async () => {
    const read = await sheet(person(world.people, 'Aïcha'), table)
    expect(read?.roster).toBeNull()
    expect(read?.closing).toMatchObject({ newcomers: 2, registered: 0 })
  })

  test('après trente jours, l’hôte n’en lit plus que les nombres', async () => {
    const month = new Date(clock.now().getTime() + 30 * DAY + 60_000)
    const read = await clock.at(month, () => sheet(nadia(), table))
    expect(read?.roster).toBeNull()
    expect(read?.closing?.newcomers).toBe(2)
  })

  test('les nombres du secteur ne tiennent que des voisins inscrits', async () => {
    const counts = await withSector(nadia(), world.sectorId, (tx) =>
      sectorCounts(tx, world.sectorId, clock.now()),
    )
    expect(counts).toMatchObject({ households: 12, dwellings: 152, tableAhead: true })
    expect(counts.lastTables.map(({ newcomers, registered }) => [newcomers, registered])).toEqual([
      [2, 0],
      [6, 6],
      [6, 6],
    ])
  })
})
