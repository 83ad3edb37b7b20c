import type { ResidentViewer, SeatViewer } from '#domain/access/viewer.ts'
import { withSector, type Tx } from '#platform/db.server.ts'
import { refused, type Result } from '#platform/result.ts'
import { isUnderWay, type Gathering, type Seat } from './gathering.ts'
import { lockGathering } from './gathering.store.server.ts'
import { findSeat } from './seat.store.server.ts'

/** Someone who acts from their own seat: a newcomer's device, or a registered neighbour who checked in. */
export type AtTable = SeatViewer | ResidentViewer
export type SeatRefusal = 'not-at-table' | 'not-open' | 'not-seated'
export type Seated = Seat & { readonly personId: string }

/** Which seat of which table this viewer acts from; null for a neighbour who is not at a table now. */
export const seatOf = (viewer: AtTable): { gatheringId: string; seatId: string } | null =>
  viewer.kind === 'seat' ? { gatheringId: viewer.gatheringId, seatId: viewer.seatId } : viewer.seat

/** One transaction at the viewer's own seat, the table being under way and the host having said yes. */
export const seatedTx = <T, R extends string>(
  viewer: AtTable,
  act: (tx: Tx, gathering: Gathering, seat: Seated) => Promise<Result<T, R>>,
): Promise<Result<T, R | SeatRefusal>> =>
  withSector<Result<T, R | SeatRefusal>>(viewer, viewer.sectorId, async (tx) => {
    const at = seatOf(viewer)
    if (at === null) return refused('not-at-table')
    const gathering = await lockGathering(tx, viewer.sectorId, at.gatheringId)
    if (!gathering || !isUnderWay(gathering)) return refused('not-open')
    const seat = await findSeat(tx, viewer.sectorId, at.gatheringId, at.seatId)
    if (!seat || seat.state !== 'seated' || seat.personId === null) return refused('not-seated')
    return act(tx, gathering, { ...seat, personId: seat.personId })
  })
