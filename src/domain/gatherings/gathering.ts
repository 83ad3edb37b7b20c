import { isOverdue, type Phase } from './gathering.life.ts'

// A gathering is the table: the only way in. A host opens it, newcomers sit down, everyone sweeps the ideas
// of each theme, witnesses of other households confirm, and the closing registers those who were there.

export type Gathering = {
  readonly sectorId: string
  readonly id: string
  readonly kind: 'founding' | 'ordinary'
  readonly hostId: string | null
  readonly companionId: string | null
  readonly plannedFor: Date
  readonly place: string
  readonly shelter: string
  readonly phase: Phase
  readonly openedAt: Date | null
  readonly doorOpen: boolean
  readonly themePosition: number
  readonly themeSince: Date | null
  readonly catalogueVersion: string | null
  readonly charterVersion: string | null
  /** Grows by one at each change that a phone at the table should hear of. */
  readonly stateNumber: string
}

export type Seat = {
  readonly id: string
  readonly gatheringId: string
  readonly kind: 'newcomer' | 'registered'
  readonly state: 'waiting' | 'seated'
  readonly personId: string | null
  readonly firstName: string | null
  readonly entranceId: string | null
  readonly discreet: boolean
  readonly picture: string
  readonly pictureNumber: number
  readonly ruleRead: boolean
  readonly reviewDone: boolean
}

/** The table is in progress: a phone may still change something on it. */
export const isUnderWay = (gathering: Gathering): boolean =>
  gathering.openedAt !== null && gathering.phase !== 'closed' && gathering.phase !== 'cancelled'

/** The door is open, and the four hours are not over: someone may still arrive. */
export const isLettingIn = (gathering: Gathering, now: Date): boolean =>
  gathering.doorOpen && gathering.openedAt !== null && !isOverdue(gathering.openedAt, now)

/** A door opens while people may still sit down; after the harvest one is told of the next table. It always closes. */
export const mayHaveDoor = (
  gathering: Gathering,
  open: boolean,
  now: Date,
): gathering is Gathering & { readonly openedAt: Date } =>
  isUnderWay(gathering) &&
  !(
    open &&
    (gathering.phase === 'harvest' || (gathering.openedAt !== null && isOverdue(gathering.openedAt, now)))
  )
