import * as v from 'valibot'
import { plainAddress } from '#domain/access/address.ts'
import { line, typed } from '#domain/sectors/line.form.ts'
import type { Start } from './association.ts'

export type StartField = keyof Start
export type StartProblem = 'empty' | 'too-long' | 'unreadable' | 'not-an-address'
export type ReadStart = {
  /** What was typed, as it was typed: shown again when something got stuck. */
  readonly typed: Start
  readonly start: Start | null
  readonly problems: Partial<Record<StartField, StartProblem>>
}

const shape = v.object({
  associationName: line(80),
  companionName: line(40),
  companionEmail: v.pipe(
    v.string(),
    v.check((text) => text.trim() !== '', 'empty'),
    v.check((text) => plainAddress(text) !== null, 'not-an-address'),
    v.transform((text) => plainAddress(text) ?? ''),
  ),
})

/** Reads `association`, `prenom` and `adresse`: the association's name, and who accompanies its first sector. */
export function readStart(body: Record<string, unknown>): ReadStart {
  const seen: Start = {
    associationName: typed(body['association']).slice(0, 500),
    companionName: typed(body['prenom']).slice(0, 500),
    companionEmail: typed(body['adresse']).slice(0, 500),
  }
  const read = v.safeParse(shape, seen)
  if (read.success) return { typed: seen, start: read.output, problems: {} }
  return { typed: seen, start: null, problems: problemsOf(v.flatten<typeof shape>(read.issues).nested ?? {}) }
}

const known: readonly StartProblem[] = ['empty', 'too-long', 'unreadable', 'not-an-address']

function problemsOf(
  nested: Partial<Record<StartField, readonly string[]>>,
): Partial<Record<StartField, StartProblem>> {
  const problems: Partial<Record<StartField, StartProblem>> = {}
  for (const field of ['associationName', 'companionName', 'companionEmail'] as const) {
    const said = nested[field]?.[0]
    if (said !== undefined) problems[field] = known.find((problem) => problem === said) ?? 'empty'
  }
  return problems
}
