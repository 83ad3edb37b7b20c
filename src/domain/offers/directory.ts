import type { Catalogue, FormCode, Idea, Risk, Theme } from '#domain/ideas/catalogue.ts'
import { handWords } from '#domain/ideas/ideas.words.ts'

// The directory: who offers what in the sector, theme by theme, for its registered neighbours and for nobody else.
// It holds no wish, no way to reach anyone, no date. It is the same for all of them: a page names no reader.

/** Up to this many offers everything stands on one page; above, the themes come first (decisions.md 19). */
export const longestPage = 200

/** One offer as it is kept. `discreet`: a chosen name, and no entrance shown. */
export type Offer = {
  readonly idea: string
  readonly firstName: string
  readonly entrance: string | null
  readonly discreet: boolean
  readonly minor: boolean
  readonly detail: string | null
}

/** What neighbours read of an offer. */
export type Offerer = {
  readonly firstName: string
  readonly entrance: string | null
  readonly detail: string | null
}
export type OfferedIdea = {
  readonly code: string
  readonly phrase: string
  /** How the one who offers would say it: « Je prête », « Je peux lancer ». */
  readonly formula: string
  readonly together: boolean
  readonly offerers: readonly Offerer[]
}
export type OfferedTheme = {
  readonly theme: Theme
  readonly count: number
  readonly ideas: readonly OfferedIdea[]
  /** The advice to hear before a first time, for the risks met on this theme. */
  readonly advice: readonly Risk[]
}
export type Directory = { readonly themes: readonly OfferedTheme[]; readonly total: number }

/** Sets offers in the order of the catalogue. What the catalogue no longer holds is not shown. */
export function directoryOf(catalogue: Catalogue, offers: readonly Offer[]): Directory {
  const byIdea = Map.groupBy(offers, (offer) => offer.idea)
  const formulas = new Map(catalogue.forms.map((form) => [form.code, form.offerFormula]))
  const themes = catalogue.themes.map((theme) => {
    const ideas = catalogue.ideas
      .filter((idea) => idea.theme === theme.code)
      .flatMap((idea) => offered(idea, byIdea.get(idea.code) ?? [], formulas))
    return { theme, ideas, count: countOf(ideas), advice: adviceFor(catalogue, ideas) }
  })
  return { themes, total: themes.reduce((total, theme) => total + theme.count, 0) }
}

/** Where a lent thing, an open home or a watched flat stands is told by the neighbour, never by a list (trust.md T4). */
export const hidesEntrance = (idea: Pick<Idea, 'form'>): boolean => unplaced.has(idea.form)

const unplaced: ReadonlySet<FormCode> = new Set(['pret', 'accueil', 'veille'])

/** Between 15 and 17 one does not offer alone what carries a risk. */
const mayShow = (idea: Pick<Idea, 'risk'>, offer: Pick<Offer, 'minor'>): boolean =>
  !offer.minor || idea.risk === 'none'

function offered(
  idea: Idea,
  offers: readonly Offer[],
  formulas: ReadonlyMap<FormCode, string>,
): OfferedIdea[] {
  const offerers = offers.filter((offer) => mayShow(idea, offer)).map((offer) => seen(idea, offer))
  if (offerers.length === 0) return []
  const together = idea.reciprocity === 'together'
  const formula = together
    ? handWords.together.offers
    : (formulas.get(idea.form) ?? handWords['offer-wish'].offers)
  return [{ code: idea.code, phrase: idea.phrase, formula, together, offerers }]
}

const seen = (idea: Idea, offer: Offer): Offerer => ({
  firstName: offer.firstName,
  entrance: offer.discreet || offer.minor || hidesEntrance(idea) ? null : offer.entrance,
  detail: offer.detail,
})

function adviceFor(catalogue: Catalogue, shown: readonly OfferedIdea[]): Risk[] {
  const codes = new Set(shown.map((idea) => idea.code))
  const met = new Set(catalogue.ideas.flatMap((idea) => (codes.has(idea.code) ? [idea.risk] : [])))
  return catalogue.risks.filter((risk) => risk.code !== 'none' && met.has(risk.code))
}

const countOf = (ideas: readonly OfferedIdea[]): number =>
  ideas.reduce((count, idea) => count + idea.offerers.length, 0)
