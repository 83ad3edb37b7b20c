import { expect, test } from 'vitest'
import { freshDatabase } from '../fresh-database.ts'
import { publishStarterCharter } from '#domain/charter/charter.acts.server.ts'
import { publishStarterCatalogue } from '#domain/ideas/ideas.acts.server.ts'
import { withSector } from '#platform/db.server.ts'
import { person, plantLeCerisier } from '#seeds/le-cerisier.ts'
import { founders, secondTable } from '#seeds/neighbours.ts'

test('Le Cerisier naît par les mêmes actes que les vrais secteurs : douze voisins, leurs offres, deux tables', async () => {
  await freshDatabase()
  await publishStarterCatalogue()
  await publishStarterCharter()
  const world = await plantLeCerisier()
  const nadia = person(world.people, 'Nadia')
  const counted = await withSector(nadia, world.sectorId, async (tx) => ({
    residents: (await tx.selectFrom('residents').selectAll().execute()).length,
    offers: (await tx.selectFrom('choices').selectAll().where('offers', '=', true).execute()).length,
    closures: (await tx.selectFrom('closures').selectAll().execute()).length,
  }))
  const promised = [...founders, ...secondTable].reduce((sum, neighbour) => sum + neighbour.offers.length, 0)
  expect(counted).toEqual({ residents: 12, offers: promised, closures: 2 })
})
