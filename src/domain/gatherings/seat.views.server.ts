import { sql } from 'kysely'
import type { KeptContact } from '#domain/residents/residents.acts.server.ts'
import { ownContact } from '#domain/residents/residents.acts.server.ts'
import { withSector, type Tx } from '#platform/db.server.ts'
import { seatOf, type AtTable } from './at-table.acts.server.ts'
import { themeCounts } from './count.store.server.ts'
import type { Gathering, Seat } from './gathering.ts'
import { findGathering } from './gathering.store.server.ts'
import { findSeat, seatsOf, seenThemes } from './seat.store.server.ts'
import { acceptances, vouchesFor } from './vouch.store.server.ts'
import { ownWitnessCode } from './witness-code.store.server.ts'

/** What one phone at the table shows its owner: their own state, the theme, counts. No other newcomer's name. */
export type SeatView = {
  readonly gathering: Gathering
  readonly hostName: string | null
  readonly seat: Seat | null
  readonly around: number
  /** How many of them are registered neighbours now: all of them once the table closed well. */
  readonly linked: number
  readonly me: Me | null
  readonly seen: readonly string[]
  readonly counts: readonly { readonly theme: string; readonly ticks: number }[]
}

export type Me = {
  readonly personId: string
  readonly firstName: string
  readonly entrance: string
  readonly discreet: boolean
  readonly band: 'adult' | '15-17' | null
  readonly contact: KeptContact | null
  readonly charterAccepted: boolean
  /** How many neighbours have confirmed so far; their names are told once the table is closed. */
  readonly vouches: number
  readonly witnesses: readonly string[]
  readonly registered: boolean
  readonly witnessCode: string | null
}

export const seatView = (viewer: AtTable): Promise<SeatView | null> =>
  withSector(viewer, viewer.sectorId, async (tx) => {
    const at = seatOf(viewer)
    if (at === null) return null
    const gathering = await findGathering(tx, viewer.sectorId, at.gatheringId)
    if (!gathering || gathering.openedAt === null) return null
    const seat = await findSeat(tx, viewer.sectorId, at.gatheringId, at.seatId)
    const seats = await seatsOf(tx, viewer.sectorId, at.gatheringId)
    const seen = await seenThemes(tx, viewer.sectorId, at.gatheringId)
    const counts = await themeCounts(tx, viewer.sectorId, at.gatheringId)
    return {
      gathering,
      hostName: await nameOfHost(tx, gathering),
      seat,
      around: seats.filter((one) => one.state === 'seated').length,
      linked: await registeredAmong(tx, viewer.sectorId, seats),
      me: seat?.personId ? await aboutMe(tx, gathering, seat.personId) : null,
      seen: seen.flatMap((mark) => (mark.seatId === at.seatId ? [mark.theme] : [])),
      counts: counts.flatMap((count) => (count.shown ? [{ theme: count.theme, ticks: count.ticks }] : [])),
    }
  })

/** What travels down a seat's live stream (decisions.md 22): its own state, the step, numbers; never a name. */
export const liveSeat = (view: SeatView) => ({
  phase: view.gathering.phase,
  theme: view.gathering.themePosition,
  since: view.gathering.themeSince?.getTime() ?? null,
  state: view.seat?.state ?? 'gone',
  around: view.around,
  vouches: view.me?.vouches ?? 0,
  registered: view.me?.registered ?? false,
  counts: Object.fromEntries(view.counts.map((count) => [count.theme, count.ticks])),
})

async function aboutMe(tx: Tx, gathering: Gathering, personId: string): Promise<Me | null> {
  const row = await tx
    .selectFrom('people')
    .leftJoin('entrances', (join) =>
      join
        .onRef('entrances.sector_id', '=', 'people.sector_id')
        .onRef('entrances.id', '=', 'people.entrance_id'),
    )
    .leftJoin('residents', (join) =>
      join
        .onRef('residents.sector_id', '=', 'people.sector_id')
        .onRef('residents.person_id', '=', 'people.id'),
    )
    .select([
      'people.first_name',
      'people.discreet',
      'people.band',
      'entrances.name as entrance',
      'residents.registered_at',
    ])
    .where('people.sector_id', '=', gathering.sectorId)
    .where('people.id', '=', personId)
    .executeTakeFirst()
  if (!row || row.first_name === null) return null
  const vouches = await vouchesFor(tx, gathering.sectorId, [personId])
  return {
    personId,
    firstName: row.first_name,
    entrance: row.entrance ?? '',
    discreet: row.discreet,
    band: row.band,
    contact: await ownContact(tx, gathering.sectorId, personId),
    charterAccepted: (await acceptances(tx, gathering.sectorId, [personId])).has(personId),
    vouches: vouches.length,
    witnesses: row.discreet
      ? []
      : await shownNames(
          tx,
          gathering.sectorId,
          vouches.map((vouch) => vouch.witnessId),
        ),
    registered: row.registered_at !== null,
    witnessCode: await ownWitnessCode(tx, gathering.sectorId, { gatheringId: gathering.id, personId }),
  }
}

async function registeredAmong(tx: Tx, sectorId: string, seats: readonly Seat[]): Promise<number> {
  const ids = seats.flatMap((seat) => (seat.personId === null ? [] : [seat.personId]))
  if (ids.length === 0) return 0
  const row = await tx
    .selectFrom('residents')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('sector_id', '=', sectorId)
    .where('person_id', 'in', ids)
    .executeTakeFirstOrThrow()
  return row.count
}

/** First names of witnesses; someone discreet or gone is left out, and « un voisin » stands for them on the page. */
async function shownNames(tx: Tx, sectorId: string, personIds: readonly string[]): Promise<string[]> {
  if (personIds.length === 0) return []
  const rows = await tx
    .selectFrom('people')
    .select('first_name')
    .where('sector_id', '=', sectorId)
    .where('id', 'in', [...personIds])
    .where('discreet', '=', false)
    .where('first_name', 'is not', null)
    .orderBy(sql`first_name COLLATE "fr-x-icu"`)
    .execute()
  return rows.flatMap((row) => (row.first_name === null ? [] : [row.first_name]))
}

async function nameOfHost(tx: Tx, gathering: Gathering): Promise<string | null> {
  if (gathering.hostId !== null)
    return (await shownNames(tx, gathering.sectorId, [gathering.hostId]))[0] ?? null
  const companion = await tx
    .selectFrom('companions')
    .select('name')
    .where('id', '=', gathering.companionId ?? '')
    .executeTakeFirst()
  return companion?.name ?? null
}
