import { beforeEach, describe, expect, test } from 'vitest'
import { closeGathering } from '#domain/gatherings/closing.acts.server.ts'
import { seatTogether } from '#domain/gatherings/seating.acts.server.ts'
import { vouchFor, vouchOnConsole } from '#domain/gatherings/vouch.acts.server.ts'
import { withSector } from '#platform/db.server.ts'
import { person } from '#seeds/le-cerisier.ts'
import { secondTable } from '#seeds/neighbours.ts'
import {
  checkInAt,
  fillCard,
  given,
  goTo,
  sitDown,
  type OpenTable,
  type Sitting,
} from '#seeds/round-the-table.ts'
import { aWorld, nadiasTable } from './world.ts'

// T2. A neighbour registers invented people, or lets outsiders in. Each way is refused with a reason of its own.

const world = aWorld()
let table: OpenTable
beforeEach(async () => {
  table = await nadiasTable(world())
})

const names = `Ada Béa Cléo Dora Eve Flora Gaby Hilda Irma Kim Lou Max Noé Ode Pia Quentin Rémi Salma Théa
  Ugo Vera Wassim Xavier Zoé`.split(/\s+/)
let next = 0
const newcomer = (entrance = 'Entrée C'): Promise<Sitting> =>
  sitDown(table, { firstName: names[next++] ?? 'Personne', entrance })
const reasonOf = async (attempt: ReturnType<typeof vouchFor>): Promise<string | null> => {
  const outcome = await attempt
  return outcome.ok ? (outcome.value[0]?.refusal ?? null) : outcome.reason
}

describe('Un faux témoin', () => {
  test('ne se confirme pas lui-même', async () => {
    const someone = await newcomer()
    expect(await reasonOf(vouchFor(someone.viewer, [someone.viewer.personId ?? '']))).toBe('self')
  })

  test('qui vient d’arriver ne confirme pas un autre nouveau', async () => {
    const [one, other] = [await newcomer(), await newcomer('Entrée D')]
    expect(await reasonOf(vouchFor(one.viewer, [other.viewer.personId ?? '']))).toBe(
      'not-registered-before-opening',
    )
    expect(await reasonOf(vouchFor(other.viewer, [one.viewer.personId ?? '']))).toBe(
      'not-registered-before-opening',
    )
  })

  test('du même foyer est refusé, même quand le foyer n’est encore que demandé', async () => {
    const paul = await checkInAt(table, person(world().people, 'Paul'))
    const karine = await newcomer('Entrée B')
    expect(given(await seatTogether(table.console, karine.seatId, paul.seat?.seatId ?? ''))).toBe('asked')
    expect(await reasonOf(vouchFor(paul, [karine.viewer.personId ?? '']))).toBe('same-household')
  })

  test('suspendu est refusé', async () => {
    const tom = await checkInAt(table, person(world().people, 'Tom'))
    const someone = await newcomer()
    await withSector(tom, tom.sectorId, (tx) =>
      tx
        .updateTable('residents')
        .set({ suspended_at: new Date() })
        .where('sector_id', '=', tom.sectorId)
        .where('person_id', '=', tom.personId)
        .execute(),
    )
    expect(await reasonOf(vouchFor(tom, [someone.viewer.personId ?? '']))).toBe('suspended')
  })

  test('qui n’est pas venu à cette table est refusé', async () => {
    const rosa = person(world().people, 'Rosa')
    const someone = await newcomer()
    expect(await reasonOf(vouchFor(rosa, [someone.viewer.personId ?? '']))).toBe('not-at-table')
  })

  test('d’un autre secteur n’y trouve même pas la table', async () => {
    const someone = await newcomer()
    const stranger = {
      ...person(world().people, 'Paul'),
      sectorId: '123456789012345',
      seat: { gatheringId: table.gatheringId, seatId: someone.seatId },
    }
    expect(await reasonOf(vouchFor(stranger, [someone.viewer.personId ?? '']))).toBe('not-open')
  })

  test('s’arrête à huit personnes par table', async () => {
    const bernard = await checkInAt(table, person(world().people, 'Bernard'))
    const people: string[] = []
    for (let n = 0; n < 9; n++) people.push((await newcomer()).viewer.personId ?? '')
    const outcomes = given(await vouchFor(bernard, people))
    expect(outcomes.filter((outcome) => outcome.refusal === null)).toHaveLength(8)
    expect(outcomes.at(-1)?.refusal).toBe('eight-already-here')
  })

  test('ne confirme pas deux fois la même personne : la seconde ne change rien', async () => {
    const hugo = await checkInAt(table, person(world().people, 'Hugo'))
    const someone = await newcomer()
    expect(await reasonOf(vouchFor(hugo, [someone.viewer.personId ?? '']))).toBeNull()
    expect(await reasonOf(vouchFor(hugo, [someone.viewer.personId ?? '']))).toBe('already')
  })
})

describe('L’hôte qui tape au nom d’un voisin', () => {
  test('est refusé sans les quatre chiffres de ce voisin, puis l’essai se ferme après cinq fautes', async () => {
    const yves = await checkInAt(table, person(world().people, 'Yves'))
    const someone = await newcomer()
    const attempt = (code: string) =>
      vouchOnConsole(table.console, {
        witnessId: yves.personId,
        code,
        newcomerIds: [someone.viewer.personId ?? ''],
      })
    const right = await codeOf(yves.personId)
    const wrong = right === '0000' ? '1111' : '0000'
    for (let n = 0; n < 5; n++) expect(await attempt(wrong)).toEqual({ ok: false, reason: 'wrong-code' })
    expect(await attempt(right)).toEqual({ ok: false, reason: 'code-locked' })
  })

  test('peut confirmer en son propre nom, avec son propre code', async () => {
    const someone = await newcomer()
    const nadia = person(world().people, 'Nadia')
    const outcome = await vouchOnConsole(table.console, {
      witnessId: nadia.personId,
      code: '4821',
      newcomerIds: [someone.viewer.personId ?? ''],
    })
    expect(given(outcome)).toEqual([{ newcomerId: someone.viewer.personId, refusal: null }])
  })
})

describe('La fermeture', () => {
  test('n’inscrit personne qui n’ait deux témoins de deux foyers, dont un du groupe', async () => {
    const [samira, loic, jeanne] = secondTable
    if (!samira || !loic || !jeanne) throw new Error('the world has changed')
    const alone = await sitDown(table, { firstName: 'Alma', entrance: 'Entrée C' })
    const once = await sitDown(table, { firstName: 'Basile', entrance: 'Entrée C' })
    const withoutHost = await sitDown(table, { firstName: 'Coralie', entrance: 'Entrée C' })
    const rosa = await checkInAt(table, person(world().people, 'Rosa'))
    const samiraHere = await checkInAt(table, person(world().people, 'Samira'))
    await goTo(table, 'sweep')
    for (const sitting of [alone, once, withoutHost]) await fillCard(sitting, { ...samira, email: null })
    given(await vouchFor(rosa, [once.viewer.personId ?? '', withoutHost.viewer.personId ?? '']))
    given(await vouchFor(samiraHere, [withoutHost.viewer.personId ?? '']))
    expect(given(await closeGathering(table.console, table.consoleToken))).toEqual({
      registered: 0,
      waiting: 3,
    })
  })
})

async function codeOf(personId: string): Promise<string> {
  const { ownWitnessCode } = await import('#domain/gatherings/witness-code.store.server.ts')
  const { sectorId, gatheringId } = table
  const code = await withSector({ personId }, sectorId, (tx) =>
    ownWitnessCode(tx, sectorId, { gatheringId, personId }),
  )
  return code ?? ''
}
