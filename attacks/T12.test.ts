import { beforeEach, describe, expect, test } from 'vitest'
import { decline } from '#domain/gatherings/declining.acts.server.ts'
import { closeGathering } from '#domain/gatherings/closing.acts.server.ts'
import { consoleView } from '#domain/gatherings/console.views.server.ts'
import { admitSeat, answerClaim, seatTogether } from '#domain/gatherings/seating.acts.server.ts'
import { tick } from '#domain/gatherings/ticks.acts.server.ts'
import { endMandate } from '#domain/roles/roles.acts.server.ts'
import { clock } from '#platform/clock.ts'
import { withSector } from '#platform/db.server.ts'
import { newId } from '#platform/ids.server.ts'
import { person } from '#seeds/le-cerisier.ts'
import { secondTable } from '#seeds/neighbours.ts'
import {
  arrive,
  checkInAt,
  fillCard,
  given,
  goTo,
  sitDown,
  vouch,
  type OpenTable,
} from '#seeds/round-the-table.ts'
import { aWorld, nadiasTable } from './world.ts'

// T12, as far as the table goes: a power that ended, a table that lasted, a word said before the end.

const world = aWorld()
let table: OpenTable
beforeEach(async () => {
  table = await nadiasTable(world())
})
const card = {
  ...secondTable[0],
  firstName: '',
  entrance: '',
  email: null,
  about: '',
  offers: [],
  wishes: [],
}

describe('Quatre heures après l’ouverture', () => {
  test('un téléphone entré à temps n’assied plus personne', async () => {
    const early = await arrive(table, { firstName: 'Ysé', entrance: 'Entrée A' })
    const late = new Date(clock.now().getTime() + 5 * 3_600_000)
    expect(await clock.at(late, () => admitSeat(table.console, early.seatId))).toEqual({
      ok: false,
      reason: 'not-open',
    })
  })
})

describe('« J’habite avec Paul », dit après que Paul a confirmé', () => {
  test('retire sa confirmation, et un oui donné après la fermeture ne défait rien', async () => {
    const paul = await checkInAt(table, person(world().people, 'Paul'))
    const karine = await sitDown(table, { firstName: 'Karinette', entrance: 'Entrée B' })
    await goTo(table, 'sweep')
    await fillCard(karine, card)
    const claimant = karine.viewer.personId ?? ''
    await vouch(paul, [claimant])
    const bernard = await checkInAt(table, person(world().people, 'Bernard'))
    await vouch(bernard, [claimant])
    expect(given(await seatTogether(table.console, karine.seatId, paul.seat?.seatId ?? ''))).toBe('asked')
    expect(given(await closeGathering(table.console, table.consoleToken))).toEqual({
      registered: 0,
      waiting: 1,
    })
    expect(await answerClaim(paul, claimant, true)).toEqual({ ok: true, value: null })
  })
})

describe('« Je préfère ne pas m’inscrire »', () => {
  test('efface aussi les coches qui arrivent au même instant', async () => {
    const someone = await sitDown(table, { firstName: 'Philomène', entrance: 'Entrée A' })
    await goTo(table, 'sweep')
    const operation = { idea: 'cuisine-recette', offers: true, wishes: false, counter: 1, device: 'a' }
    const sending = Array.from({ length: 6 }, () => tick(someone.viewer, [{ ...operation, id: newId() }]))
    const declining = decline(someone.viewer)
    await Promise.all(sending)
    expect((await declining).ok).toBe(true)
    const left = await withSector({ personId: null }, table.sectorId, (tx) =>
      tx
        .selectFrom('choices')
        .select('idea')
        .where('person_id', '=', someone.viewer.personId ?? '')
        .execute(),
    )
    expect(left).toEqual([])
  })

  test('se dit encore après la fermeture, tant que l’on attend un témoin', async () => {
    const someone = await sitDown(table, { firstName: 'Rodolphe', entrance: 'Entrée A' })
    await goTo(table, 'sweep')
    await fillCard(someone, card)
    given(await closeGathering(table.console, table.consoleToken))
    expect((await decline(someone.viewer)).ok).toBe(true)
    const left = await withSector({ personId: null }, table.sectorId, (tx) =>
      tx
        .selectFrom('people')
        .select('id')
        .where('id', '=', someone.viewer.personId ?? '')
        .execute(),
    )
    expect(left).toEqual([])
  })
})

describe('Un mandat qui finit pendant la table', () => {
  test('vide le pupitre à la pression suivante', async () => {
    const waiting = await arrive(table, { firstName: 'Ulysse', entrance: 'Entrée A' })
    given(await endMandate(world().companion, world().sectorId, person(world().people, 'Nadia').personId))
    expect(await consoleView(table.console)).toBeNull()
    expect(await admitSeat(table.console, waiting.seatId)).toEqual({ ok: false, reason: 'not-found' })
    expect(await closeGathering(table.console, table.consoleToken)).toEqual({
      ok: false,
      reason: 'not-found',
    })
  })
})
