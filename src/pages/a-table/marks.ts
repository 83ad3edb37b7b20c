import type { SeatView } from '#domain/gatherings/seat.views.server.ts'

/**
 * How a page goes along with the table while it is open. `follow`: goes where the table goes; `tell`: says that it
 * moved and leaves what is being filled in; `still`: only hears that the seat is lost.
 */
export type Along = 'follow' | 'tell' | 'still'
export type LiveMarks = { readonly on: Along; readonly step: string; readonly vouches: number }

/** Where the table was when this page was written, to be compared with what the stream says next. */
export const marksOf = ({ gathering, seat, me }: SeatView, on: Along): LiveMarks => ({
  on,
  step: `${seat?.state ?? 'gone'}:${gathering.phase}`,
  vouches: me?.vouches ?? 0,
})
