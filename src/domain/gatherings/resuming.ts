import { ok, refused, type Result } from '#platform/result.ts'
import { isUnderWay, type Gathering } from './gathering.ts'

// A tablet goes dark, or is left on a bus: the table must still close. Whoever may hold the console takes it up again
// on another device, and the first one knows the table no more.

export type ResumingRefusal = 'not-found' | 'not-open' | 'not-host' | 'not-companion' | 'not-at-table'

export type ResumingPowers = {
  readonly host: boolean
  /** Sits at this very table: another host of the team, at home, may not. */
  readonly seated: boolean
  readonly companion: boolean
}

/** Who may take the console up again: a host who sits there, or the companion at the founding table. */
export function canResume(gathering: Gathering, powers: ResumingPowers): Result<null, ResumingRefusal> {
  if (gathering.kind === 'founding' && !powers.companion) return refused('not-companion')
  if (gathering.kind === 'ordinary' && !powers.host) return refused('not-host')
  if (!isUnderWay(gathering)) return refused('not-open')
  return gathering.kind === 'ordinary' && !powers.seated ? refused('not-at-table') : ok(null)
}
