import { beforeAll } from 'vitest'
import { publishStarterCharter } from '#domain/charter/charter.acts.server.ts'
import type { ResidentViewer } from '#domain/access/viewer.ts'
import { approveGathering, planFounding, planGathering } from '#domain/gatherings/planning.acts.server.ts'
import { openSector } from '#domain/sectors/sectors.acts.server.ts'
import { entrancesOf } from '#domain/sectors/sectors.views.server.ts'
import { withSector } from '#platform/db.server.ts'
import { founders } from '#seeds/neighbours.ts'
import { publishStarterCatalogue } from '#domain/ideas/ideas.acts.server.ts'
import { clock } from '#platform/clock.ts'
import { person, plantLeCerisier, type World } from '#seeds/le-cerisier.ts'
import {
  close,
  fillCard,
  given,
  goTo,
  openTable,
  sitDown,
  vouch,
  type OpenTable,
} from '#seeds/round-the-table.ts'
import { freshDatabase } from '../tests/fresh-database.ts'

/** A database of this file's own, where Le Cerisier lives. */
export function aWorld(): () => World {
  let planted: World | null = null
  beforeAll(async () => {
    await freshDatabase()
    await publishStarterCatalogue()
    await publishStarterCharter()
    planted = await plantLeCerisier()
  })
  return () => {
    if (planted === null) throw new Error('the world is not planted yet')
    return planted
  }
}

/** A new approved table of Nadia's, open now. */
export async function nadiasTable(world: World, code = '4821'): Promise<OpenTable> {
  const nadia = person(world.people, 'Nadia')
  const plan = { plannedFor: clock.now(), place: 'Le banc du cerisier', shelter: 'Hall B' }
  const id = given(await planGathering(nadia, plan))
  given(await approveGathering(world.companion, world.sectorId, id))
  return openTable(nadia, world.sectorId, id, world.entrances, code)
}

/** Someone truly registered, at a real founding table, in a sector next door. */
export async function neighbourOfAnotherSector(world: World): Promise<ResidentViewer> {
  const { companion } = world
  const entrances = [1, 2, 3].map((n) => ({ name: `Allée ${n}`, dwellings: 40 }))
  const plan = { name: 'Rue du Four', commune: 'Massy', sizeReason: null, entrances }
  const { sectorId } = given(await openSector(companion, plan))
  const doors = await withSector(companion, sectorId, (tx) => entrancesOf(tx, sectorId))
  const at = { plannedFor: clock.now(), place: 'Le four', shelter: 'La grange' }
  const id = given(await planFounding(companion, sectorId, at))
  const byName = new Map(doors.map((door) => [door.name, door.id]))
  const table = await openTable(companion, sectorId, id, byName)
  const people = []
  for (const [n, one] of founders.slice(0, 3).entries())
    people.push(await sitDown(table, { firstName: one.firstName, entrance: `Allée ${n + 1}` }))
  await goTo(table, 'sweep')
  for (const one of people) await fillCard(one, nobodysCard)
  await goTo(table, 'witness')
  const ids = people.map((one) => one.viewer.personId ?? '')
  for (const one of people)
    await vouch(
      one.viewer,
      ids.filter((personId) => personId !== one.viewer.personId),
    )
  await close(table)
  return { kind: 'resident', sectorId, personId: ids[0] ?? '', seat: null }
}

const nobodysCard = { firstName: '', entrance: '', email: null, about: '', offers: [], wishes: [] }
