import * as v from 'valibot'
import { ok, refused, type Result } from '#platform/result.ts'
import { readFirstName, type NameRefusal } from './name.ts'
import { nameRefusals } from './name.words.ts'

/** The first name inside a larger form; the message of an issue is the French sentence to show beside the field. */
export const firstName = v.pipe(
  v.string(nameRefusals['not-text']),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const read = readFirstName(dataset.value)
    if (read.ok) return read.value
    addIssue({ message: nameRefusals[read.reason] })
    return NEVER
  }),
)

/** The first name alone, from anything that was sent. */
export function parseFirstName(sent: unknown): Result<string, NameRefusal> {
  if (typeof sent !== 'string') return refused('not-text')
  const read = readFirstName(sent)
  return read.ok ? ok(read.value) : read
}
