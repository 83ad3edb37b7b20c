import { readFileSync } from 'node:fs'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openSeatSession } from '#domain/access/session.acts.server.ts'
import type { SeatViewer } from '#domain/access/viewer.ts'
import { checkIn, takeSeat } from '#domain/gatherings/arrival.acts.server.ts'
import { knock, liveWord } from '#domain/gatherings/door.views.server.ts'
import { setDoor } from '#domain/gatherings/opening.acts.server.ts'
import { admitSeat, refuseSeat } from '#domain/gatherings/seating.acts.server.ts'
import { clock } from '#platform/clock.ts'
import { outsideSectors, withSector } from '#platform/db.server.ts'
import { newId } from '#platform/ids.server.ts'
import { arrive, close, given, goTo, type OpenTable } from '#seeds/round-the-table.ts'
import { ring } from '#pages/a-table/doorbell.server.ts'
import { aWorld, nadiasTable, neighbourOfAnotherSector } from './world.ts'

const words = readFileSync('data/words.txt', 'utf8').trim().split('\n')

// T1. A photo of the square, a forwarded word: neither lets anyone in from home.

const world = aWorld()
let table: OpenTable
let before: number
beforeAll(async () => {
  before = await peopleInSector()
})
beforeEach(async () => {
  table = await nadiasTable(world())
})

const peopleInSector = (): Promise<number> =>
  withSector({ personId: null }, world().sectorId, async (tx) => {
    const rows = await tx.selectFrom('people').select('id').execute()
    return rows.length
  })
const shown = async () => {
  const word = await liveWord(table.console)
  if (word === null) throw new Error('the door is closed')
  return { word: `${word.word} ${word.digits}`, square: word.square }
}
const later = (seconds: number): Date => new Date(clock.now().getTime() + seconds * 1000)

describe('Le mot et le carré de l’écran', () => {
  test('ouvrent la file d’attente tant qu’ils sont frais, et une minute de plus', async () => {
    const { word, square } = await shown()
    expect((await knock({ word })).ok).toBe(true)
    expect((await knock({ square })).ok).toBe(true)
    expect((await clock.at(later(59), () => knock({ square }))).ok).toBe(true)
  })

  test('ne valent plus rien cent vingt et une secondes après', async () => {
    const { word, square } = await shown()
    expect(await clock.at(later(121), () => knock({ word }))).toEqual({ ok: false, reason: 'wrong-word' })
    expect(await clock.at(later(121), () => knock({ square }))).toEqual({ ok: false, reason: 'wrong-word' })
  })

  test('ne valent rien quand la porte est fermée, ni quand la table est fermée', async () => {
    const { word, square } = await shown()
    given(await setDoor(table.console, false))
    expect(await knock({ square })).toEqual({ ok: false, reason: 'wrong-word' })
    given(await setDoor(table.console, true))
    expect((await knock({ square })).ok).toBe(true)
    await goTo(table, 'sweep')
    await close(table)
    expect(await knock({ square })).toEqual({ ok: false, reason: 'wrong-word' })
    expect(await knock({ word })).toEqual({ ok: false, reason: 'wrong-word' })
  })

  test('n’ouvrent plus rien quatre heures après l’ouverture', async () => {
    const fourHours = later(4 * 3600 + 60)
    expect(await clock.at(fourHours, () => liveWord(table.console))).toBeNull()
  })

  test('devinés dix mille fois par le même passant n’ouvrent rien, le ralentissent, et ne gênent personne d’autre', async () => {
    const right = new Set(
      await Promise.all(
        [0, 60].map(async (seconds) => (await clock.at(later(seconds), shown)).word.replace(' ', '')),
      ),
    )
    let asked = clock.now().getTime()
    const outcomes = { 'wrong-word': 0, 'too-often': 0, ok: 0 }
    for (let n = 0; n < 10_000; n++) {
      asked += 4 // four milliseconds between two guesses: forty seconds in all
      const guess = `${words[(n * 31) % words.length] ?? ''}${String(n % 100).padStart(2, '0')}`
      if (right.has(guess)) continue
      const answer = await clock.at(new Date(asked), () => ring('203.0.113.9', { word: guess }))
      outcomes[answer.ok ? 'ok' : answer.reason] += 1
    }
    expect(outcomes.ok).toBe(0)
    expect(outcomes['wrong-word']).toBeLessThan(60)
    expect(outcomes['too-often']).toBeGreaterThan(9_900)
    const honest = await ring('198.51.100.7', { word: (await shown()).word })
    expect(honest.ok).toBe(true)
  })
})

describe('Une place', () => {
  test('prise deux fois au même instant avec le même appareil n’en fait qu’une', async () => {
    const { sectorId, gatheringId } = table
    const seatId = newId()
    const { token } = await outsideSectors((tx) => openSeatSession(tx, { sectorId, gatheringId, seatId }))
    const viewer: SeatViewer = { kind: 'seat', sectorId, gatheringId, seatId, personId: null }
    const entranceId = table.entrances.get('Entrée B') ?? ''
    const arrival = { firstName: 'Zacharie', entranceId, discreet: false }
    const answers = await Promise.all([takeSeat(viewer, token, arrival), takeSeat(viewer, token, arrival)])
    expect(answers.map((answer) => answer.ok)).toEqual([true, true]) // pressed twice, told nothing wrong
    const waiting = await withSector({ personId: null }, sectorId, (tx) =>
      tx.selectFrom('seats').select('id').where('first_name', '=', 'Zacharie').execute(),
    )
    expect(waiting).toHaveLength(1)
  })

  test('donnée pendant que l’on corrigeait son prénom reste une seule personne, avec son premier prénom', async () => {
    const phone = await arrive(table, { firstName: 'Zélie', entrance: 'Entrée A' })
    const count = await peopleInSector()
    given(await admitSeat(table.console, phone.seatId))
    const entranceId = table.entrances.get('Entrée A') ?? ''
    const late = await takeSeat(phone.viewer, phone.token, { firstName: 'Zoé', entranceId, discreet: false })
    expect(late).toEqual({ ok: false, reason: 'already-seated' })
    expect(await peopleInSector()).toBe(count + 1)
    before += 1
  })

  test('demandée de loin reste vide tant que l’hôte n’a vu personne, et disparaît quand il le dit', async () => {
    const far = await arrive(table, { firstName: 'Lointain', entrance: 'Entrée A' })
    expect(await peopleInSector()).toBe(before)
    given(await refuseSeat(table.console, far.seatId))
    expect((await admitSeat(table.console, far.seatId)).ok).toBe(false)
    expect(await peopleInSector()).toBe(before)
  })

  test('ne se prend pas dans une table d’un autre secteur, même en y étant inscrit pour de vrai', async () => {
    const stranger = await neighbourOfAnotherSector(world())
    expect(await checkIn(stranger, 'x', table.gatheringId)).toEqual({ ok: false, reason: 'door-closed' })
    expect((await knock({ word: (await shown()).word })).ok).toBe(true) // the door does stand open, for others
  })

  test('ne s’ajoute pas à sept téléphones qui attendent', async () => {
    const names = ['Un', 'Deux', 'Trois', 'Quatre', 'Cinq', 'Six']
    for (const firstName of names) await arrive(table, { firstName, entrance: 'Entrée A' })
    await expect(arrive(table, { firstName: 'Sept', entrance: 'Entrée A' })).rejects.toThrow('queue-full')
  })
})

test('Après tout cela, le secteur n’a personne de plus', async () => {
  expect(await peopleInSector()).toBe(before)
})
