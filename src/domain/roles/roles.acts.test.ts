import { beforeAll, describe, expect, it } from 'vitest'
import { hostTeam, mandateCandidates } from '#domain/site/team.views.server.ts'
import { clock } from '#platform/clock.ts'
import { outsideSectors, withSector } from '#platform/db.server.ts'
import { newId } from '#platform/ids.server.ts'
import { freshDatabase } from '../../../tests/fresh-database.ts'
import { plantNeighbourhood, plantVersions, type Neighbourhood } from '../../../tests/database/rls-world.ts'
import { latestDay } from './mandate.ts'
import {
  endMandate,
  giveMandate,
  nameCompanion,
  renewCompanion,
  type Companion,
} from './roles.acts.server.ts'
import { accompanies, companionAtWork, isHost, runningMandate } from './roles.views.server.ts'

beforeAll(async () => void (await freshDatabase()))

const spring = new Date('2027-03-01T10:00:00Z')
const june = '2027-06-30'
let place: Neighbourhood
let elsewhere: Neighbourhood
let samira: Companion
let samirasAccount: string

const inPlace = <T>(fn: Parameters<typeof withSector<T>>[2]): Promise<T> =>
  withSector({ personId: null }, place.sectorId, fn)
const at = <T>(date: Date, fn: () => T): T => clock.at(date, fn)

async function newCompanion(sectorId: string | null): Promise<Companion> {
  const id = await outsideSectors(async (tx) => {
    const account = { id: newId(), email: Buffer.of(1), email_hash: Buffer.from(newId()), created_at: spring }
    await tx.insertInto('accounts').values(account).execute()
    samirasAccount = account.id
    const companionId = await nameCompanion(tx, { name: 'Samira', accountId: account.id })
    const term = { companion_id: companionId, starts_at: spring, ends_at: new Date('2028-03-01T10:00:00Z') }
    if (sectorId !== null)
      await tx
        .insertInto('companion_sectors')
        .values({ ...term, sector_id: sectorId })
        .execute()
    return companionId
  })
  return { companionId: id, personId: null }
}

beforeAll(async () => {
  await plantVersions()
  place = await plantNeighbourhood('A')
  elsewhere = await plantNeighbourhood('B')
  samira = await at(spring, () => newCompanion(place.sectorId))
})

