import { ok, refused, type Result } from '#platform/result.ts'
import { fold } from './lookalikes.ts'
import { countSigns, hasLineBreak, hasNul, tidy } from './writing.ts'

// A first name is what neighbours call someone: any script, one letter at least, and never a name that can be
// taken for another neighbour's (trust.md T3).

export type NameRefusal = 'not-text' | 'unreadable' | 'two-lines' | 'empty' | 'no-letter' | 'too-long'

export const longestName = 40
const longestTyped = 1000

/** The first name as it will be shown everywhere. */
export function readFirstName(typed: string): Result<string, NameRefusal> {
  if (typed.length > longestTyped) return refused('too-long')
  if (hasNul(typed)) return refused('unreadable')
  if (hasLineBreak(typed)) return refused('two-lines')
  const name = tidy(typed)
  if (name === '') return refused('empty')
  if (!/\p{L}/u.test(name)) return refused('no-letter')
  if (countSigns(name) > longestName || hasPiledMarks(name)) return refused('too-long')
  return ok(name)
}

// Accents piled without end make one sign that covers the neighbouring lines; no script needs more than four.
const hasPiledMarks = (name: string): boolean => /\p{M}{5}/u.test(name.normalize('NFD'))

/**
 * What remains of a name once everything that looks alike is the same sign: « Αmina » with a Greek alpha,
 * « AMINA » and « Amina » share theirs. Compared, never shown.
 */
export function skeleton(name: string): string {
  const letters = fold(name).replace(/[^\p{L}\p{N}]/gu, '')
  return letters.replaceAll('rn', 'm').replaceAll('vv', 'w')
}

/** Whether someone already bears this name, or one that looks like it: then « Amina K. », or any other sign. */
export function needsDistinguisher(name: string, taken: Iterable<string>): boolean {
  const wanted = skeleton(name)
  for (const other of taken) if (other === wanted) return true
  return false
}
