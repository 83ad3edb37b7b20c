import type { ReadChange } from '#domain/offers/my-choices.form.ts'
import type { Clash } from '#domain/offers/my-choices.ts'

/** What comes back with the page when it did not pass: what was typed, and the sentence beside each field. */
export type Typed = {
  readonly details: ReadonlyMap<string, string>
  readonly ownIdea: string
  readonly problems: ReadonlyMap<string, string>
  readonly ideaProblem: string | undefined
  readonly clashes: ReadonlyMap<string, Clash>
  readonly sentence: string | null
}

export const nothingTyped: Typed = {
  details: new Map(),
  ownIdea: '',
  problems: new Map(),
  ideaProblem: undefined,
  clashes: new Map(),
  sentence: null,
}

/** The fields as they were filled, before anything is said about them. */
export const typedIn = (read: ReadChange): Typed => ({
  ...nothingTyped,
  details: read.typed,
  ownIdea: read.typedIdea,
})
