// Who is asking, as the session says. A session names a person or a device; it carries no power: mandates,
// registration and the state of a table are read again, as rows, at each act (decisions.md 9, trust.md T12).

export type Viewer = Visitor | ResidentViewer | CompanionViewer | ConsoleViewer | SeatViewer | OperatorViewer

/** Anyone, with no session or with an ended one. */
export type Visitor = { readonly kind: 'visitor'; readonly personId: null }

/** A registered neighbour on a device of their own; `seat` when they sit at an open table with it. */
export type ResidentViewer = {
  readonly kind: 'resident'
  readonly sectorId: string
  readonly personId: string
  readonly seat: { readonly gatheringId: string; readonly seatId: string } | null
}

/** Someone of the association who accompanies sectors; belongs to none. */
export type CompanionViewer = {
  readonly kind: 'companion'
  readonly companionId: string
  readonly personId: null
}

/** The host's device while a table is open: it reads seats, theme and counts, and nothing else (decisions.md 20). */
export type ConsoleViewer = {
  readonly kind: 'console'
  readonly sectorId: string
  readonly gatheringId: string
  readonly personId: string | null
  readonly companionId: string | null
}

/** A newcomer's device: it may fill its own seat and nothing else. `personId` is set once the host seated them. */
export type SeatViewer = {
  readonly kind: 'seat'
  readonly sectorId: string
  readonly gatheringId: string
  readonly seatId: string
  readonly personId: string | null
}

/** The technician: sees mails waiting on disk and the state of the machine, no neighbour. */
export type OperatorViewer = { readonly kind: 'operator'; readonly personId: null }

export const visitor: Visitor = { kind: 'visitor', personId: null }
