import type { ResidentViewer, SeatViewer } from '#domain/access/viewer.ts'
import { attachSeat, seatNow } from '#domain/access/session.acts.server.ts'
import { record } from '#domain/journal/journal.acts.server.ts'
import { needsDistinguisher } from '#domain/residents/name.ts'
import { nameSkeletons } from '#domain/residents/residents.acts.server.ts'
import { skeleton } from '#domain/residents/name.ts'
import { entranceExists } from '#domain/sectors/sectors.views.server.ts'
import { clock } from '#platform/clock.ts'
import { withSector, type Tx } from '#platform/db.server.ts'
import { chance } from '#platform/ids.server.ts'
import { ok, refused, type Result } from '#platform/result.ts'
import { isLettingIn, type Gathering } from './gathering.ts'
import { lockGathering, touchGathering } from './gathering.store.server.ts'
import { canWait, drawPicture, type SeatingRefusal } from './seating.ts'
import { deleteSeat, insertSeat, seatsOf } from './seat.store.server.ts'

export type ArrivalRefusal =
  SeatingRefusal | 'door-closed' | 'no-such-entrance' | 'name-taken' | 'already-seated'

/** What a newcomer says of themself before the host looks at them: a name to be called by, and an entrance. */
export type Arrival = { readonly firstName: string; readonly entranceId: string; readonly discreet: boolean }

/**
 * Takes a place in the short queue at the door. `token` is the device's session: it learns its seat.
 * Nothing of it outlives the host's « Je ne vois pas cette personne ».
 */
export const takeSeat = (
  viewer: SeatViewer,
  token: string,
  arrival: Arrival,
): Promise<Result<string, ArrivalRefusal>> =>
  withSector(viewer, viewer.sectorId, async (tx) => {
    const { sectorId, gatheringId } = viewer
    const gathering = await lockGathering(tx, sectorId, gatheringId)
    if (!gathering || !isLettingIn(gathering, clock.now())) return refused('door-closed')
    const device = await seatNow(tx, token)
    if (device?.gatheringId !== gatheringId) return refused('door-closed')
    if (device.personId !== null) return refused('already-seated')
    if (!(await entranceExists(tx, sectorId, arrival.entranceId))) return refused('no-such-entrance')
    const before = await seatsOf(tx, sectorId, gatheringId)
    const own = before.find((seat) => seat.id === device.seatId)
    if (own?.state === 'seated') return refused('already-seated') // the host said yes while the name was corrected
    if (own) await deleteSeat(tx, sectorId, gatheringId, own.id)
    const seats = before.filter((seat) => seat !== own)
    const room = canWait(seats)
    if (!room.ok) return room
    const waitingNames = seats.flatMap((seat) => (seat.firstName === null ? [] : [skeleton(seat.firstName)]))
    const taken = [...(await nameSkeletons(tx, sectorId)), ...waitingNames]
    if (needsDistinguisher(arrival.firstName, taken)) return refused('name-taken')
    const seatId = await waitingSeat(tx, gathering, { kind: 'newcomer', personId: null, ...arrival })
    await attachSeat(tx, token, { gatheringId, seatId })
    await record(tx, {
      act: 'seat-taken',
      by: { kind: 'newcomer', id: null },
      sectorId,
      gathering: gatheringId,
    })
    return ok(seatId)
  })

/** A registered neighbour sits down with their own device: they wait for the host's yes like everyone. */
export const checkIn = (
  resident: ResidentViewer,
  token: string,
  gatheringId: string,
): Promise<Result<string, ArrivalRefusal>> =>
  withSector(resident, resident.sectorId, async (tx) => {
    const gathering = await lockGathering(tx, resident.sectorId, gatheringId)
    if (!gathering || !isLettingIn(gathering, clock.now())) return refused('door-closed')
    const seats = await seatsOf(tx, resident.sectorId, gatheringId)
    const own = seats.find((seat) => seat.personId === resident.personId)
    if (!own) {
      const room = canWait(seats)
      if (!room.ok) return room
    }
    const seatId =
      own?.id ??
      (await waitingSeat(tx, gathering, {
        kind: 'registered',
        personId: resident.personId,
        firstName: null,
        entranceId: null,
        discreet: false,
      }))
    await attachSeat(tx, token, { gatheringId, seatId })
    await record(tx, {
      act: 'seat-taken',
      by: { kind: 'resident', id: resident.personId },
      sectorId: resident.sectorId,
      gathering: gatheringId,
    })
    return ok(seatId)
  })

type Waiting = {
  kind: 'newcomer' | 'registered'
  personId: string | null
  firstName: string | null
  entranceId: string | null
  discreet: boolean
}

async function waitingSeat(tx: Tx, gathering: Gathering, waiting: Waiting): Promise<string> {
  const { sectorId, id: gatheringId } = gathering
  const face = drawPicture(await seatsOf(tx, sectorId, gatheringId), chance)
  const seatId = await insertSeat(tx, {
    sectorId,
    gatheringId,
    state: 'waiting',
    ...waiting,
    picture: face.picture,
    pictureNumber: face.number,
    now: clock.now(),
  })
  await touchGathering(tx, sectorId, gatheringId)
  return seatId
}
