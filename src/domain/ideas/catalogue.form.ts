import {
  audiences,
  formCodes,
  lengths,
  riskCodes,
  seasons,
  type Catalogue,
  type Form,
  type FormCode,
  type Idea,
  type Reciprocity,
  type Risk,
  type Theme,
} from './catalogue.ts'
import { contrastWithWhite } from './contrast.ts'
import { readRows, type Row } from './csv.form.ts'
import type { Fault, Report } from './fault.ts'
import { faultSentence } from './fault.words.ts'

export const longestPhrase = 60
export const leastContrast = 4.5

export type CatalogueRead =
  | { readonly ok: true; readonly value: Catalogue }
  | { readonly ok: false; readonly faults: readonly string[] }

/** Reads the files of a catalogue by their names; when something is wrong, says all of it, file and line. */
export function parseCatalogue(files: Readonly<Record<string, string>>): CatalogueRead {
  const faults: Fault[] = []
  const rows = (file: string, columns: string): Row[] =>
    readRows(file, Object.hasOwn(files, file) ? files[file] : undefined, columns.split(';'), faults)

  const themes = unique(rows('themes.csv', 'code;nom;accroche;couleur;pictogramme')).map(readTheme)
  const known = new Set(themes.map((theme) => theme.code))
  const forms = unique(rows('formes.csv', 'code;nom;definition;je_propose;j_aimerais')).map(readForm)
  const risks = unique(rows('risques.csv', 'code;titre;conseil')).map(readRisk)
  const ideaColumns = 'theme;code;idee;forme;precision;ideal_pour;reciprocite;saison;duree;risque'
  const ideaRows = unique(rows('idees.csv', ideaColumns))
  findTwins(ideaRows)
  const ideas = ideaRows.map((row) => readIdea(row, known))
  for (const code of formCodes)
    if (!forms.some((form) => form.code === code)) faults.push(absent('formes.csv', code))
  for (const code of riskCodes)
    if (!risks.some((risk) => risk.code === code)) faults.push(absent('risques.csv', code))
  return faults.length > 0
    ? { ok: false, faults: faults.map(faultSentence) }
    : { ok: true, value: { themes, ideas, forms, risks } }
}

const absent = (file: string, code: string): Fault => ({
  file,
  line: null,
  reason: 'missing-code',
  found: code,
  expected: '',
})

function readTheme({ cell, fault }: Row): Theme {
  const colour = filled(cell, fault, 'couleur')
  const contrast = contrastWithWhite(colour)
  if (contrast === null) fault('bad-colour', colour)
  else if (contrast < leastContrast) fault('pale-colour', colour, String(leastContrast).replace('.', ','))
  return {
    code: cell('code'),
    name: filled(cell, fault, 'nom'),
    hook: filled(cell, fault, 'accroche'),
    colour: colour.toUpperCase(),
    pictogram: filled(cell, fault, 'pictogramme'),
  }
}

function readForm({ cell, fault }: Row): Form {
  return {
    code: oneOf(formCodes, cell('code'), fault, 'code'),
    name: filled(cell, fault, 'nom'),
    definition: filled(cell, fault, 'definition'),
    offerFormula: filled(cell, fault, 'je_propose'),
    wishFormula: filled(cell, fault, 'j_aimerais'),
  }
}

function readRisk({ cell, fault }: Row): Risk {
  const code = oneOf(riskCodes, cell('code'), fault, 'code')
  if (code === 'none') return { code, title: cell('titre'), advice: cell('conseil') }
  return { code, title: filled(cell, fault, 'titre'), advice: filled(cell, fault, 'conseil') }
}

function readIdea({ cell, fault }: Row, themes: ReadonlySet<string>): Idea {
  const theme = filled(cell, fault, 'theme')
  const code = cell('code')
  if (!themes.has(theme)) fault('unknown-theme', theme)
  else if (!code.startsWith(`${theme}-`)) fault('foreign-code', code, theme)
  return {
    theme,
    code,
    phrase: phraseOf(cell, fault),
    form: oneOf<FormCode>(formCodes, cell('forme'), fault, 'forme'),
    question: questionOf(cell('precision'), fault),
    idealFor: audiencesOf(cell('ideal_pour'), fault),
    reciprocity: reciprocityOf(cell('reciprocite'), fault),
    season: oneOf(seasons, cell('saison'), fault, 'saison'),
    length: oneOf(lengths, cell('duree'), fault, 'duree'),
    risk: oneOf(riskCodes, cell('risque'), fault, 'risque'),
  }
}

function phraseOf(cell: Row['cell'], fault: Report): string {
  const phrase = filled(cell, fault, 'idee')
  if ([...phrase].length > longestPhrase) fault('long-phrase', phrase, String(longestPhrase))
  return phrase
}

function questionOf(question: string, fault: Report): string | null {
  if (question !== '' && !question.endsWith('?')) fault('not-a-question', question)
  return question === '' ? null : question
}

function audiencesOf(list: string, fault: Report): Idea['idealFor'] {
  const found = list.split('|').map((audience) => oneOf(audiences, audience.trim(), fault, 'ideal_pour'))
  if (found.includes('tous') && found.length > 1) fault('everyone-and-more', list)
  return found
}

function reciprocityOf(value: string, fault: Report): Reciprocity {
  return oneOf(['offre-demande', 'collectif'], value, fault, 'reciprocite') === 'collectif'
    ? 'together'
    : 'offer-wish'
}

// A fault was reported and the catalogue will not be used: any value of the list will do.
function oneOf<T extends string>(
  list: readonly [T, ...T[]],
  value: string,
  fault: Report,
  column: string,
): T {
  const known = list.find((code) => code === value)
  if (known === undefined) fault('unknown-value', value, column)
  return known ?? list[0]
}

function filled(cell: Row['cell'], fault: Report, column: string): string {
  if (cell(column) === '') fault('empty-cell', column)
  return cell(column)
}

/** The rows whose code is well formed and new; the others are reported and left out. */
function unique(rows: readonly Row[]): Row[] {
  const seen = new Set<string>()
  return rows.filter(({ cell, fault }) => {
    const code = cell('code')
    if (!/^[a-z0-9-]{1,64}$/.test(code)) fault('bad-code', code)
    if (seen.has(code)) fault('duplicate-code', code)
    return seen.size < seen.add(code).size
  })
}

function findTwins(rows: readonly Row[]): void {
  const seen = new Set<string>()
  for (const { cell, fault } of rows) {
    const phrase = cell('idee')
    if (seen.has(phrase) && phrase !== '') fault('duplicate-phrase', phrase)
    seen.add(phrase)
  }
}
