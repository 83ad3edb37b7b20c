import { beforeAll, describe, expect, test } from 'vitest'
import { publishStarterCharter } from '#domain/charter/charter.acts.server.ts'
import { harvestOf } from '#domain/gatherings/harvest.views.server.ts'
import { myTableChoices } from '#domain/gatherings/my-choices.views.server.ts'
import { giveContact } from '#domain/gatherings/review.acts.server.ts'
import { seatView } from '#domain/gatherings/seat.views.server.ts'
import { tick } from '#domain/gatherings/ticks.acts.server.ts'
import {
  currentCatalogue,
  currentCatalogueVersion,
  publishStarterCatalogue,
} from '#domain/ideas/ideas.acts.server.ts'
import { clock } from '#platform/clock.ts'
import { outsideSectors, withSector } from '#platform/db.server.ts'
import { newId } from '#platform/ids.server.ts'
import { plantLeCerisier, type World } from '#seeds/le-cerisier.ts'
import { fillCard, given, goTo, sitDown, type OpenTable, type Sitting } from '#seeds/round-the-table.ts'
import { nadiasTable } from '../../attacks/world.ts'
import { freshDatabase } from '../fresh-database.ts'

let world: World
let table: OpenTable
let people: Sitting[]
beforeAll(async () => {
  await freshDatabase()
  await publishStarterCatalogue()
  await publishStarterCharter()
  world = await plantLeCerisier()
  table = await nadiasTable(world)
  people = []
  for (const firstName of ['Ada', 'Gaby', 'Kim'])
    people.push(await sitDown(table, { firstName, entrance: 'Entrée C' }))
  await goTo(table, 'sweep')
})
const first = (): Sitting => people[0] as Sitting
const offer = (one: Sitting, idea: string) =>
  tick(one.viewer, [{ id: newId(), idea, offers: true, wishes: false, counter: 1, device: 'a' }])

describe('Une table', () => {
  test('garde le catalogue et la charte avec lesquels elle a ouvert, même quand de plus récents paraissent', async () => {
    const before = await currentCatalogueVersion()
    const catalogue = await currentCatalogue()
    const renamed = catalogue.ideas.map((idea) =>
      idea.code === 'cuisine-recette' ? { ...idea, phrase: 'une autre phrase' } : idea,
    )
    const later = new Date(clock.now().getTime() + 1000)
    await outsideSectors(async (tx) => {
      const content = JSON.stringify({ ...catalogue, ideas: renamed })
      await tx
        .insertInto('catalogue_versions')
        .values({ version: 'apres', published_at: later, content })
        .execute()
      await tx
        .insertInto('charter_versions')
        .values({ version: 'apres', published_at: later, markdown: '# Autre' })
        .execute()
    })
    expect(await currentCatalogueVersion()).toBe('apres')
    given(await offer(first(), 'cuisine-recette'))
    const mine = await myTableChoices(first().viewer)
    expect(mine?.offers.map((idea) => idea.phrase)).toEqual(['le partage d’une recette de famille'])
    expect((await seatView(first().viewer))?.gathering.catalogueVersion).toBe(before)
    await fillCard(first(), { firstName: '', entrance: '', email: null, about: '', offers: [], wishes: [] })
    const accepted = await withSector({ personId: null }, table.sectorId, (tx) =>
      tx
        .selectFrom('charter_acceptances')
        .select('charter_version')
        .where('person_id', '=', first().viewer.personId ?? '')
        .execute(),
    )
    expect(accepted).toHaveLength(1)
    expect(accepted[0]?.charter_version).not.toBe('apres')
  })

  test('garde l’envie d’être joint par un voisin', async () => {
    const way = { way: 'voisin' as const, phone: null, email: null, firstLink: true, discreet: false }
    given(await giveContact(first().viewer, way))
    expect((await seatView(first().viewer))?.me?.contact).toEqual({
      way: 'voisin',
      phone: null,
      email: null,
      firstLink: true,
    })
  })

  test('montre à la récolte ce qui rassemble trois personnes, jamais la santé ni l’argent', async () => {
    for (const one of people) {
      await offer(one, 'loisirs-chant')
      await offer(one, 'loisirs-gym')
    }
    const harvest = await harvestOf(table.console)
    expect(harvest?.shared).toEqual(['un moment de chant à plusieurs'])
  })
})
