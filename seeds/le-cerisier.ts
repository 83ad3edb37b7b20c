import { accountFor } from '#domain/access/account.acts.server.ts'
import { openSession } from '#domain/access/session.acts.server.ts'
import type { CompanionViewer, ResidentViewer } from '#domain/access/viewer.ts'
import { approveGathering, planFounding, planGathering } from '#domain/gatherings/planning.acts.server.ts'
import { momentInParis } from '#domain/gatherings/planning.form.ts'
import { giveMandate } from '#domain/roles/roles.acts.server.ts'
import { openSector } from '#domain/sectors/sectors.acts.server.ts'
import { entrancesOf } from '#domain/sectors/sectors.views.server.ts'
import { clock } from '#platform/clock.ts'
import { outsideSectors, withSector } from '#platform/db.server.ts'
import { newId } from '#platform/ids.server.ts'
import { entrances, founders, secondTable, type Neighbour } from './neighbours.ts'
import {
  checkInAt,
  close,
  fillCard,
  given,
  goTo,
  openTable,
  sitDown,
  vouch,
  type Sitting,
} from './round-the-table.ts'

/** The world of the demonstration and of the tests: one sector, twelve neighbours, two past tables, one to come. */
export type World = {
  readonly companion: CompanionViewer
  readonly sectorId: string
  readonly slug: string
  readonly entrances: ReadonlyMap<string, string>
  readonly people: ReadonlyMap<string, ResidentViewer>
  /** The table about to open, approved. */
  readonly nextGathering: string
}

const DAY = 24 * 3600 * 1000
const HALF_HOUR = 1800 * 1000

/** Ten in the morning in Paris, that many days ago: people meet at round hours. */
function ago(days: number): Date {
  const then = new Date(clock.now().getTime() - days * DAY)
  const day = then.toLocaleDateString('sv-SE', { timeZone: 'Europe/Paris' })
  return momentInParis(day, '10:00') ?? then
}

/** Plants Le Cerisier through the acts themselves, in a past that ends now. */
export async function plantLeCerisier(): Promise<World> {
  const companion = await clock.at(ago(200), nameCompanion)
  const sector = await clock.at(ago(150), () => openLeCerisier(companion))
  const people = new Map<string, ResidentViewer>()
  await clock.at(ago(140), () => foundingTable(companion, sector, people))
  await clock.at(ago(139), () => giveMandates(companion, sector.sectorId, people))
  await clock.at(ago(45), () => ordinaryTable(companion, sector, people))
  const nextGathering = await planNext(companion, person(people, 'Nadia'))
  return { companion, ...sector, people, nextGathering }
}

/** The neighbour of that first name, as a signed-in resident. */
export function person(people: ReadonlyMap<string, ResidentViewer>, firstName: string): ResidentViewer {
  const found = people.get(firstName)
  if (!found) throw new Error(`nobody is called ${firstName}`)
  return found
}

async function nameCompanion(): Promise<CompanionViewer> {
  const id = newId()
  const now = clock.now()
  await outsideSectors(async (tx) => {
    const account_id = await accountFor(tx, 'claire@exemple.fr')
    const ends_at = new Date(now.getTime() + 360 * DAY)
    await tx
      .insertInto('companions')
      .values({ id, name: 'Claire', account_id, starts_at: now, ends_at })
      .execute()
  })
  return { kind: 'companion', companionId: id, personId: null }
}

type Sector = { sectorId: string; slug: string; entrances: ReadonlyMap<string, string> }

async function openLeCerisier(companion: CompanionViewer): Promise<Sector> {
  const opened = given(
    await openSector(companion, {
      name: 'Le Cerisier',
      commune: 'Massy',
      entrances,
      sizeReason: null,
    }),
  )
  const kept = await withSector(companion, opened.sectorId, (tx) => entrancesOf(tx, opened.sectorId))
  return { ...opened, entrances: new Map(kept.map((entrance) => [entrance.name, entrance.id])) }
}

