// French typography, applied once, on the way out: data and code keep plain text.
// Words typed by people pass untouched inside `said()`.

const thin = '\u202f'
const wide = '\u00a0'
const space = '[ \\u00a0\\u202f]'
const alone = (figures: string) => `(?<![\\p{L}\\p{N}])${figures}(?![\\p{L}\\p{N}])`

/** Text typed by people, kept exactly as it is: « O'Connor » stays « O'Connor ». */
export const said = (text: string): string => `\ue000${text.replace(/[\ue000\ue001]/g, '')}\ue001`

/** A whole number as it is read in French: « 1 250 ». */
export const number = (value: number): string => String(value).replace(/\B(?=(\d{3})+(?!\d))/g, thin)

/** The text with the apostrophes and spaces of a French printer. Applying it twice changes nothing more. */
export function fr(text: string): string {
  if (!worthReading.test(text)) return text
  const kept = mayHoldAddress.test(text) ? saidOrAddress : saidOnly
  let out = ''
  let from = 0
  for (const match of text.matchAll(kept)) {
    out += printed(text.slice(from, match.index)) + unmarked(match[0])
    from = match.index + match[0].length
  }
  return out + printed(text.slice(from))
}

const worthReading = /[';!?:«»\d\ue000\ue001]|\.\.\.|entrée|hall|bâtiment|escalier/i
const mayHoldAddress = /@|:\/\/|www\./i
const saidOnly = /\ue000[^\ue001]*\ue001/g
const saidOrAddress =
  /\ue000[^\ue001]*\ue001|https?:\/\/[^\s<>«»]+|www\.[^\s<>«»]+|[^\s@«»:]+@[^\s@«»]+\.[a-z]{2,}/giu
const marks = /[\ue000\ue001]/g

const unmarked = (kept: string): string =>
  kept.startsWith('\ue000') ? kept.slice(1, -1) : kept.replace(marks, '')

type Rule = readonly [RegExp, string]

const punctuation: readonly Rule[] = [
  [marks, ''],
  [/'/g, '’'],
  [/\.\.\./g, '…'],
  [new RegExp(`«${space}*`, 'g'), `«${wide}`],
  [new RegExp(`${space}*»`, 'g'), `${wide}»`],
  // The space before a high sign never breaks, and is added where it was left out.
  [new RegExp(`${space}+([;!?])`, 'g'), `${thin}$1`],
  [/(?<=[\p{L}\p{N}»)…’%€])([;!?])(?=[\s»)!?]|$)/gu, `${thin}$1`],
  [new RegExp(`${space}+:`, 'g'), `${wide}:`],
  [/(?<=[\p{L}\p{N}»)]):(?=\s|$)/gu, `${wide}:`],
]

// Hours (« 10 h », « 10 h 30 », never « 10h00 »), thousands, and a figure beside what it counts.
const figures: readonly Rule[] = [
  [new RegExp(alone(`(\\d{1,2})${space}?h${space}?00`) + `(?!${space}\\d)`, 'gu'), `$1${wide}h`],
  [new RegExp(alone(`(\\d{1,2})${space}?h${space}?(\\d{2})`), 'gu'), `$1${wide}h${wide}$2`],
  [new RegExp(alone(`(\\d{1,2})${space}?h`), 'gu'), `$1${wide}h`],
  [new RegExp(`(?<=\\d)${space}?([€%])`, 'g'), `${wide}$1`],
  [new RegExp(`(?<=(?<!\\d)\\d{1,3})${space}(?=\\d{3}(?!\\d))`, 'g'), thin],
  [
    new RegExp(`(?<=(?<!\\p{L})(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche))${space}(?=\\d)`, 'giu'),
    wide,
  ],
]

// A place and its letter stay on one line: « entrée C ».
const places: readonly Rule[] = [
  [
    new RegExp(
      `(?<=(?<!\\p{L})(?:entrée|hall|bâtiment|escalier))${space}(?=(?:\\p{L}|\\d+)(?![\\p{L}\\p{N}]))`,
      'giu',
    ),
    wide,
  ],
]

function printed(text: string): string {
  if (text === '') return text
  let out = text
  if (/[';!?:«»\ue000\ue001]|\.\.\./.test(out)) out = apply(punctuation, out)
  if (/\d/.test(out)) out = apply(figures, out)
  if (/entrée|hall|bâtiment|escalier/i.test(out)) out = apply(places, out)
  // Again until nothing moves: « 3 h 42h » settles in two steps.
  return out === text ? out : printed(out)
}

const apply = (rules: readonly Rule[], text: string): string =>
  rules.reduce((done, [pattern, by]) => done.replace(pattern, by), text)
