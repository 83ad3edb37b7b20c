import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { clock } from '#platform/clock.ts'
import { outsideSectors, withSector } from '#platform/db.server.ts'
import { newId } from '#platform/ids.server.ts'
import { freshDatabase } from '../../../tests/fresh-database.ts'
import { openSector, type Opener } from './sectors.acts.server.ts'
import { entranceExists, entrancesOf, openingOf, sectorBySlug } from './sectors.views.server.ts'
import type { SectorPlan } from './sector.ts'

beforeAll(async () => void (await freshDatabase()))

const cerisier: SectorPlan = {
  name: 'Le Cerisier',
  commune: 'Montreuil',
  sizeReason: null,
  entrances: [
    { name: 'Entrée A', dwellings: 60 },
    { name: 'Entrée B', dwellings: 66 },
  ],
}

async function companion(startsAt: Date, endsAt: Date): Promise<Opener> {
  const id = newId()
  await outsideSectors(async (tx) => {
    const account = { id: newId(), email: Buffer.of(1), email_hash: Buffer.from(id), created_at: startsAt }
    await tx.insertInto('accounts').values(account).execute()
    const row = { id, name: 'Samira', account_id: account.id, starts_at: startsAt, ends_at: endsAt }
    await tx.insertInto('companions').values(row).execute()
  })
  return { companionId: id, personId: null }
}
const inDays = (days: number): Date => new Date(clock.now().getTime() + days * 86_400_000)

describe('ouvrir un secteur', () => {
  let samira: Opener
  beforeEach(async () => {
    samira = await companion(inDays(-10), inDays(100))
  })

  it('écrit le secteur, ses entrées, ce que chacun peut en savoir, et une ligne au journal', async () => {
    const opened = await openSector(samira, cerisier)
    if (!opened.ok) throw new Error(opened.reason)
    const { sectorId, slug } = opened.value
    expect(await outsideSectors((tx) => sectorBySlug(tx, slug))).toEqual({
      sectorId,
      slug,
      name: 'Le Cerisier',
      commune: 'Montreuil',
    })
    await withSector(samira, sectorId, async (tx) => {
      const entrances = await entrancesOf(tx, sectorId)
      expect(entrances.map(({ name, dwellings }) => [name, dwellings])).toEqual([
        ['Entrée A', 60],
        ['Entrée B', 66],
      ])
      expect(await entranceExists(tx, sectorId, entrances[0]?.id ?? '')).toBe(true)
      expect(await entranceExists(tx, sectorId, newId())).toBe(false)
      expect(await entranceExists(tx, sectorId, "1' OR true")).toBe(false)
      expect(await openingOf(tx, sectorId)).toMatchObject({ dwellings: 126, sizeReason: null })
      const lines = await tx.selectFrom('journal').select(['act', 'actor_kind', 'actor_id']).execute()
      expect(lines).toEqual([{ act: 'sector-opened', actor_kind: 'companion', actor_id: samira.companionId }])
    })
  })

  it('donne à chacun sa propre adresse, même à deux qui s’ouvrent en même temps', async () => {
    const opened = await Promise.all([
      openSector(samira, { ...cerisier, name: 'Les Glycines' }),
      openSector(samira, { ...cerisier, name: 'Les Glycines' }),
      openSector(samira, { ...cerisier, name: 'Les glycines !' }),
    ])
    expect(opened.map((one) => (one.ok ? one.value.slug : one.reason)).sort()).toEqual([
      'les-glycines',
      'les-glycines-2',
      'les-glycines-3',
    ])
  })

  it('se refuse à qui n’accompagne pas, ou plus', async () => {
    const stranger: Opener = { companionId: newId(), personId: null }
    expect(await openSector(stranger, cerisier)).toEqual({ ok: false, reason: 'not-a-companion' })
    const former = await companion(inDays(-400), inDays(-30))
    expect(await openSector(former, cerisier)).toEqual({ ok: false, reason: 'not-a-companion' })
    const later = await companion(inDays(5), inDays(30))
    expect(await openSector(later, cerisier)).toEqual({ ok: false, reason: 'not-a-companion' })
  })

  it('se refuse quand la taille n’est pas bonne, et rien n’est écrit', async () => {
    const before = await outsideSectors((tx) => tx.selectFrom('public_sectors').select('slug').execute())
    const tiny = { ...cerisier, entrances: [{ name: 'Hall', dwellings: 12 }] }
    expect(await openSector(samira, tiny)).toEqual({ ok: false, reason: 'too-few-dwellings' })
    expect(await outsideSectors((tx) => tx.selectFrom('public_sectors').select('slug').execute())).toEqual(
      before,
    )
  })

  it('garde la raison d’un secteur plus petit', async () => {
    const reason = 'Un hameau seul au bout de la route.'
    const small = { ...cerisier, sizeReason: reason, entrances: [{ name: 'Hameau', dwellings: 40 }] }
    const opened = await openSector(samira, small)
    if (!opened.ok) throw new Error(opened.reason)
    const { sectorId } = opened.value
    const opening = await withSector(samira, sectorId, (tx) => openingOf(tx, sectorId))
    expect(opening).toMatchObject({ sizeReason: reason, dwellings: 40 })
  })

  it('attend que la démonstration soit partie', async () => {
    const house = { id: 1, name: 'Pour essayer', demonstration: true, installed_at: clock.now() }
    await outsideSectors((tx) => tx.insertInto('association').values(house).execute())
    expect(await openSector(samira, cerisier)).toEqual({ ok: false, reason: 'demonstration' })
  })
})
