/** One line of the bench, as `--json` writes it. */
export type Row = {
  readonly name: string
  readonly value: number
  readonly unit: string
  /** What we promised, as a person reads it: « ≥ 0.03 »; null for a figure that is only watched. */
  readonly goal: string | null
  readonly ok: boolean
}

/** What can be asked of the bench: some rows, measured together because they share a costly preparation. */
export type Measure = { readonly names: readonly string[]; readonly run: () => Promise<Row[]> }

export const atLeast = (name: string, value: number, unit: string, goal: number): Row => ({
  name,
  value,
  unit,
  goal: `≥ ${goal}`,
  ok: value >= goal,
})

export const atMost = (name: string, value: number, unit: string, goal: number): Row => ({
  name,
  value,
  unit,
  goal: `≤ ${goal}`,
  ok: value <= goal,
})

export const watched = (name: string, value: number, unit: string): Row => ({
  name,
  value,
  unit,
  goal: null,
  ok: true,
})

export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** The value under which `share` of them fall, by the nearest rank. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN
}

export const rounded = (value: number, digits = 0): number => Number(value.toFixed(digits))
