import { countSigns, hasNul, tidy } from '#domain/residents/writing.ts'
import { ok, refused, type Result } from '#platform/result.ts'
import { indiscretionIn, type Indiscretion } from './indiscretion.ts'

// A choice may carry one line of detail, the answer to the idea's question (« Quel matériel ? »). All the neighbours
// of the sector read it, so it says what, never how much, when one is away, nor how to get in.

export type DetailRefusal = 'unreadable' | 'too-long' | Indiscretion

export const longestDetail = 120

/** The detail as neighbours will read it; null when nothing was said, which is always fine. */
export function readDetail(typed: string): Result<string | null, DetailRefusal> {
  if (hasNul(typed)) return refused('unreadable')
  if (typed.length > 20 * longestDetail) return refused('too-long')
  const detail = tidy(typed)
  if (detail === '') return ok(null)
  if (countSigns(detail) > longestDetail) return refused('too-long')
  const indiscretion = indiscretionIn(detail)
  return indiscretion === null ? ok(detail) : refused(indiscretion)
}