describe('un mandat', () => {
  it('fait d’un voisin inscrit un hôte, jusqu’au jour dit', async () => {
    const paul = place.founders[1].id
    await at(spring, async () => {
      expect(await inPlace((tx) => isHost(tx, place.sectorId, paul, spring))).toBe(false)
      expect((await giveMandate(samira, place.sectorId, paul, june)).ok).toBe(true)
      expect(await inPlace((tx) => isHost(tx, place.sectorId, paul, spring))).toBe(true)
      const after = new Date('2027-06-30T22:00:00Z')
      expect(await inPlace((tx) => isHost(tx, place.sectorId, paul, after))).toBe(false)
    })
  })

  it('s’allonge, et le plus long compte', async () => {
    const paul = place.founders[1].id
    await at(spring, async () => {
      expect(await giveMandate(samira, place.sectorId, paul, june)).toMatchObject({ reason: 'already-host' })
      const longer = await giveMandate(samira, place.sectorId, paul, latestDay(spring))
      expect(longer.ok && (await inPlace((tx) => runningMandate(tx, place.sectorId, paul, spring)))).toBe(
        longer.ok && longer.value,
      )
      const team = await inPlace((tx) => hostTeam(tx, place.sectorId, spring))
      expect(team.map(({ personId, until }) => [personId, until.toISOString()])).toEqual([
        [place.founders[0].id, '2027-06-30T22:00:00.000Z'],
        [paul, '2028-02-29T22:00:00.000Z'],
      ])
    })
  })

  it('ne se confie pas à une personne d’ailleurs, ni assise seulement, ni inconnue', async () => {
    await at(spring, async () => {
      for (const personId of [elsewhere.founders[0].id, place.newcomer.id, newId()])
        expect(await giveMandate(samira, place.sectorId, personId, june)).toMatchObject({
          reason: 'not-registered',
        })
    })
  })

  it('ne se donne que dans un secteur que l’on accompagne', async () => {
    await at(spring, async () => {
      const answer = await giveMandate(samira, elsewhere.sectorId, elsewhere.founders[1].id, june)
      expect(answer).toMatchObject({ reason: 'not-accompanying' })
      const stranger = { companionId: newId(), personId: null }
      expect(await giveMandate(stranger, place.sectorId, place.founders[2].id, june)).toMatchObject({
        reason: 'not-accompanying',
      })
    })
    const afterwards = new Date('2028-03-02T10:00:00Z')
    const late = await at(afterwards, () =>
      giveMandate(samira, place.sectorId, place.founders[2].id, '2028-06-30'),
    )
    expect(late).toMatchObject({ reason: 'not-accompanying' })
  })

  it('ne se confie pas à soi-même', async () => {
    const oneself = place.founders[2].id
    const link = { account_id: samirasAccount, sector_id: place.sectorId, person_id: oneself }
    await outsideSectors((tx) => tx.insertInto('account_people').values(link).execute())
    await at(spring, async () => {
      expect(await giveMandate(samira, place.sectorId, oneself, june)).toMatchObject({ reason: 'to-oneself' })
    })
  })

  it('tombe quand la personne part, sans attendre sa fin', async () => {
    const paul = place.founders[1].id
    await inPlace((tx) =>
      tx.updateTable('residents').set({ left_at: spring }).where('person_id', '=', paul).execute(),
    )
    expect(await inPlace((tx) => isHost(tx, place.sectorId, paul, spring))).toBe(false)
    expect(
      await at(spring, () => giveMandate(samira, place.sectorId, paul, latestDay(spring))),
    ).toMatchObject({
      reason: 'left',
    })
    expect(await inPlace((tx) => mandateCandidates(tx, place.sectorId, spring))).toEqual([
      expect.objectContaining({ personId: place.founders[2].id }),
    ])
    await inPlace((tx) =>
      tx.updateTable('residents').set({ left_at: null }).where('person_id', '=', paul).execute(),
    )
  })

  it('se termine avant l’heure, mais la dernière personne reste, même si l’on clique deux fois', async () => {
    const [nadia, paul] = place.founders
    await at(new Date(spring.getTime() + 60_000), async () => {
      const answers = await Promise.all([
        endMandate(samira, place.sectorId, nadia.id),
        endMandate(samira, place.sectorId, paul.id),
      ])
      expect(answers.map((answer) => (answer.ok ? 'ok' : answer.reason)).sort()).toEqual(['last-host', 'ok'])
      expect(await endMandate(samira, place.sectorId, place.founders[2].id)).toMatchObject({
        reason: 'not-host',
      })
    })
  })

  it('laisse une ligne au journal, avec qui et pour qui', async () => {
    const lines = await inPlace((tx) =>
      tx
        .selectFrom('journal')
        .select(['act', 'actor_kind', 'actor_id'])
        .where('act', 'like', 'mandate-%')
        .execute(),
    )
    expect(lines).toHaveLength(3)
    for (const line of lines)
      expect(line).toMatchObject({ actor_kind: 'companion', actor_id: samira.companionId })
  })
})

describe('accompagner', () => {
  it('vaut pour un secteur, tant que les deux mandats courent', async () => {
    const { companionId } = samira
    const accompanied = (sectorId: string, when: Date) =>
      outsideSectors((tx) => accompanies(tx, companionId, sectorId, when))
    expect(await accompanied(place.sectorId, spring)).toBe(true)
    expect(await accompanied(elsewhere.sectorId, spring)).toBe(false)
    expect(await accompanied(place.sectorId, new Date('2027-02-28T10:00:00Z'))).toBe(false)
    expect(await accompanied(place.sectorId, new Date('2028-03-01T10:00:00Z'))).toBe(false)
  })

  it('se reprend pour un an à l’approche de la fin, avec les secteurs', async () => {
    const { companionId } = samira
    expect(await at(spring, () => renewCompanion(samira, companionId))).toMatchObject({ reason: 'too-early' })
    const nearTheEnd = new Date('2028-01-15T10:00:00Z')
    expect((await at(nearTheEnd, () => renewCompanion(samira, companionId))).ok).toBe(true)
    const later = new Date('2028-12-01T10:00:00Z')
    expect(await outsideSectors((tx) => companionAtWork(tx, companionId, later))).toMatchObject({
      id: companionId,
    })
    expect(await outsideSectors((tx) => accompanies(tx, companionId, place.sectorId, later))).toBe(true)
  })
})
