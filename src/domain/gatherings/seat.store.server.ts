import type { Selectable } from 'kysely'
import type { Tx } from '#platform/db.server.ts'
import { newId } from '#platform/ids.server.ts'
import type { Tables } from '#platform/tables.ts'
import type { Seat } from './gathering.ts'

export type NewSeat = Omit<Seat, 'id' | 'ruleRead' | 'reviewDone'> & { sectorId: string; now: Date }

export async function insertSeat(tx: Tx, seat: NewSeat): Promise<string> {
  const id = newId()
  await tx
    .insertInto('seats')
    .values({
      sector_id: seat.sectorId,
      gathering_id: seat.gatheringId,
      id,
      kind: seat.kind,
      state: seat.state,
      person_id: seat.personId,
      first_name: seat.firstName,
      entrance_id: seat.entranceId,
      discreet: seat.discreet,
      picture: seat.picture,
      picture_number: seat.pictureNumber,
      joined_at: seat.now,
      admitted_at: seat.state === 'seated' ? seat.now : null,
    })
    .execute()
  return id
}

export async function findSeat(tx: Tx, ...which: WhichSeat): Promise<Seat | null> {
  const row = await seatRow(tx, ...which).executeTakeFirst()
  return row ? asSeat(row) : null
}

/** The same, held until the transaction ends: someone who declines meanwhile waits, then erases what was ticked. */
export async function holdSeat(tx: Tx, ...which: WhichSeat): Promise<Seat | null> {
  const row = await seatRow(tx, ...which)
    .forShare()
    .executeTakeFirst()
  return row ? asSeat(row) : null
}

type WhichSeat = [sectorId: string, gatheringId: string, id: string]

const seatRow = (tx: Tx, ...[sectorId, gatheringId, id]: WhichSeat) =>
  tx
    .selectFrom('seats')
    .selectAll()
    .where('sector_id', '=', sectorId)
    .where('gathering_id', '=', gatheringId)
    .where('id', '=', id)

/** Every seat of a table, in the order people came. */
export async function seatsOf(tx: Tx, sectorId: string, gatheringId: string): Promise<Seat[]> {
  const rows = await tx
    .selectFrom('seats')
    .selectAll()
    .where('sector_id', '=', sectorId)
    .where('gathering_id', '=', gatheringId)
    .orderBy('joined_at')
    .orderBy('id')
    .execute()
  return rows.map(asSeat)
}

type Change = {
  state?: 'seated'
  person_id?: string
  first_name?: null
  entrance_id?: null
  admitted_at?: Date
  rule_read?: boolean
  review_done?: boolean
}

export async function changeSeat(
  tx: Tx,
  sectorId: string,
  gatheringId: string,
  id: string,
  change: Change,
): Promise<void> {
  await tx
    .updateTable('seats')
    .set(change)
    .where('sector_id', '=', sectorId)
    .where('gathering_id', '=', gatheringId)
    .where('id', '=', id)
    .execute()
}

export async function deleteSeat(tx: Tx, sectorId: string, gatheringId: string, id: string): Promise<void> {
  await tx
    .deleteFrom('seen_themes')
    .where('sector_id', '=', sectorId)
    .where('gathering_id', '=', gatheringId)
    .where('seat_id', '=', id)
    .execute()
  await tx
    .deleteFrom('seats')
    .where('sector_id', '=', sectorId)
    .where('gathering_id', '=', gatheringId)
    .where('id', '=', id)
    .execute()
}

/** Those still waiting are forgotten: a seat nobody saw leaves no trace. */
export async function deleteWaitingSeats(tx: Tx, sectorId: string, gatheringId: string): Promise<void> {
  await tx
    .deleteFrom('seats')
    .where('sector_id', '=', sectorId)
    .where('gathering_id', '=', gatheringId)
    .where('state', '=', 'waiting')
    .execute()
}

export type SeenTheme = { readonly seatId: string; readonly theme: string }

export async function markSeen(
  tx: Tx,
  sectorId: string,
  gatheringId: string,
  seen: SeenTheme,
): Promise<void> {
  await tx
    .insertInto('seen_themes')
    .values({ sector_id: sectorId, gathering_id: gatheringId, seat_id: seen.seatId, theme: seen.theme })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function seenThemes(tx: Tx, sectorId: string, gatheringId: string): Promise<SeenTheme[]> {
  const rows = await tx
    .selectFrom('seen_themes')
    .select(['seat_id', 'theme'])
    .where('sector_id', '=', sectorId)
    .where('gathering_id', '=', gatheringId)
    .execute()
  return rows.map((row) => ({ seatId: row.seat_id, theme: row.theme }))
}

const asSeat = (row: Selectable<Tables['seats']>): Seat => ({
  id: row.id,
  gatheringId: row.gathering_id,
  kind: row.kind,
  state: row.state,
  personId: row.person_id,
  firstName: row.first_name,
  entranceId: row.entrance_id,
  discreet: row.discreet,
  picture: row.picture,
  pictureNumber: row.picture_number,
  ruleRead: row.rule_read,
  reviewDone: row.review_done,
})
