/** What the last act left to say on the page, and what was typed. */
export type JustSaid = {
  readonly done?: string | undefined
  readonly page?: string
  readonly mandate?: string
  readonly chosen?: string
  readonly lastDay?: string
}
