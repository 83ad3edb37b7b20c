import { beforeEach, describe, expect, test } from 'vitest'
import { answerClaim, seatTogether } from '#domain/gatherings/seating.acts.server.ts'
import { claimsOn } from '#domain/gatherings/vouch.views.server.ts'
import { consoleView } from '#domain/gatherings/console.views.server.ts'
import { withSector } from '#platform/db.server.ts'
import { person } from '#seeds/le-cerisier.ts'
import { arrive, checkInAt, given, sitDown, type OpenTable } from '#seeds/round-the-table.ts'
import { aWorld, nadiasTable } from './world.ts'

// T3. Someone takes a neighbour's name, or says they live with them.

const world = aWorld()
let table: OpenTable
beforeEach(async () => {
  table = await nadiasTable(world())
})

describe('Le prénom d’un voisin', () => {
  const imitations = ['Rosa', 'rosa', 'ROSA', 'R\u043Esa', 'Ros\u0430', 'Ｒosa', 'Rósa']
  test.each(imitations)('imité (%s) demande un signe qui distingue', async (firstName) => {
    await expect(arrive(table, { firstName, entrance: 'Entrée A' })).rejects.toThrow('name-taken')
  })

  test('avec un signe visible est accepté', async () => {
    await expect(arrive(table, { firstName: 'Rosa du jardin', entrance: 'Entrée A' })).resolves.toBeDefined()
  })

  test('donné par deux nouveaux à la fois n’en distingue qu’un', async () => {
    await arrive(table, { firstName: 'Octave', entrance: 'Entrée A' })
    await expect(arrive(table, { firstName: 'Оctave', entrance: 'Entrée B' })).rejects.toThrow('name-taken')
  })
})

describe('« J’habite avec Paul »', () => {
  test('attend que Paul le dise, et l’hôte le voit en attente', async () => {
    const paul = await checkInAt(table, person(world().people, 'Paul'))
    const someone = await sitDown(table, { firstName: 'Maud', entrance: 'Entrée B' })
    expect(given(await seatTogether(table.console, someone.seatId, paul.seat?.seatId ?? ''))).toBe('asked')
    const seen = await consoleView(table.console)
    expect(seen?.seats.find((seat) => seat.id === someone.seatId)?.claimPending).toBe(true)
    expect(await householdsOf(someone.viewer.personId, paul.personId)).toEqual({ same: false })
    expect(await claimsOn(paul)).toEqual([{ claimantId: someone.viewer.personId, firstName: 'Maud' }])
  })

  test('n’a d’effet que par Paul lui-même', async () => {
    const paul = await checkInAt(table, person(world().people, 'Paul'))
    const someone = await sitDown(table, { firstName: 'Nour', entrance: 'Entrée B' })
    given(await seatTogether(table.console, someone.seatId, paul.seat?.seatId ?? ''))
    const claimant = someone.viewer.personId ?? ''
    const rosa = person(world().people, 'Rosa')
    expect(await answerClaim(rosa, claimant, true)).toEqual({ ok: false, reason: 'not-found' })
    expect(await householdsOf(claimant, paul.personId)).toEqual({ same: false })
    given(await answerClaim(paul, claimant, true))
    expect(await householdsOf(claimant, paul.personId)).toEqual({ same: true })
  })
})

const householdsOf = (one: string | null, other: string): Promise<{ same: boolean }> =>
  withSector({ personId: null }, world().sectorId, async (tx) => {
    const rows = await tx
      .selectFrom('people')
      .select('household_id')
      .where('id', 'in', [one ?? '', other])
      .execute()
    return { same: new Set(rows.map((row) => row.household_id)).size === 1 }
  })
