import type { Catalogue, Idea, Risk, Theme } from '#domain/ideas/catalogue.ts'
import { ok, refused, type Ok, type Refused } from '#platform/result.ts'

// « Mes choix »: what a neighbour offers and would like, read and changed by that neighbour alone. Two browsers may
// be open on the same page: what was written on an older page never replaces in silence what was kept since.

export type Hand = 'offers' | 'wishes'
export type KeptLine = {
  readonly idea: string
  readonly offers: boolean
  readonly wishes: boolean
  readonly detail: string | null
  readonly pausedAt: Date | null
}
export type OwnIdea = { readonly id: string; readonly text: string }

/** One of my ideas, as my page shows it. */
export type MyIdea = Pick<Idea, 'code' | 'phrase' | 'question' | 'reciprocity'> & {
  readonly theme: Theme
  readonly detail: string | null
  readonly paused: boolean
  /** What to think of before a first time; null when the idea carries no risk. */
  readonly advice: Risk | null
}
export type MyChoices = {
  readonly offers: readonly MyIdea[]
  readonly wishes: readonly MyIdea[]
  readonly own: readonly OwnIdea[]
}

/** My choices in the order of the catalogue; what it no longer holds rests unseen. */
export function myChoicesOf(
  catalogue: Catalogue,
  lines: readonly KeptLine[],
  own: readonly OwnIdea[],
): MyChoices {
  const byIdea = new Map(lines.map((line) => [line.idea, line]))
  const of = (hand: Hand) =>
    catalogue.ideas.flatMap((idea) => {
      const line = byIdea.get(idea.code)
      const theme = catalogue.themes.find(({ code }) => code === idea.theme)
      return line?.[hand] && theme ? [shown(catalogue, theme, idea, line)] : []
    })
  return { offers: of('offers'), wishes: of('wishes'), own }
}

function shown(catalogue: Catalogue, theme: Theme, idea: Idea, line: KeptLine): MyIdea {
  const { code, phrase, question, reciprocity } = idea
  const advice = catalogue.risks.find((risk) => risk.code === idea.risk && risk.code !== 'none')
  const paused = line.pausedAt !== null
  return { code, phrase, question, reciprocity, theme, detail: line.detail, paused, advice: advice ?? null }
}

/** A detail as its field was filled: `before` is what the page showed when it was opened. */
export type DetailTyped = {
  readonly idea: string
  readonly before: string | null
  readonly after: string | null
}
/** What one button of the page asks, besides keeping what was typed. */
export type Press =
  | { readonly kind: 'keep' }
  | { readonly kind: 'drop'; readonly idea: string; readonly hand: Hand }
  | { readonly kind: 'pause' | 'resume'; readonly idea: string }
  | { readonly kind: 'take-back'; readonly id: string }
export type Change = {
  readonly details: readonly DetailTyped[]
  readonly ownIdea: string | null
  readonly press: Press
}

/** A detail kept since the page was opened, beside the one that was typed. */
export type Clash = { readonly idea: string; readonly kept: string | null; readonly typed: string | null }
export type Decision =
  Ok<readonly DetailTyped[]> | (Refused<'changed-since'> & { readonly clashes: readonly Clash[] })

/** The details to write: those that were really changed; none at all as long as one of them clashes. */
export function decideDetails(lines: readonly KeptLine[], typed: readonly DetailTyped[]): Decision {
  const offered = new Map(lines.flatMap((line) => (line.offers ? [[line.idea, line.detail] as const] : [])))
  const changed = typed.filter(({ idea, before, after }) => after !== before && offered.get(idea) !== after)
  const clashes = changed.flatMap(({ idea, before, after }) => {
    const kept = offered.get(idea)
    return kept === before ? [] : [{ idea, kept: kept ?? null, typed: after }]
  })
  return clashes.length === 0 ? ok(changed) : { ...refused('changed-since'), clashes }
}

export type MyChoicesRefusal = 'not-registered' | 'no-such-idea' | 'too-many-ideas'

/** One idea of one's own says something; beyond twenty, it is time to talk about the catalogue at a café. */
export const mostOwnIdeas = 20

/** Whether one more idea of one's own may be kept. */
export const mayGiveOwnIdea = (own: readonly OwnIdea[]): boolean => own.length < mostOwnIdeas
