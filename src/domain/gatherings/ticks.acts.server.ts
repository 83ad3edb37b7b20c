import { ideaCodesOf } from '#domain/ideas/ideas.acts.server.ts'
import type { Operation } from '#domain/offers/operation.ts'
import { choicesOf, receiveOperations, type Received } from '#domain/offers/choices.acts.server.ts'
import { touchDirectory } from '#domain/sectors/directory-version.acts.server.ts'
import { clock } from '#platform/clock.ts'
import { withSector, type Tx } from '#platform/db.server.ts'
import { newId } from '#platform/ids.server.ts'
import { ok, refused, type Result } from '#platform/result.ts'
import { seatOf, type AtTable, type SeatRefusal } from './at-table.acts.server.ts'
import { isUnderWay, type Gathering } from './gathering.ts'
import { findGathering } from './gathering.store.server.ts'
import { holdSeat } from './seat.store.server.ts'

// A tick is not an act (decisions.md 15): it is an operation, it writes no journal line, and it does not
// wait for the other people of the table.

/** Receives the ticks of one seat, as many times as the device sends them. */
export const tick = (viewer: AtTable, batch: readonly Operation[]): Promise<Result<Received, SeatRefusal>> =>
  openSeat(viewer, async (tx, gathering, personId) => {
    const known = await ideaCodesOf(gathering.catalogueVersion ?? '')
    return receiveOperations(tx, gathering.sectorId, personId, batch, known, clock.now())
  })

export type Hand = 'offers' | 'wishes'

/** One press of a button on a phone without JavaScript: turns one hand of one idea over. */
export const toggle = (
  viewer: AtTable,
  press: { idea: string; hand: Hand; on: boolean },
): Promise<Result<Received, SeatRefusal>> =>
  openSeat(viewer, async (tx, gathering, personId) => {
    const known = await ideaCodesOf(gathering.catalogueVersion ?? '')
    const mine = await choicesOf(tx, gathering.sectorId, personId)
    const before = mine.find((choice) => choice.idea === press.idea)
    const operation: Operation = {
      id: newId(),
      idea: press.idea,
      offers: before?.offers ?? false,
      wishes: before?.wishes ?? false,
      [press.hand]: press.on,
      counter: 1 + Math.max(0, ...mine.map((choice) => choice.counter)),
      device: 'page',
    }
    return receiveOperations(tx, gathering.sectorId, personId, [operation], known, clock.now())
  })

const openSeat = (
  viewer: AtTable,
  act: (tx: Tx, gathering: Gathering, personId: string) => Promise<Received>,
): Promise<Result<Received, SeatRefusal>> =>
  withSector<Result<Received, SeatRefusal>>(viewer, viewer.sectorId, async (tx) => {
    const at = seatOf(viewer)
    if (at === null) return refused('not-at-table')
    const gathering = await findGathering(tx, viewer.sectorId, at.gatheringId)
    if (!gathering || !isUnderWay(gathering)) return refused('not-open')
    const seat = await holdSeat(tx, viewer.sectorId, at.gatheringId, at.seatId)
    if (seat?.state !== 'seated' || seat.personId === null) return refused('not-seated')
    const received = await act(tx, gathering, seat.personId)
    // What a registered neighbour refreshes is in the directory at once.
    if (received.changed && seat.kind === 'registered') await touchDirectory(tx, viewer.sectorId)
    return ok(received)
  })
