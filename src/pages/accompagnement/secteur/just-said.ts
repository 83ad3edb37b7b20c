/** What the last act left to say on the page, and what was typed. */
export type JustSaid = {
  readonly done?: string | undefined
  readonly page?: string
  /** Why a mandate was not given, beside the neighbour or beside the day. */
  readonly mandate?: { readonly person?: string; readonly lastDay?: string }
  readonly chosen?: string
  readonly lastDay?: string
}
