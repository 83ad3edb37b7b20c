// The catalogue: themes, and in each theme the ideas that neighbours tick. It comes from files that the association
// may replace; the closed lists below are the method's, everything else belongs to the files.

export const formCodes = [
  'pret',
  'don',
  'coup-de-main',
  'conseil',
  'transmission',
  'activite-commune',
  'achat-groupe',
  'covoiturage',
  'accueil',
  'veille',
] as const
export const riskCodes = ['none', 'enfants', 'argent', 'domicile', 'vehicule', 'sante'] as const
export const seasons = ['toute', 'printemps', 'ete', 'automne', 'hiver'] as const
export const lengths = ['ponctuel', 'regulier', 'les-deux'] as const
export const audiences = ['familles', 'aines', 'jeunes', 'actifs', 'nouveaux-arrivants', 'tous'] as const

export type FormCode = (typeof formCodes)[number]
export type RiskCode = (typeof riskCodes)[number]
export type Season = (typeof seasons)[number]
export type Length = (typeof lengths)[number]
export type Audience = (typeof audiences)[number]
/** One offers and the other would like it, or everyone ticks the same thing to do together. */
export type Reciprocity = 'offer-wish' | 'together'

export type Theme = {
  readonly code: string
  readonly name: string
  readonly hook: string
  readonly colour: string
  readonly pictogram: string
}
export type Idea = {
  readonly theme: string
  readonly code: string
  readonly phrase: string
  readonly form: FormCode
  readonly question: string | null
  readonly idealFor: readonly Audience[]
  readonly reciprocity: Reciprocity
  readonly season: Season
  readonly length: Length
  readonly risk: RiskCode
}
/** The nature of an exchange, and how each side says it: « Je prête », « Je voudrais emprunter ». */
export type Form = {
  readonly code: FormCode
  readonly name: string
  readonly definition: string
  readonly offerFormula: string
  readonly wishFormula: string
}
export type Risk = { readonly code: RiskCode; readonly title: string; readonly advice: string }
export type Catalogue = {
  readonly themes: readonly Theme[]
  readonly ideas: readonly Idea[]
  readonly forms: readonly Form[]
  readonly risks: readonly Risk[]
}

export type DeckRow = { readonly number: number; readonly idea: Idea }
/** Rows of one form that follow one another, under a heading said once: « Côté prêts ». */
export type DeckBlock = { readonly form: FormCode; readonly rows: readonly DeckRow[] }
export type DeckTheme = { readonly theme: Theme; readonly blocks: readonly DeckBlock[] }

/** The whole deck, numbered as on paper: themes in order, ideas in order, forms under one heading each time. */
export function deck(catalogue: Catalogue): DeckTheme[] {
  let number = 0
  return catalogue.themes.map((theme) => {
    const ideas = catalogue.ideas.filter((idea) => idea.theme === theme.code)
    return { theme, blocks: blocksOf(ideas.map((idea) => ({ number: ++number, idea }))) }
  })
}

function blocksOf(rows: readonly DeckRow[]): DeckBlock[] {
  const blocks: { form: FormCode; rows: DeckRow[] }[] = []
  for (const row of rows) {
    const current = blocks.at(-1)
    if (current?.form === row.idea.form) current.rows.push(row)
    else blocks.push({ form: row.idea.form, rows: [row] })
  }
  return blocks
}

/** The rows of a deck, or of one of its themes, without their headings. */
export const rowsOf = (themes: readonly DeckTheme[]): DeckRow[] =>
  themes.flatMap((theme) => theme.blocks.flatMap((block) => block.rows))
