import { ASSOCIATION } from '#domain/journal/journal.ts'
import { record } from '#domain/journal/journal.acts.server.ts'
import { clock } from '#platform/clock.ts'
import { outsideSectors, withSector, type Tx } from '#platform/db.server.ts'
import { newToken } from '#platform/ids.server.ts'
import { endOf, type Holder, type OpenedSession } from './session.ts'
import {
  deleteOldSessions,
  deleteSeatSession,
  deleteSession,
  deleteSessionsOf,
  deleteTableSessions,
  insertSession,
  lockSeatOf,
  setSeat,
  setSeatPerson,
} from './session.store.server.ts'
import type { Viewer } from './viewer.ts'

type Seat = { readonly gatheringId: string; readonly seatId: string }

/** Opens a session under a fresh secret; the page gives the secret to the browser and nothing keeps it. */
export async function openSession(tx: Tx, holder: Holder): Promise<OpenedSession> {
  const token = newToken()
  const now = clock.now()
  const until = endOf(holder.kind, now)
  await insertSession(tx, token, holder, { now, until })
  return { token, until }
}

/** Replaces the host's own session on this device by the table's console (decisions.md 20). */
export async function openConsoleSession(
  tx: Tx,
  console: { sectorId: string; gatheringId: string; personId: string | null; companionId: string | null },
  replaced: string | null,
): Promise<OpenedSession> {
  if (replaced !== null) await deleteSession(tx, replaced)
  return openSession(tx, { kind: 'console', ...console })
}

/** A newcomer's device may fill this seat and nothing else. */
export const openSeatSession = (tx: Tx, seat: Seat & { sectorId: string }): Promise<OpenedSession> =>
  openSession(tx, { kind: 'seat', ...seat })

/** A device learns which seat it fills: a neighbour's own session keeps standing for them. */
export const attachSeat = (tx: Tx, token: string, seat: Seat): Promise<void> => setSeat(tx, token, seat)

/** The seat a newcomer's device holds at this very moment: two presses at once see one another. */
export const seatNow = lockSeatOf

/** Once the host has seated a newcomer, their device speaks for that person. */
export const nameSeat = (tx: Tx, sectorId: string, seat: Seat, personId: string): Promise<void> =>
  setSeatPerson(tx, sectorId, seat.gatheringId, seat.seatId, personId)

export const endSession = (tx: Tx, token: string): Promise<void> => deleteSession(tx, token)

/** All sessions of a person, on every device: when they leave, are suspended, or lose a phone. */
export const endSessionsOf = (tx: Tx, sectorId: string, personId: string): Promise<void> =>
  deleteSessionsOf(tx, sectorId, personId)

/** The table closes: its console and its newcomers' devices are strangers again. */
export const endSeatSessions = (tx: Tx, sectorId: string, gatheringId: string): Promise<void> =>
  deleteTableSessions(tx, sectorId, gatheringId)

/** One seat is freed: someone declined or was turned away. */
export const endSeatSession = (tx: Tx, sectorId: string, seat: Seat): Promise<void> =>
  deleteSeatSession(tx, sectorId, seat.gatheringId, seat.seatId)

export const sweepSessions = (tx: Tx): Promise<void> => deleteOldSessions(tx, clock.now())

/** Goes out, on this device. */
export async function leave(viewer: Viewer, token: string): Promise<void> {
  if (viewer.kind === 'resident')
    return withSector(viewer, viewer.sectorId, async (tx) => {
      await deleteSession(tx, token)
      await record(tx, {
        act: 'signed-out',
        by: { kind: 'resident', id: viewer.personId },
        sectorId: viewer.sectorId,
      })
    })
  if (viewer.kind === 'companion')
    return withSector(viewer, ASSOCIATION, async (tx) => {
      await deleteSession(tx, token)
      await record(tx, {
        act: 'signed-out',
        by: { kind: 'companion', id: viewer.companionId },
        sectorId: ASSOCIATION,
      })
    })
  return outsideSectors((tx) => deleteSession(tx, token))
}
