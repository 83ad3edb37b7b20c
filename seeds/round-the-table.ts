import {
  attachSeat,
  openConsoleSession,
  openSeatSession,
  openSession,
} from '#domain/access/session.acts.server.ts'
import type { CompanionViewer, ConsoleViewer, ResidentViewer, SeatViewer } from '#domain/access/viewer.ts'
import { checkIn, takeSeat } from '#domain/gatherings/arrival.acts.server.ts'
import type { AtTable } from '#domain/gatherings/at-table.acts.server.ts'
import { closeGathering } from '#domain/gatherings/closing.acts.server.ts'
import { openGathering } from '#domain/gatherings/opening.acts.server.ts'
import {
  acceptCharter,
  finishReview,
  giveContact,
  giveDetail,
} from '#domain/gatherings/review.acts.server.ts'
import { admitSeat } from '#domain/gatherings/seating.acts.server.ts'
import { finishTheme, moveOn, readRule } from '#domain/gatherings/sweep.acts.server.ts'
import { tick } from '#domain/gatherings/ticks.acts.server.ts'
import { vouchFor } from '#domain/gatherings/vouch.acts.server.ts'
import { currentCatalogue } from '#domain/ideas/ideas.acts.server.ts'
import { outsideSectors } from '#platform/db.server.ts'
import { newId } from '#platform/ids.server.ts'
import type { Result } from '#platform/result.ts'
import type { Neighbour } from './neighbours.ts'

// Plays a whole table through the acts themselves, as fast as they answer: what the seeds and the tests build on
// went through the same rules as real people.

export type OpenTable = {
  readonly sectorId: string
  readonly gatheringId: string
  readonly console: ConsoleViewer
  readonly consoleToken: string
  readonly entrances: ReadonlyMap<string, string>
}
export type Sitting = { readonly viewer: SeatViewer; readonly token: string; readonly seatId: string }

/** The value, or a loud stop: a seed that is refused is a fault of the seed. */
export function given<T>(result: Result<T, string>): T {
  if (!result.ok) throw new Error(`refused: ${result.reason}`)
  return result.value
}

/** Opens an approved table on the opener's device. */
export async function openTable(
  opener: ResidentViewer | CompanionViewer,
  sectorId: string,
  gatheringId: string,
  entrances: ReadonlyMap<string, string>,
  code = '4821',
): Promise<OpenTable> {
  given(await openGathering(opener, sectorId, gatheringId, code))
  const holder = {
    sectorId,
    gatheringId,
    personId: opener.kind === 'resident' ? opener.personId : null,
    companionId: opener.kind === 'companion' ? opener.companionId : null,
  }
  const session = await outsideSectors((tx) => openConsoleSession(tx, holder, null))
  const console: ConsoleViewer = { kind: 'console', ...holder }
  return { sectorId, gatheringId, console, consoleToken: session.token, entrances }
}

/** A newcomer gives a name and an entrance, and waits for the host's yes. */
export async function arrive(
  table: OpenTable,
  who: { firstName: string; entrance: string; discreet?: boolean },
): Promise<Sitting> {
  const { sectorId, gatheringId } = table
  const blank = newId()
  const { token } = await outsideSectors((tx) =>
    openSeatSession(tx, { sectorId, gatheringId, seatId: blank }),
  )
  const viewer: SeatViewer = { kind: 'seat', sectorId, gatheringId, seatId: blank, personId: null }
  const seatId = given(
    await takeSeat(viewer, token, {
      firstName: who.firstName,
      entranceId: table.entrances.get(who.entrance) ?? '',
      discreet: who.discreet ?? false,
    }),
  )
  return { viewer: { ...viewer, seatId }, token, seatId }
}

/** Arrives, and the host says « Oui, à notre table ». */
export async function sitDown(
  table: OpenTable,
  who: { firstName: string; entrance: string; discreet?: boolean },
): Promise<Sitting> {
  const sitting = await arrive(table, who)
  const personId = given(await admitSeat(table.console, sitting.seatId))
  return { ...sitting, viewer: { ...sitting.viewer, personId } }
}

/** A registered neighbour checks in and is seen by the host. */
export async function checkInAt(table: OpenTable, resident: ResidentViewer): Promise<ResidentViewer> {
  const { token } = await outsideSectors((tx) =>
    openSession(tx, {
      kind: 'resident',
      accountId: null,
      sectorId: resident.sectorId,
      personId: resident.personId,
    }),
  )
  const seatId = given(await checkIn(resident, token, table.gatheringId))
  given(await admitSeat(table.console, seatId))
  await outsideSectors((tx) => attachSeat(tx, token, { gatheringId: table.gatheringId, seatId }))
  return { ...resident, seat: { gatheringId: table.gatheringId, seatId } }
}

/** Moves the table on until `phase`, counting each theme on the way. */
export async function goTo(table: OpenTable, phase: string): Promise<void> {
  let step = { phase: 'welcome', theme: 0 } as Parameters<typeof moveOn>[1]
  while (step.phase !== phase) step = given(await moveOn(table.console, step))
}

/** Everything a newcomer does with their own device, from the rule to the charter. */
export async function fillCard(sitting: Sitting, neighbour: Neighbour): Promise<void> {
  const catalogue = await currentCatalogue()
  given(await readRule(sitting.viewer))
  await tickAll(sitting.viewer, neighbour)
  for (const theme of catalogue.themes) given(await finishTheme(sitting.viewer, theme.code))
  given(await finishReview(sitting.viewer))
  given(
    await giveContact(sitting.viewer, {
      way: neighbour.email === null ? 'mot' : 'email',
      phone: null,
      email: neighbour.email,
      firstLink: true,
      discreet: neighbour.discreet ?? false,
    }),
  )
  given(await acceptCharter(sitting.viewer, 'adult'))
}

async function tickAll(viewer: AtTable, neighbour: Neighbour): Promise<void> {
  const ideas = [...new Set([...neighbour.offers, ...neighbour.wishes])]
  const operations = ideas.map((idea, position) => ({
    id: newId(),
    idea,
    offers: neighbour.offers.includes(idea),
    wishes: neighbour.wishes.includes(idea),
    counter: position + 1,
    device: 'semence',
  }))
  const received = given(await tick(viewer, operations))
  if (received.refused.length > 0) throw new Error(`ideas unknown to the catalogue: ${neighbour.firstName}`)
  for (const [idea, text] of Object.entries(neighbour.details ?? {}))
    given(await giveDetail(viewer, { idea, text }))
}

/** Each witness says with whom they spoke; any refusal is loud. */
export async function vouch(witness: AtTable, newcomerIds: readonly string[]): Promise<void> {
  for (const outcome of given(await vouchFor(witness, newcomerIds)))
    if (outcome.refusal !== null) throw new Error(`vouch refused: ${outcome.refusal}`)
}

/** Closes the table: everyone confirmed twice is registered. */
export const close = async (table: OpenTable): Promise<{ registered: number }> =>
  given(await closeGathering(table.console, table.consoleToken))
