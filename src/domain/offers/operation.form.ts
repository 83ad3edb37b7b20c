import * as v from 'valibot'
import { ok, refused, type Result } from '#platform/result.ts'
import type { Operation } from './operation.ts'

export type BatchRefusal = 'unreadable' | 'too-many'

/** Both hands of the whole catalogue, twice over. */
export const longestBatch = 400

const operation = v.object({
  id: v.pipe(v.string(), v.uuid(), v.toLowerCase()),
  idea: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,64}$/)),
  offers: v.boolean(),
  wishes: v.boolean(),
  counter: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  device: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,64}$/)),
})
const batch = v.object({ operations: v.pipe(v.array(operation), v.maxLength(longestBatch)) })

/** The ticks that a device sends, all of them sound or none: it keeps them until they are acknowledged. */
export function parseBatch(sent: unknown): Result<Operation[], BatchRefusal> {
  if (isTooLong(sent)) return refused('too-many')
  const read = v.safeParse(batch, sent)
  return read.success ? ok(read.output.operations) : refused('unreadable')
}

// Looked at first: a list of a million odd things is not read one by one.
const isTooLong = (sent: unknown): boolean =>
  typeof sent === 'object' &&
  sent !== null &&
  'operations' in sent &&
  Array.isArray(sent.operations) &&
  sent.operations.length > longestBatch
