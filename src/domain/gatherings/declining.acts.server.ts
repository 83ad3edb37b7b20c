import type { ConsoleViewer, SeatViewer } from '#domain/access/viewer.ts'
import { endSeatSession } from '#domain/access/session.acts.server.ts'
import { forget, record } from '#domain/journal/journal.acts.server.ts'
import { forgetChoices } from '#domain/offers/choices.acts.server.ts'
import { forgetPerson, isRegistered } from '#domain/residents/residents.acts.server.ts'
import { withSector, type Tx } from '#platform/db.server.ts'
import { ok, refused, type Result } from '#platform/result.ts'
import { heldGathering } from './console.acts.server.ts'
import { actorOf } from './console.ts'
import { isUnderWay, type Gathering, type Seat } from './gathering.ts'
import { lockGathering, touchGathering } from './gathering.store.server.ts'
import { deleteSeat, findSeat } from './seat.store.server.ts'
import { deleteAcceptances, deleteVouchesFor } from './vouch.store.server.ts'
import { deleteWitnessCode } from './witness-code.store.server.ts'

export type DecliningRefusal = 'not-open' | 'not-a-newcomer'

/** « Je préfère ne pas m'inscrire »: one touch, no question, and nothing is left, not even a first name. */
export const decline = (viewer: SeatViewer): Promise<Result<null, DecliningRefusal>> =>
  withSector(viewer, viewer.sectorId, async (tx) => {
    const gathering = await lockGathering(tx, viewer.sectorId, viewer.gatheringId)
    if (!gathering || gathering.openedAt === null) return refused('not-open')
    const seat = await findSeat(tx, viewer.sectorId, viewer.gatheringId, viewer.seatId)
    if (seat && seat.kind !== 'newcomer') return refused('not-a-newcomer')
    // After the closing too, as long as nobody is registered: someone « en attente » may still prefer not to.
    if (seat?.personId && (await isRegistered(tx, viewer.sectorId, seat.personId))) return refused('not-open')
    await endSeatSession(tx, gathering.sectorId, { gatheringId: gathering.id, seatId: viewer.seatId })
    if (seat) await forgetSeat(tx, gathering, seat)
    await record(tx, {
      act: 'person-declined',
      by: { kind: 'newcomer', id: null },
      sectorId: gathering.sectorId,
      gathering: gathering.id,
    })
    return ok(null)
  })

/** A newcomer who goes home, or has no screen of their own, says it to the host, who frees the seat. */
export const freeSeat = (console: ConsoleViewer, seatId: string): Promise<Result<null, DecliningRefusal>> =>
  withSector(console, console.sectorId, async (tx) => {
    const gathering = await heldGathering(tx, console)
    if (!gathering || !isUnderWay(gathering)) return refused('not-open')
    const seat = await findSeat(tx, console.sectorId, console.gatheringId, seatId)
    if (seat?.kind !== 'newcomer') return refused('not-a-newcomer')
    await endSeatSession(tx, gathering.sectorId, { gatheringId: gathering.id, seatId })
    await forgetSeat(tx, gathering, seat)
    await record(tx, {
      act: 'person-declined',
      by: actorOf(console),
      sectorId: gathering.sectorId,
      gathering: gathering.id,
    })
    return ok(null)
  })

async function forgetSeat(tx: Tx, gathering: Gathering, seat: Seat): Promise<void> {
  const { sectorId, id: gatheringId } = gathering
  await deleteSeat(tx, sectorId, gatheringId, seat.id)
  if (seat.personId !== null) {
    await forgetChoices(tx, sectorId, seat.personId)
    await deleteVouchesFor(tx, sectorId, seat.personId)
    await deleteAcceptances(tx, sectorId, seat.personId)
    await deleteWitnessCode(tx, sectorId, gatheringId, seat.personId)
    await forget(tx, sectorId, seat.personId)
    await forgetPerson(tx, sectorId, seat.personId)
  }
  await touchGathering(tx, sectorId, gatheringId)
}
