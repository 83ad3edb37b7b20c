import type { ConsoleViewer, ResidentViewer } from '#domain/access/viewer.ts'
import { nameSeat } from '#domain/access/session.acts.server.ts'
import { record } from '#domain/journal/journal.acts.server.ts'
import { needsDistinguisher, skeleton } from '#domain/residents/name.ts'
import {
  answerHouseholdClaim,
  claimHousehold,
  householdOf,
  isRegistered,
  liveTogether,
  nameSkeletons,
  seatPerson,
} from '#domain/residents/residents.acts.server.ts'
import { lockSector } from '#domain/sectors/directory-version.acts.server.ts'
import { clock } from '#platform/clock.ts'
import { withSector, type Tx } from '#platform/db.server.ts'
import { newCode } from '#platform/ids.server.ts'
import { ok, refused, type Result } from '#platform/result.ts'
import { heldGathering } from './console.acts.server.ts'
import { actorOf } from './console.ts'
import { isOverdue } from './gathering.life.ts'
import { isUnderWay, type Gathering, type Seat } from './gathering.ts'
import { lockGathering, touchGathering } from './gathering.store.server.ts'
import { roomLeft, type SeatingRefusal } from './seating.ts'
import { changeSeat, deleteSeat, findSeat, seatsOf } from './seat.store.server.ts'
import { deleteVouchesFor, deleteVouchesFrom } from './vouch.store.server.ts'
import { keepWitnessCode } from './witness-code.store.server.ts'

type Refusal = SeatingRefusal | 'name-taken' | 'not-found' | 'not-open' | 'already-seated'

/** « Oui, à notre table »: the host has looked at the phone and at the person. A newcomer starts to exist here. Returns the person. */
export const admitSeat = (console: ConsoleViewer, seatId: string): Promise<Result<string, Refusal>> =>
  atTable(console, seatId, async (tx, gathering, seat) => {
    if (seat.state === 'seated') return refused('already-seated')
    if (gathering.openedAt !== null && isOverdue(gathering.openedAt, clock.now())) return refused('not-open')
    const room = roomLeft(await seatsOf(tx, gathering.sectorId, gathering.id))
    if (!room.ok) return room
    if (seat.personId === null && (await isNameTaken(tx, gathering.sectorId, seat)))
      return refused('name-taken')
    const personId = seat.personId ?? (await personOfNewcomer(tx, gathering, seat))
    if (personId === null) return refused('not-found')
    await changeSeat(tx, gathering.sectorId, gathering.id, seatId, {
      state: 'seated',
      person_id: personId,
      first_name: null,
      entrance_id: null,
      admitted_at: clock.now(),
    })
    await nameSeat(tx, gathering.sectorId, { gatheringId: gathering.id, seatId }, personId)
    if (seat.kind === 'registered')
      await keepWitnessCode(tx, gathering.sectorId, { gatheringId: gathering.id, personId, code: newCode(4) })
    await noted(tx, console, 'person-seated', personId)
    return ok(personId)
  })

// Looked at again here, one seating at a time in the sector: two tables may be open at once.
async function isNameTaken(tx: Tx, sectorId: string, seat: Seat): Promise<boolean> {
  if (seat.firstName === null) return false
  await lockSector(tx, sectorId)
  return needsDistinguisher(seat.firstName, await nameSkeletons(tx, sectorId))
}

async function personOfNewcomer(tx: Tx, gathering: Gathering, seat: Seat): Promise<string | null> {
  if (seat.firstName === null || seat.entranceId === null) return null
  const { personId } = await seatPerson(tx, {
    sectorId: gathering.sectorId,
    firstName: seat.firstName,
    skeleton: skeleton(seat.firstName),
    entranceId: seat.entranceId,
    discreet: seat.discreet,
    now: clock.now(),
  })
  return personId
}

/** « Je ne vois pas cette personne »: the seat is forgotten, with whatever was typed for it. */
export const refuseSeat = (console: ConsoleViewer, seatId: string): Promise<Result<null, Refusal>> =>
  atTable(console, seatId, async (tx, gathering, seat) => {
    if (seat.state === 'seated') return refused('already-seated')
    await deleteSeat(tx, gathering.sectorId, gathering.id, seatId)
    await noted(tx, console, 'seat-refused')
    return ok(null)
  })

