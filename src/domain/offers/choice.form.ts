import * as v from 'valibot'
import { refused, type Result } from '#platform/result.ts'
import { readDetail, type DetailRefusal } from './choice.ts'

/** The line of detail of a choice, from anything that was sent. */
export function parseDetail(sent: unknown): Result<string | null, DetailRefusal> {
  const line = v.safeParse(v.optional(v.string(), ''), sent)
  return line.success ? readDetail(line.output) : refused('unreadable')
}
