import { timingSafeEqual } from 'node:crypto'
import { outsideSectors } from '#platform/db.server.ts'
import { hashToken, newToken } from '#platform/ids.server.ts'
import { ok, refused, type Result } from '#platform/result.ts'
import { openSession } from './session.acts.server.ts'
import type { OpenedSession } from './session.ts'

// The technician's way in: a link printed where the program was started, good once, forgotten at its stop.
let waiting: Buffer | null = null

/** The path of a fresh link; the one given before no longer leads anywhere. */
export function operatorLink(): string {
  const token = newToken()
  waiting = hashToken(token)
  return `/operateur?cle=${token}`
}

/** Exchanges the link for a session of this browser. */
export async function followOperatorLink(token: string): Promise<Result<OpenedSession, 'stale-link'>> {
  if (waiting === null || !timingSafeEqual(waiting, hashToken(token))) return refused('stale-link')
  waiting = null
  return ok(await outsideSectors((tx) => openSession(tx, { kind: 'operator' })))
}
