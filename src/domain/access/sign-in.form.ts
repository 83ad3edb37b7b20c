import * as v from 'valibot'
import { ok, refused, type Result } from '#platform/result.ts'
import { plainAddress } from './address.ts'
import type { AskRefusal, CodeRefusal, PlaceRefusal } from './sign-in.ts'

type Typed = Record<string, unknown>

const address = v.pipe(v.string(), v.maxLength(320))
const code = v.pipe(
  v.string(),
  v.maxLength(40),
  v.transform((typed) => typed.normalize('NFKC').replace(/[\s.\-\u2010-\u2015]/g, '')),
  v.regex(/^\d{6}$/),
)
const place = v.pipe(v.string(), v.minLength(1), v.maxLength(80))

/** The address of someone who wishes to enter. */
export function parseAddress(typed: Typed): Result<string, AskRefusal> {
  const read = v.safeParse(address, typed['adresse'])
  const plain = read.success ? plainAddress(read.output) : null
  return plain === null ? refused('not-an-address') : ok(plain)
}

/** Six digits, however they are spaced. */
export function parseCode(typed: Typed): Result<string, CodeRefusal> {
  const read = v.safeParse(code, typed['code'])
  return read.success ? ok(read.output) : refused('not-a-code')
}

export function parsePlace(typed: Typed): Result<string, PlaceRefusal> {
  const read = v.safeParse(place, typed['qui'])
  return read.success ? ok(read.output) : refused('nothing-chosen')
}
