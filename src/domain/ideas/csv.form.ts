import { parse, type Info } from 'csv-parse/sync'
import type { Fault, Report } from './fault.ts'

/** One line of a file: its cells by column, and a way to say what is wrong with it. */
export type Row = { readonly cell: (column: string) => string; readonly fault: Report }

type Line = { readonly record: readonly string[]; readonly info: Info }

/** Reads a file whose header names its columns; every fault goes to `faults`, sound lines come back. */
export function readRows(
  file: string,
  text: string | undefined,
  columns: readonly string[],
  faults: Fault[],
): Row[] {
  const report =
    (line: number | null): Report =>
    (reason, found, expected = '') =>
      void faults.push({ file, line, reason, found, expected })
  if (text === undefined) {
    report(null)('missing-file', file)
    return []
  }
  const [header, ...lines] = linesOf(text, report)
  if (header === undefined || lines.length === 0) report(null)('empty-file', file)
  if (header === undefined || !hasItsColumns(header.record, columns, report(1))) return []
  return lines.flatMap(({ record, info }) => {
    const fault = report(info.lines)
    if (record.length === header.record.length) return [{ cell: cellOf(header.record, record), fault }]
    fault('cell-count', String(record.length), String(header.record.length))
    return []
  })
}

const linesOf = (text: string, report: (line: number) => Report): Line[] =>
  parse(text, {
    delimiter: ';',
    bom: true,
    trim: true,
    info: true,
    skip_empty_lines: true,
    relax_column_count: true,
    skip_records_with_error: true,
    on_skip: (problem) => void report(Number(problem?.['lines'] ?? 1))('unreadable-line', ''),
  }) as unknown as Line[] // the library's types do not follow the `info` option

function hasItsColumns(header: readonly string[], columns: readonly string[], fault: Report): boolean {
  const missing = columns.filter((column) => !header.includes(column))
  for (const column of missing) fault('missing-column', column)
  for (const column of header) if (!columns.includes(column)) fault('unknown-column', column)
  return missing.length === 0
}

const cellOf =
  (header: readonly string[], record: readonly string[]) =>
  (column: string): string =>
    record[header.indexOf(column)]?.normalize('NFC') ?? ''