const bench = 'Le banc du cerisier'
const shelter = 'Local commun, hall B'

async function foundingTable(
  companion: CompanionViewer,
  sector: Sector,
  people: Map<string, ResidentViewer>,
): Promise<void> {
  const plan = { plannedFor: clock.now(), place: shelter, shelter }
  const id = given(await planFounding(companion, sector.sectorId, plan))
  const table = await openTable(companion, sector.sectorId, id, sector.entrances)
  const seated: Sitting[] = []
  for (const founder of founders) seated.push(await sitDown(table, founder))
  await goTo(table, 'sweep')
  for (const [position, founder] of founders.entries()) await fillCard(at(seated, position), founder)
  await goTo(table, 'witness')
  // Each founder is recognised by two others, of other entrances: the neighbours on either side.
  for (const position of founders.keys())
    await vouch(at(seated, position).viewer, [
      personIdOf(at(seated, position + 1)),
      personIdOf(at(seated, position + 2)),
    ])
  await close(table)
  remember(people, sector.sectorId, founders, seated)
}

async function giveMandates(
  companion: CompanionViewer,
  sectorId: string,
  people: ReadonlyMap<string, ResidentViewer>,
): Promise<void> {
  const lastDay = new Date(clock.now().getTime() + 350 * DAY).toISOString().slice(0, 10)
  for (const firstName of ['Nadia', 'Aïcha', 'Bernard'])
    given(await giveMandate(companion, sectorId, person(people, firstName).personId, lastDay))
}

async function ordinaryTable(
  companion: CompanionViewer,
  sector: Sector,
  people: Map<string, ResidentViewer>,
): Promise<void> {
  const nadia = person(people, 'Nadia')
  const id = given(await planGathering(nadia, { plannedFor: clock.now(), place: bench, shelter }))
  given(await approveGathering(companion, sector.sectorId, id))
  const table = await openTable(nadia, sector.sectorId, id, sector.entrances)
  const bernard = await checkInAt(table, person(people, 'Bernard'))
  const paul = await checkInAt(table, person(people, 'Paul'))
  const seated: Sitting[] = []
  for (const newcomer of secondTable) seated.push(await sitDown(table, newcomer))
  await goTo(table, 'sweep')
  for (const [position, newcomer] of secondTable.entries()) await fillCard(at(seated, position), newcomer)
  await goTo(table, 'witness')
  const everyone = seated.map(personIdOf)
  await vouch(bernard, everyone)
  await vouch(paul, everyone)
  await close(table)
  remember(people, sector.sectorId, secondTable, seated)
}

async function planNext(companion: CompanionViewer, host: ResidentViewer): Promise<string> {
  const plannedFor = new Date(Math.ceil((clock.now().getTime() + HALF_HOUR / 2) / HALF_HOUR) * HALF_HOUR)
  const id = given(await planGathering(host, { plannedFor, place: bench, shelter }))
  given(await approveGathering(companion, host.sectorId, id))
  return id
}

/** A session of one's own for a neighbour of the seed, as if they had entered with a code. */
export const enter = async (resident: ResidentViewer): Promise<string> =>
  (
    await outsideSectors((tx) =>
      openSession(tx, {
        kind: 'resident',
        accountId: null,
        sectorId: resident.sectorId,
        personId: resident.personId,
      }),
    )
  ).token

const personIdOf = (sitting: Sitting): string => sitting.viewer.personId ?? ''

function at(seated: readonly Sitting[], position: number): Sitting {
  const found = seated[position % seated.length]
  if (!found) throw new Error('nobody sits there')
  return found
}

function remember(
  people: Map<string, ResidentViewer>,
  sectorId: string,
  neighbours: readonly Neighbour[],
  seated: readonly Sitting[],
): void {
  for (const [position, neighbour] of neighbours.entries())
    people.set(neighbour.firstName, {
      kind: 'resident',
      sectorId,
      personId: personIdOf(at(seated, position)),
      seat: null,
    })
}
