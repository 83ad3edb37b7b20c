import type { ConsoleViewer } from '#domain/access/viewer.ts'
import { withSector, type Tx } from '#platform/db.server.ts'
import { mayHold } from './console.acts.server.ts'
import { themeCounts } from './count.store.server.ts'
import type { Gathering, Seat } from './gathering.ts'
import { findGathering } from './gathering.store.server.ts'
import { peopleAtTable, type Faces } from './faces.views.server.ts'
import { seatsOf, seenThemes } from './seat.store.server.ts'
import { acceptances, vouchesFor } from './vouch.store.server.ts'

/** What the host's device shows: who sits, who waits, how far everyone is. Never what anyone ticked. */
export type ConsoleView = {
  readonly gathering: Gathering
  readonly seats: readonly ConsoleSeat[]
  readonly waiting: readonly ConsoleSeat[]
  readonly around: number
  readonly newcomers: number
  /** Themes finished, newcomers counted: « 7 sur 9 ont fini ». */
  readonly finished: Readonly<Record<string, number>>
  readonly counts: readonly { readonly theme: string; readonly ticks: number }[]
}

export type ConsoleSeat = {
  readonly id: string
  readonly personId: string | null
  readonly kind: 'newcomer' | 'registered'
  readonly firstName: string
  readonly entrance: string
  readonly picture: string
  readonly pictureNumber: number
  readonly householdId: string | null
  readonly claimPending: boolean
  readonly reviewDone: boolean
  readonly contactGiven: boolean
  readonly charterAccepted: boolean
  /** Witnesses' households that confirmed so far, and whether one is of the host team. */
  readonly vouches: number
  readonly vouchedByTeam: boolean
}

export const consoleView = (console: ConsoleViewer): Promise<ConsoleView | null> =>
  withSector(console, console.sectorId, async (tx) => {
    const gathering = await findGathering(tx, console.sectorId, console.gatheringId)
    if (!gathering || !(await mayHold(tx, console))) return null
    const seats = await seatsOf(tx, console.sectorId, console.gatheringId)
    const shown = await describeSeats(tx, gathering, seats)
    const newcomers = seats.filter((seat) => seat.kind === 'newcomer' && seat.state === 'seated')
    const ofNewcomers = new Set(newcomers.map((seat) => seat.id))
    const finished: Record<string, number> = {}
    for (const mark of await seenThemes(tx, console.sectorId, console.gatheringId))
      if (ofNewcomers.has(mark.seatId)) finished[mark.theme] = (finished[mark.theme] ?? 0) + 1
    const counts = await themeCounts(tx, console.sectorId, console.gatheringId)
    return {
      gathering,
      seats: shown.filter((one) => one.state === 'seated').map((one) => one.seat),
      waiting: shown.filter((one) => one.state === 'waiting').map((one) => one.seat),
      around: seats.filter((seat) => seat.state === 'seated').length,
      newcomers: newcomers.length,
      finished,
      counts: counts.flatMap((count) => (count.shown ? [{ theme: count.theme, ticks: count.ticks }] : [])),
    }
  })

async function describeSeats(
  tx: Tx,
  gathering: Gathering,
  seats: readonly Seat[],
): Promise<{ state: 'waiting' | 'seated'; seat: ConsoleSeat }[]> {
  const ids = seats.flatMap((seat) => (seat.personId === null ? [] : [seat.personId]))
  const faces = await peopleAtTable(tx, gathering.sectorId, ids)
  const vouches = await vouchesFor(tx, gathering.sectorId, ids)
  const accepted = await acceptances(tx, gathering.sectorId, ids)
  const entrances = new Map(
    (
      await tx
        .selectFrom('entrances')
        .select(['id', 'name'])
        .where('sector_id', '=', gathering.sectorId)
        .execute()
    ).map((row) => [row.id, row.name]),
  )
  return seats.map((seat) => {
    const mine = vouches.filter((vouch) => vouch.newcomerId === seat.personId)
    return {
      state: seat.state,
      seat: {
        id: seat.id,
        personId: seat.personId,
        kind: seat.kind,
        ...faceOf(seat, faces, entrances),
        picture: seat.picture,
        pictureNumber: seat.pictureNumber,
        reviewDone: seat.reviewDone,
        charterAccepted: seat.personId !== null && accepted.has(seat.personId),
        vouches: new Set(mine.map((vouch) => vouch.witnessHouseholdId)).size,
        vouchedByTeam: mine.some((vouch) => vouch.mandateId !== null),
      },
    }
  })
}

function faceOf(
  seat: Seat,
  faces: Faces,
  entrances: Map<string, string>,
): Pick<ConsoleSeat, 'firstName' | 'entrance' | 'householdId' | 'claimPending' | 'contactGiven'> {
  const face = seat.personId === null ? undefined : faces.get(seat.personId)
  if (face) return face
  return {
    firstName: seat.firstName ?? '',
    entrance: seat.discreet ? '' : (entrances.get(seat.entranceId ?? '') ?? ''),
    householdId: null,
    claimPending: false,
    contactGiven: false,
  }
}
