import { createHmac, timingSafeEqual } from 'node:crypto'
import wordList from '../../../data/words.txt?raw'
import type { ConsoleViewer, SeatViewer } from '#domain/access/viewer.ts'
import { clock } from '#platform/clock.ts'
import { withSector } from '#platform/db.server.ts'
import { ok, refused, type Result } from '#platform/result.ts'
import { openDoors, type OpenDoor } from './door.store.server.ts'
import { isOverdue, longestTable } from './gathering.life.ts'
import { findGathering, wordSecret } from './gathering.store.server.ts'
import { accepts, acceptsToken, tokenAt, wordAt, type DoorKey, type LiveWord } from './live-word.ts'

const words = wordList.split('\n').filter((word) => word !== '')

/** What the host's screen shows now; null while the door is closed. */
export const liveWord = (console: ConsoleViewer): Promise<(LiveWord & { square: string }) | null> =>
  withSector(console, console.sectorId, async (tx) => {
    const gathering = await findGathering(tx, console.sectorId, console.gatheringId)
    const now = clock.now()
    if (!gathering?.doorOpen || gathering.openedAt === null || isOverdue(gathering.openedAt, now)) return null
    const secret = await wordSecret(tx, console.sectorId, console.gatheringId)
    if (secret === null) return null
    const key = keyOf(secret)
    return { ...wordAt(key, now), square: tokenAt(key, now) }
  })

export type Door = { readonly sectorId: string; readonly gatheringId: string }

/**
 * Finds the open door behind a word or a square. A wrong, worn-out or foreign one gets the same answer,
 * and nothing is written: knocking makes nobody exist.
 */
export async function knock(typed: { word?: string; square?: string }): Promise<Result<Door, 'wrong-word'>> {
  const now = clock.now()
  const doors = await openDoors(new Date(now.getTime() - longestTable))
  const { word, square } = typed
  const fits = (door: OpenDoor): boolean => {
    const key = keyOf(door.secret)
    return square === undefined
      ? word !== undefined && accepts(key, word, now)
      : acceptsToken(key, square, now)
  }
  const behind = doors.filter(fits)
  // Two tables with the same word at the same minute: better to wait a minute than to sit at the wrong one.
  const [door, another] = behind
  return door && !another
    ? ok({ sectorId: door.sectorId, gatheringId: door.gatheringId })
    : refused('wrong-word')
}

export type Welcome = { readonly hostName: string; readonly place: string; readonly sectorName: string }

/** « Bienvenue à la table de Nadia »: what someone who stands at the door may read. */
export const welcomeOf = (door: Door): Promise<Welcome | null> =>
  withSector({ personId: null }, door.sectorId, async (tx) => {
    const gathering = await findGathering(tx, door.sectorId, door.gatheringId)
    if (!gathering) return null
    const sector = await tx
      .selectFrom('sectors')
      .select('name')
      .where('sector_id', '=', door.sectorId)
      .executeTakeFirstOrThrow()
    const host =
      gathering.hostId === null
        ? await tx
            .selectFrom('companions')
            .select('name')
            .where('id', '=', gathering.companionId ?? '')
            .executeTakeFirst()
        : await tx
            .selectFrom('people')
            .select('first_name as name')
            .where('sector_id', '=', door.sectorId)
            .where('id', '=', gathering.hostId)
            .where('discreet', '=', false)
            .executeTakeFirst()
    return { hostName: host?.name ?? '', place: gathering.place, sectorName: sector.name }
  })

/** The entrances a newcomer chooses from, in the order of the sector. */
export const entrancesOfGathering = (viewer: SeatViewer): Promise<{ id: string; name: string }[]> =>
  withSector(viewer, viewer.sectorId, (tx) =>
    tx
      .selectFrom('entrances')
      .select(['id', 'name'])
      .where('sector_id', '=', viewer.sectorId)
      .orderBy('position')
      .execute(),
  )

const keyOf = (secret: string): DoorKey => ({
  words,
  mac: (message) => createHmac('sha256', secret).update(message).digest(),
  equals: (one, other) => timingSafeEqual(one, other),
})
