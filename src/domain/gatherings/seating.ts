import { ok, refused, type Result } from '#platform/result.ts'
import type { Seat } from './gathering.ts'
import { settings } from './settings.ts'

// Twelve around a table, registered neighbours included; the thirteenth is told of the second table.

export type SeatingRefusal = 'table-full' | 'queue-full'

type Seats = readonly Pick<Seat, 'state' | 'picture' | 'pictureNumber'>[]
const count = (seats: Seats, state: Seat['state']): number =>
  seats.filter((seat) => seat.state === state).length

/** May one more person sit down now? */
export const roomLeft = (seats: Seats): Result<null, SeatingRefusal> =>
  count(seats, 'seated') >= settings.mostAround.value ? refused('table-full') : ok(null)

/** May one more phone wait at the door? At most six at once, and never more than there are chairs. */
export function canWait(seats: Seats): Result<null, SeatingRefusal> {
  const room = roomLeft(seats)
  if (!room.ok) return room
  return count(seats, 'waiting') >= settings.mostWaiting.value ? refused('queue-full') : ok(null)
}

export const pictures = [
  'citron',
  'cerise',
  'pomme',
  'carotte',
  'poisson',
  'fleur',
  'feuille',
  'soleil',
  'lune',
  'parapluie',
  'tasse',
  'étoile',
] as const
export type Picture = (typeof pictures)[number]
export type Face = { readonly picture: Picture; readonly number: number }

/** « Citron 4 »: a picture and a number that nobody else at this table has. `chance(n)` draws from 0 to n − 1. */
export function drawPicture(seats: Seats, chance: (below: number) => number): Face {
  const taken = new Set(seats.map((seat) => `${seat.picture} ${seat.pictureNumber}`))
  const free = pictures
    .flatMap((picture) => [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => ({ picture, number })))
    .filter((face) => !taken.has(`${face.picture} ${face.number}`))
  return free[chance(free.length)] ?? { picture: 'citron', number: 1 }
}
