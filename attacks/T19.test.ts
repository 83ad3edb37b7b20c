import { beforeEach, describe, expect, test } from 'vitest'
import { closeGathering } from '#domain/gatherings/closing.acts.server.ts'
import { acceptCharter, finishReview, giveContact } from '#domain/gatherings/review.acts.server.ts'
import { tick } from '#domain/gatherings/ticks.acts.server.ts'
import { currentCatalogue } from '#domain/ideas/ideas.acts.server.ts'
import { directoryOf } from '#domain/offers/directory.ts'
import { offersOf } from '#domain/offers/directory.views.server.ts'
import { withSector } from '#platform/db.server.ts'
import { newId } from '#platform/ids.server.ts'
import { person } from '#seeds/le-cerisier.ts'
import { checkInAt, given, goTo, sitDown, vouch, type OpenTable } from '#seeds/round-the-table.ts'
import { aWorld, nadiasTable } from './world.ts'

// T19, as far as the table goes: between 15 and 17 one is always discreet, and offers nothing risky alone.

const world = aWorld()
let table: OpenTable
beforeEach(async () => {
  table = await nadiasTable(world())
})

const rowOf = (personId: string | null) =>
  withSector({ personId: null }, table.sectorId, (tx) =>
    tx
      .selectFrom('people')
      .select(['discreet', 'band'])
      .where('sector_id', '=', table.sectorId)
      .where('id', '=', personId ?? '')
      .executeTakeFirst(),
  )

describe('Une personne de 15 à 17 ans', () => {
  test('est discrète, qu’elle l’ait demandé ou non, et le reste', async () => {
    const jules = await sitDown(table, { firstName: 'Jules', entrance: 'Entrée B' })
    given(await acceptCharter(jules.viewer, '15-17'))
    expect(await rowOf(jules.viewer.personId)).toEqual({ discreet: true, band: '15-17' })
    const contact = { way: 'mot' as const, phone: null, email: null, firstLink: false, discreet: false }
    given(await giveContact(jules.viewer, contact))
    expect((await rowOf(jules.viewer.personId))?.discreet).toBe(true)
  })

  test('ne paraît dans les offres ni avec son entrée, ni sur une idée qui porte un risque', async () => {
    const minor = await sitDown(table, { firstName: 'Célestin', entrance: 'Entrée B' })
    const [bernard, paul] = [
      await checkInAt(table, person(world().people, 'Bernard')),
      await checkInAt(table, person(world().people, 'Rosa')),
    ]
    await goTo(table, 'sweep')
    const ideas = ['savoirs-telephone', 'enfants-garde-soiree']
    const operations = ideas.map((idea, n) => ({
      id: newId(),
      idea,
      offers: true,
      wishes: false,
      counter: n + 1,
      device: 'telephone',
    }))
    given(await tick(minor.viewer, operations))
    given(await finishReview(minor.viewer))
    given(await acceptCharter(minor.viewer, '15-17'))
    await vouch(bernard, [minor.viewer.personId ?? ''])
    await vouch(paul, [minor.viewer.personId ?? ''])
    expect(given(await closeGathering(table.console, table.consoleToken)).registered).toBe(1)
    const offers = await withSector(paul, table.sectorId, (tx) => offersOf(tx, table.sectorId))
    const shown = directoryOf(await currentCatalogue(), offers).themes.flatMap((theme) =>
      theme.ideas.flatMap((idea) =>
        idea.offerers.map((one) => ({ idea: idea.code, who: one.firstName, entrance: one.entrance })),
      ),
    )
    expect(shown.filter((line) => line.who === 'Célestin')).toEqual([
      { idea: 'savoirs-telephone', who: 'Célestin', entrance: null },
    ])
  })
})

test('La base elle-même refuse un mineur qui ne serait pas discret', async () => {
  const someone = await sitDown(table, { firstName: 'Ferdinand', entrance: 'Entrée B' })
  const forced = withSector({ personId: null }, table.sectorId, (tx) =>
    tx
      .updateTable('people')
      .set({ band: '15-17', discreet: false })
      .where('id', '=', someone.viewer.personId ?? '')
      .execute(),
  )
  await expect(forced).rejects.toThrow()
})
