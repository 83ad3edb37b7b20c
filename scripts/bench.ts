// npm run bench                          every row, printed as a table
// npm run bench -- --only directory,start    the rows whose names begin so
// npm run bench -- --json FILE               also writes them as [{name, value, unit, goal, ok}]
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { bytes } from '../bench/bytes.ts'
import { directory } from '../bench/directory.ts'
import { doors } from '../bench/doors.ts'
import { memory } from '../bench/memory.ts'
import type { Measure, Row } from '../bench/row.ts'
import { start } from '../bench/start.ts'
import { table } from '../bench/table.ts'
import { putEverythingAway } from '../bench/tidy.ts'

const measures: readonly Measure[] = [directory, bytes, table, doors, start, memory]

const { values: asked } = parseArgs({ options: { only: { type: 'string' }, json: { type: 'string' } } })
const beginnings = asked.only?.split(',').filter((part) => part !== '') ?? ['']
const wanted = (name: string): boolean => beginnings.some((beginning) => name.startsWith(beginning))

let leaving: Promise<void> | null = null
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    leaving ??= putEverythingAway().finally(() => process.exit(130))
  })

const rows: Row[] = []
for (const measure of measures.filter(({ names }) => names.some(wanted))) {
  process.stderr.write(`… ${measure.names.join(', ')}\n`)
  rows.push(...(await taken(measure)).filter(({ name }) => wanted(name)))
}

if (rows.length === 0) {
  console.error(`Aucune mesure ne commence par « ${beginnings.join(' », « ')} ».`)
  process.exit(2)
}
print(rows)
if (asked.json) writeFileSync(asked.json, JSON.stringify(rows, null, 2) + '\n')
process.exitCode = rows.every(({ ok }) => ok) ? 0 : 1

async function taken(measure: Measure): Promise<Row[]> {
  try {
    return await measure.run()
  } catch (cause) {
    await (leaving ?? putEverythingAway()) // stopped half-way: what it was talking to is being put away
    throw cause
  }
}

function print(lines: readonly Row[]): void {
  const cells = lines.map(({ name, value, unit, goal, ok }) => [
    name,
    `${value} ${unit}`,
    goal ?? '—',
    ok ? 'oui' : 'NON',
  ])
  const widths = [0, 1, 2, 3].map((column) => Math.max(8, ...cells.map((line) => line[column]?.length ?? 0)))
  const write = (line: readonly string[]) =>
    console.log(
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
  write(['mesure', 'valeur', 'but', 'tenu'])
  for (const line of cells) write(line)
}
