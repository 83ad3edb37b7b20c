import { ok, refused, type Result } from '#platform/result.ts'
import type { Gathering } from './gathering.ts'

export type OpeningRefusal =
  | 'not-found'
  | 'not-approved'
  | 'already-open'
  | 'too-early'
  | 'too-late'
  | 'not-host'
  | 'not-companion'
  | 'bad-code'

const HOUR = 3600 * 1000

/** A table opens on its day, by a host of the sector once a companion approved it; the founding one by the companion. */
export function canOpen(
  gathering: Gathering,
  powers: { host: boolean; companion: boolean },
  code: string,
  now: Date,
): Result<null, OpeningRefusal> {
  if (gathering.kind === 'founding' && !powers.companion) return refused('not-companion')
  if (gathering.kind === 'ordinary' && !powers.host) return refused('not-host')
  if (gathering.openedAt !== null) return refused('already-open')
  if (gathering.phase !== 'approved') return refused('not-approved')
  if (now.getTime() < gathering.plannedFor.getTime() - 12 * HOUR) return refused('too-early')
  if (now.getTime() > gathering.plannedFor.getTime() + 12 * HOUR) return refused('too-late')
  if (gathering.kind === 'ordinary' && !/^\d{4}$/.test(code)) return refused('bad-code')
  return ok(null)
}
