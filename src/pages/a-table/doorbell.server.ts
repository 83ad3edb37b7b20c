import { knock, type Door } from '#domain/gatherings/door.views.server.ts'
import { clock } from '#platform/clock.ts'
import { limiter } from '#platform/limits.ts'
import { refused, type Result } from '#platform/result.ts'

// Wrong words slow their sender and never close the door: a right one costs nothing, and a square of the host's
// screen is not a guess. Behind one café's address ten wrong words pass before the first wait (trust.md T1).
const wrongWords = limiter({ burst: 9, everySeconds: 3 })
const notBefore = new Map<string, number>()

export type Typed = { readonly word: string } | { readonly square: string }

/** Knocks with what was typed or scanned; someone who guessed too much waits a few seconds first. */
export async function ring(sender: string, typed: Typed): Promise<Result<Door, 'wrong-word' | 'too-often'>> {
  if ('square' in typed) return knock({ square: typed.square })
  const now = clock.now()
  if ((notBefore.get(sender) ?? 0) > now.getTime()) return refused('too-often')
  const answer = await knock({ word: typed.word })
  if (!answer.ok) slow(sender, now)
  return answer
}

function slow(sender: string, now: Date): void {
  const wait = wrongWords.take(sender, now)
  if (wait === 0) return
  if (notBefore.size > 5000) notBefore.clear() // the buckets of tokens still remember
  notBefore.set(sender, now.getTime() + wait * 1000)
}
