import type { Tx } from '#platform/db.server.ts'
import { hashToken } from '#platform/ids.server.ts'
import type { Holder } from './session.ts'

export async function insertSession(
  tx: Tx,
  token: string,
  holder: Holder,
  times: { readonly now: Date; readonly until: Date },
): Promise<void> {
  await tx
    .insertInto('sessions')
    .values({
      token_hash: hashToken(token),
      kind: holder.kind,
      account_id: 'accountId' in holder ? holder.accountId : null,
      sector_id: 'sectorId' in holder ? holder.sectorId : null,
      person_id: 'personId' in holder ? holder.personId : null,
      companion_id: 'companionId' in holder ? holder.companionId : null,
      gathering_id: 'gatheringId' in holder ? holder.gatheringId : null,
      seat_id: 'seatId' in holder ? holder.seatId : null,
      created_at: times.now,
      expires_at: times.until,
    })
    .execute()
}

export async function deleteSession(tx: Tx, token: string): Promise<void> {
  await tx.deleteFrom('sessions').where('token_hash', '=', hashToken(token)).execute()
}

export async function deleteSessionsOf(tx: Tx, sectorId: string, personId: string): Promise<void> {
  await tx
    .deleteFrom('sessions')
    .where('sector_id', '=', sectorId)
    .where('person_id', '=', personId)
    .execute()
}

/** Consoles and newcomers' seats of a table go; neighbours keep their session and lose their seat. */
export async function deleteTableSessions(tx: Tx, sectorId: string, gatheringId: string): Promise<void> {
  await tx
    .deleteFrom('sessions')
    .where('sector_id', '=', sectorId)
    .where('gathering_id', '=', gatheringId)
    .where('kind', 'in', ['console', 'seat'])
    .execute()
  await tx
    .updateTable('sessions')
    .set({ gathering_id: null, seat_id: null })
    .where('sector_id', '=', sectorId)
    .where('gathering_id', '=', gatheringId)
    .execute()
}

/** The session of one seat goes, whoever held it; a neighbour's own session stays. */
export async function deleteSeatSession(
  tx: Tx,
  sectorId: string,
  gatheringId: string,
  seatId: string,
): Promise<void> {
  await tx
    .deleteFrom('sessions')
    .where('sector_id', '=', sectorId)
    .where('gathering_id', '=', gatheringId)
    .where('seat_id', '=', seatId)
    .where('kind', '=', 'seat')
    .execute()
  await tx
    .updateTable('sessions')
    .set({ gathering_id: null, seat_id: null })
    .where('sector_id', '=', sectorId)
    .where('gathering_id', '=', gatheringId)
    .where('seat_id', '=', seatId)
    .execute()
}

export async function setSeat(
  tx: Tx,
  token: string,
  seat: { readonly gatheringId: string; readonly seatId: string },
): Promise<void> {
  await tx
    .updateTable('sessions')
    .set({ gathering_id: seat.gatheringId, seat_id: seat.seatId })
    .where('token_hash', '=', hashToken(token))
    .where('kind', 'in', ['resident', 'seat'])
    .execute()
}

/** What this device's session points at now, held until the transaction ends. */
export async function lockSeatOf(
  tx: Tx,
  token: string,
): Promise<{ gatheringId: string; seatId: string; personId: string | null } | null> {
  const row = await tx
    .selectFrom('sessions')
    .select(['gathering_id', 'seat_id', 'person_id'])
    .where('token_hash', '=', hashToken(token))
    .where('kind', '=', 'seat')
    .forUpdate()
    .executeTakeFirst()
  if (!row || row.gathering_id === null || row.seat_id === null) return null
  return { gatheringId: row.gathering_id, seatId: row.seat_id, personId: row.person_id }
}

export async function setSeatPerson(
  tx: Tx,
  sectorId: string,
  gatheringId: string,
  seatId: string,
  personId: string,
): Promise<void> {
  await tx
    .updateTable('sessions')
    .set({ person_id: personId })
    .where('sector_id', '=', sectorId)
    .where('gathering_id', '=', gatheringId)
    .where('seat_id', '=', seatId)
    .where('kind', '=', 'seat')
    .execute()
}

export async function deleteOldSessions(tx: Tx, now: Date): Promise<void> {
  await tx.deleteFrom('sessions').where('expires_at', '<', now).execute()
}
