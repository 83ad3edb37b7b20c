import { entranceKey, entranceLimits, type EntrancePlan } from './sector.ts'
import { oneLine } from './line.form.ts'

// Entrances are typed or pasted, one a line: « Entrée A ; 24 », « Entrée A : 24 logements », two columns of a
// spreadsheet, or a CSV file with its header. Each line that cannot be read is named, with what was typed.

export type LineRefusal =
  | 'no-name'
  | 'no-number'
  | 'name-too-long'
  | 'out-of-range'
  | 'same-name'
  | 'looks-like-a-door'
  | 'unreadable'
export type StuckLine = { readonly line: number; readonly text: string; readonly reason: LineRefusal }
export type ReadEntrances = {
  readonly entrances: readonly EntrancePlan[]
  readonly stuck: readonly StuckLine[]
}

/** Reads the whole field; good lines are kept even when others are not understood. */
export function readEntrances(text: string): ReadEntrances {
  const entrances: EntrancePlan[] = []
  const stuck: StuckLine[] = []
  const names = new Set<string>()
  for (const { line, text: typed } of writtenLines(text)) {
    const read = readLine(typed, names)
    if (typeof read === 'string') stuck.push({ line, text: oneLine(typed.slice(0, 200)), reason: read })
    else {
      names.add(entranceKey(read.name))
      entrances.push(read)
    }
  }
  return { entrances, stuck }
}

/** The other way: entrances as they would be typed, for a form shown again. */
export const writeEntrances = (entrances: readonly EntrancePlan[]): string =>
  entrances.map(({ name, dwellings }) => `${name} ; ${dwellings}`).join('\n')

type Written = { readonly line: number; readonly text: string }

function writtenLines(text: string): Written[] {
  const lines = text
    .split(/\r\n|\r|\n/)
    .slice(0, 1000)
    .map((content, index) => ({ line: index + 1, text: content }))
    .filter(({ text: content }) => /[^\s;,:|"]/.test(content))
  const first = lines[0]
  return first && isHeader(first.text) ? lines.slice(1) : lines
}

// « Entrée;Logements » has no figure and speaks of dwellings; « Entrée A » alone is a line that lacks its number.
const isHeader = (line: string): boolean =>
  !/\p{N}/u.test(line) && /[;,\t:|]/.test(line) && /log(emen)?ts?\b|nombre|nb\b|foyers?\b/iu.test(line)

function readLine(text: string, names: ReadonlySet<string>): EntrancePlan | LineRefusal {
  if (text.includes('\0')) return 'unreadable'
  const { left, right } = cut(text)
  const name = oneLine(unquoted(left))
  const dwellings = wholeNumber(unquoted(right))
  if (looksLikeADoor(name)) return 'looks-like-a-door'
  if (!/[\p{L}\p{N}]/u.test(name)) return 'no-name'
  if (dwellings === null) return 'no-number'
  if ([...name].length > entranceLimits.name) return 'name-too-long'
  if (dwellings < 1 || dwellings > entranceLimits.dwellings) return 'out-of-range'
  return names.has(entranceKey(name)) ? 'same-name' : { name, dwellings }
}

// A tab, « ; » or « | » cuts for sure. Else « : », a comma, a dash, or the space before « 24 logements »: the one
// that leaves a number. The last on the line cuts, so that a name may hold the same sign (« 12, rue du Four, 8 »).
const sure = /[\t;|]/g
const likely = [/:/g, /,/g, /\s[-–—]\s/g, /\s(?=\S+\s+log(?:emen)?ts?\.?$)/giu]

function cut(text: string): Cut {
  const line = text.replace(/[\s;,|]+$/, '')
  const certain = cutAtLast(line, sure)
  if (certain) return certain
  const cuts = likely.flatMap((sign) => cutAtLast(line, sign) ?? [])
  return (
    cuts.find(({ right }) => wholeNumber(unquoted(right)) !== null) ?? cuts[0] ?? { left: line, right: '' }
  )
}

type Cut = { readonly left: string; readonly right: string }

function cutAtLast(line: string, sign: RegExp): Cut | null {
  const last = [...line.matchAll(sign)].at(-1)
  return last ? { left: line.slice(0, last.index), right: line.slice(last.index + last[0].length) } : null
}

const unquoted = (cell: string): string =>
  cell
    .trim()
    .replace(/^"(.*)"$/s, '$1')
    .replaceAll('""', '"')

// French figures: spaces of every width between thousands, a unit behind.
function wholeNumber(cell: string): number | null {
  const figures = cell
    .normalize('NFKC')
    .replace(/(?:log(?:emen)?ts?|foyers?|appartements?|appts?)\.?\s*$/iu, '')
    .replace(/\s+/gu, '')
    .replace(/[,.]0+$/, '')
  const negative = /^[-−]\d+$/.test(figures)
  if (negative) return -1
  return /^\d{1,9}$/.test(figures) ? Number(figures) : null
}

const doors = [
  /\b(?:appt?|apt|appart|appartement|logement|logt|lgt|studio|palier|bo[iî]te|porte|digicode)s?\.?\s*(?:n\s*[°ºo]\.?\s*)?\p{N}/iu,
  /(?<![\p{L}\p{N}])\p{N}+\s*(?:er|re|e|è|ème|eme|nd|nde)?\s*étages?(?!\p{L})/iu,
  /(?<!\p{L})(?:étages?\s*(?:n\s*[°º]\s*)?\p{N}|rdc|rez[- ]de[- ]chauss[ée]e)/iu,
]

const looksLikeADoor = (name: string): boolean =>
  doors.some((door) => door.test(name.replace(/\betage/giu, 'étage')))
