import type { RiskCode } from '#domain/ideas/catalogue.ts'
import { settings } from './settings.ts'

// Numbers that a whole table may see. They come late enough, and change by enough people at once, that nobody
// can read a neighbour's answer in them (table.md §4, decisions.md 22).

export type IdeaTicks = {
  readonly idea: string
  readonly offers: number
  readonly wishes: number
  readonly people: number
}
export type ThemeCount = { readonly ticks: number; readonly finished: number; readonly shown: boolean }

/** Both hands added up, for one theme; shown once three newcomers have finished it. */
export function countTheme(
  ideas: readonly string[],
  ticks: readonly IdeaTicks[],
  finished: number,
): ThemeCount {
  const ofTheme = new Set(ideas)
  const total = ticks
    .filter((one) => ofTheme.has(one.idea))
    .reduce((sum, one) => sum + one.offers + one.wishes, 0)
  return { ticks: total, finished, shown: finished >= settings.leastForCount.value }
}

/** A number already shown moves only when two people's ticks at least have changed since. */
export const isRecountDue = (peopleWhoChanged: number): boolean =>
  peopleWhoChanged >= settings.leastWhoChanged.value

export type Harvest = {
  readonly offers: number
  readonly wishes: number
  /** Phrases of at most three ideas that bring three people together. */
  readonly shared: readonly string[]
}

type HarvestedIdea = { readonly code: string; readonly phrase: string; readonly risk: RiskCode }

/** « 110 offres, 73 envies », and what gathers at least three people without touching health or money. */
export function harvest(ideas: readonly HarvestedIdea[], ticks: readonly IdeaTicks[]): Harvest {
  const byIdea = new Map(ticks.map((one) => [one.idea, one]))
  const shared = ideas
    .filter((idea) => idea.risk !== 'sante' && idea.risk !== 'argent')
    .map((idea) => ({ phrase: idea.phrase, people: byIdea.get(idea.code)?.people ?? 0 }))
    .filter((idea) => idea.people >= settings.leastForCount.value)
    .sort((a, b) => b.people - a.people)
  return {
    offers: ticks.reduce((sum, one) => sum + one.offers, 0),
    wishes: ticks.reduce((sum, one) => sum + one.wishes, 0),
    shared: shared.slice(0, settings.mostShared.value).map((idea) => idea.phrase),
  }
}
