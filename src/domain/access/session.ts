import type { Viewer } from './viewer.ts'
import { visitor } from './viewer.ts'

// A session is a secret held by one browser and a row that says whom or what it stands for. It carries no power
// and dies by itself: a neighbour's after a month, a table's with the table and within six hours.

export type Holder =
  | {
      readonly kind: 'resident'
      readonly accountId: string | null
      readonly sectorId: string
      readonly personId: string
    }
  | { readonly kind: 'companion'; readonly accountId: string | null; readonly companionId: string }
  | {
      readonly kind: 'console'
      readonly sectorId: string
      readonly gatheringId: string
      readonly personId: string | null
      readonly companionId: string | null
    }
  | {
      readonly kind: 'seat'
      readonly sectorId: string
      readonly gatheringId: string
      readonly seatId: string
    }
  | { readonly kind: 'choosing'; readonly accountId: string }
  | { readonly kind: 'operator' }
  | { readonly kind: 'installer' }

/** What a browser keeps: the secret, and until when. */
export type OpenedSession = { readonly token: string; readonly until: Date }

/** A session row as the database gives it. */
export type SessionRow = {
  readonly kind: Holder['kind']
  readonly account_id: string | null
  readonly sector_id: string | null
  readonly person_id: string | null
  readonly companion_id: string | null
  readonly gathering_id: string | null
  readonly seat_id: string | null
}

const HOUR = 3600_000
const lifetimes: Record<Holder['kind'], number> = {
  resident: 30 * 24 * HOUR,
  companion: 7 * 24 * HOUR,
  console: 6 * HOUR,
  seat: 6 * HOUR,
  choosing: HOUR / 2,
  operator: HOUR,
  installer: HOUR,
}

export const endOf = (kind: Holder['kind'], now: Date): Date => new Date(now.getTime() + lifetimes[kind])

/** Whom a session stands for; a row that lacks what its kind needs stands for nobody. */
export function viewerFrom(row: SessionRow): Viewer {
  const { sector_id: sectorId, person_id: personId, gathering_id: gatheringId, seat_id: seatId } = row
  const companionId = row.companion_id
  switch (row.kind) {
    case 'resident':
      if (sectorId === null || personId === null) return visitor
      return {
        kind: 'resident',
        sectorId,
        personId,
        seat: gatheringId && seatId ? { gatheringId, seatId } : null,
      }
    case 'companion':
      return companionId === null ? visitor : { kind: 'companion', companionId, personId: null }
    case 'console':
      if (sectorId === null || gatheringId === null) return visitor
      return { kind: 'console', sectorId, gatheringId, personId, companionId }
    case 'seat':
      if (sectorId === null || gatheringId === null || seatId === null) return visitor
      return { kind: 'seat', sectorId, gatheringId, seatId, personId }
    case 'operator':
      return { kind: 'operator', personId: null }
    case 'choosing':
    case 'installer':
      return visitor
  }
}