/**
 * « Qui habite ensemble ? » Two newcomers share a household at once. With someone already registered it stays
 * pending until they say yes on their own device; meanwhile neither may vouch for the other.
 */
export const seatTogether = (
  console: ConsoleViewer,
  seatId: string,
  withSeatId: string,
): Promise<Result<'together' | 'asked', Refusal | 'same-seat' | 'not-a-newcomer'>> =>
  atTable(console, seatId, async (tx, gathering, seat) => {
    const other = await findSeat(tx, gathering.sectorId, gathering.id, withSeatId)
    if (seatId === withSeatId) return refused('same-seat')
    if (seat.kind !== 'newcomer' || seat.personId === null) return refused('not-a-newcomer')
    if (!other || other.personId === null) return refused('not-found')
    if (other.kind === 'registered') {
      const claimed = await householdOf(tx, gathering.sectorId, other.personId)
      if (claimed !== null) await deleteVouchesFrom(tx, gathering.sectorId, seat.personId, claimed)
      await claimHousehold(tx, gathering.sectorId, {
        claimantId: seat.personId,
        memberId: other.personId,
        now: clock.now(),
      })
      await noted(tx, console, 'household-joined', seat.personId)
      return ok('asked')
    }
    const household = await householdOf(tx, gathering.sectorId, other.personId)
    if (household === null) return refused('not-found')
    // A vouch speaks of two households: those given before this was known no longer hold.
    await deleteVouchesFor(tx, gathering.sectorId, seat.personId)
    await liveTogether(tx, gathering.sectorId, seat.personId, household, clock.now())
    await noted(tx, console, 'household-joined', seat.personId)
    return ok('together')
  })

/** The registered neighbour's own answer to « J'habite avec vous ». */
export const answerClaim = (
  member: ResidentViewer,
  claimantId: string,
  accepted: boolean,
): Promise<Result<null, 'not-found'>> =>
  withSector(member, member.sectorId, async (tx) => {
    if (member.seat) await lockGathering(tx, member.sectorId, member.seat.gatheringId)
    const done = await answerHouseholdClaim(tx, member.sectorId, {
      claimantId,
      memberId: member.personId,
      accepted,
      now: clock.now(),
    })
    if (done === 'no-such-claim') return refused('not-found')
    // Once registered, the vouches of that day are history: they spoke of two households, and they were.
    if (accepted && !(await isRegistered(tx, member.sectorId, claimantId)))
      await deleteVouchesFor(tx, member.sectorId, claimantId)
    if (member.seat) await touchGathering(tx, member.sectorId, member.seat.gatheringId)
    await record(tx, {
      act: 'household-answered',
      by: { kind: 'resident', id: member.personId },
      sectorId: member.sectorId,
      subject: claimantId,
    })
    return ok(null)
  })

const atTable = <T, R extends string>(
  console: ConsoleViewer,
  seatId: string,
  decide: (tx: Tx, gathering: Gathering, seat: Seat) => Promise<Result<T, R | Refusal>>,
): Promise<Result<T, R | Refusal>> =>
  withSector(console, console.sectorId, async (tx) => {
    const gathering = await heldGathering(tx, console)
    if (!gathering) return refused('not-found')
    if (!isUnderWay(gathering)) return refused('not-open')
    const seat = await findSeat(tx, console.sectorId, console.gatheringId, seatId)
    if (!seat) return refused('not-found')
    return decide(tx, gathering, seat)
  })

async function noted(
  tx: Tx,
  console: ConsoleViewer,
  act: 'person-seated' | 'seat-refused' | 'household-joined',
  subject?: string,
): Promise<void> {
  await touchGathering(tx, console.sectorId, console.gatheringId)
  await record(tx, {
    act,
    by: actorOf(console),
    sectorId: console.sectorId,
    gathering: console.gatheringId,
    ...(subject === undefined ? {} : { subject }),
  })
}
