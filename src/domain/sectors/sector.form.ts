import * as v from 'valibot'
import { readEntrances, type StuckLine } from './entrances.form.ts'
import { line, oneLine, typed } from './line.form.ts'
import type { SectorPlan } from './sector.ts'

export type SectorField = 'name' | 'commune'
export type FieldRefusal = 'empty' | 'too-long' | 'unreadable'
/** What was typed, as it was typed: shown again when something got stuck. */
export type TypedSector = {
  readonly name: string
  readonly commune: string
  readonly sizeReason: string
  readonly entrances: string
}
export type ReadSector = {
  readonly typed: TypedSector
  readonly plan: SectorPlan
  readonly fields: Partial<Record<SectorField, FieldRefusal>>
  readonly stuck: readonly StuckLine[]
}

/** Reads the fields `nom`, `commune`, `entrees` and `raison`: the plan as understood, and what was not understood. */
export function readSector(body: Record<string, unknown>): ReadSector {
  const seen: TypedSector = {
    name: typed(body['nom']).slice(0, 500),
    commune: typed(body['commune']).slice(0, 500),
    sizeReason: typed(body['raison']).slice(0, 1000),
    entrances: typed(body['entrees']).slice(0, 20_000),
  }
  const { entrances, stuck } = readEntrances(seen.entrances)
  const name = v.safeParse(line(60), seen.name)
  const commune = v.safeParse(line(60), seen.commune)
  const sizeReason = oneLine(seen.sizeReason.replaceAll('\0', ' ')).slice(0, 300)
  return {
    typed: seen,
    stuck,
    fields: { ...refusalOf('name', name), ...refusalOf('commune', commune) },
    plan: {
      name: name.success ? name.output : '',
      commune: commune.success ? commune.output : '',
      sizeReason: sizeReason || null,
      entrances,
    },
  }
}

const reasons: readonly FieldRefusal[] = ['empty', 'too-long', 'unreadable']

/** The named reason of a line that did not pass. */
function refusalOf<F extends string>(
  field: F,
  read: { success: boolean; issues?: readonly { message: string }[] | undefined },
): Partial<Record<F, FieldRefusal>> {
  if (read.success) return {}
  const reason = reasons.find((known) => known === read.issues?.[0]?.message) ?? 'empty'
  const refusal: Partial<Record<F, FieldRefusal>> = {}
  refusal[field] = reason
  return refusal
}
