import { ok, refused, type Result } from '#platform/result.ts'

// The association that is at home here: its name, and whether this is only a demonstration. It is born once, by
// a link shown to whoever started the program, good for one day and for one browser. A demonstration lives alone:
// it leaves before anything real begins, and takes everything with it.

export const installation = { linkHours: 24, installerDays: 30 } as const

export type Start = {
  readonly associationName: string
  readonly companionName: string
  readonly companionEmail: string
}
export type LinkRefusal = 'unknown-link' | 'used-link' | 'old-link' | 'already-installed'
export type InstallationRefusal = 'not-the-installer' | 'already-installed'
export type RemovalRefusal = 'not-the-installer' | 'no-demonstration'
export type PlaceRefusal = 'no-demonstration' | 'not-alone' | 'not-here'

/** The association as it stands; null while nothing is installed. */
export type House = { readonly name: string; readonly demonstration: boolean; readonly sectors: number }
export type Link = { readonly createdAt: Date; readonly usedAt: Date | null }

/** A link opens once, within a day, and only while nobody is at home, or nobody but a demonstration. */
export function followLink(link: Link | null, house: House | null, now: Date): Result<null, LinkRefusal> {
  if (link === null) return refused('unknown-link')
  if (house !== null && !house.demonstration) return refused('already-installed')
  if (link.usedAt !== null) return refused('used-link')
  return now < endOfLink(link) ? ok(null) : refused('old-link')
}

const endOfLink = (link: Link): Date => new Date(link.createdAt.getTime() + installation.linkHours * hour)

/** Whoever opened the demonstration may take it away for as long as this. */
export const endOfDemonstrationKey = (now: Date): Date =>
  new Date(now.getTime() + installation.installerDays * 24 * hour)

const hour = 3_600_000

/** Installing happens once. */
export const mayInstall = (house: House | null): Result<null, InstallationRefusal> =>
  house === null ? ok(null) : refused('already-installed')

/** Only what was planted to be tried may be taken away in one click. */
export const mayRemove = (house: House | null): Result<null, RemovalRefusal> =>
  house?.demonstration ? ok(null) : refused('no-demonstration')

/** « Prendre la place de… » exists only while the demonstration is alone here. */
export function mayTakeAPlace(house: House | null): Result<null, PlaceRefusal> {
  if (!house?.demonstration) return refused('no-demonstration')
  return house.sectors === 1 ? ok(null) : refused('not-alone')
}
