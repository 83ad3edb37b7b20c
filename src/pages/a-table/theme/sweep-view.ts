import type { DeckTheme, Theme } from '#domain/ideas/catalogue.ts'

/** What the document of the sweep shows. */
export type SweepView = {
  readonly seat: string
  readonly newcomer: boolean
  readonly deck: readonly DeckTheme[]
  readonly offers: ReadonlySet<string>
  readonly wishes: ReadonlySet<string>
  /** The highest counter known of this person: the phone goes on from there. */
  readonly counter: number
  readonly pace: 'together' | 'own'
  readonly shown: Theme
  /** The theme the table is at; null once the sweep is over. */
  readonly table: Theme | null
  readonly seen: readonly string[]
  /** True after « C'est vu », until the host moves on. */
  readonly up: boolean
  readonly around: number
  readonly count: number | null
}
