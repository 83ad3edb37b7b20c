import { parseFirstName } from '#domain/residents/name.form.ts'
import { nameRefusals } from '#domain/residents/name.words.ts'
import { textIn } from '../door.form.ts'
import { arrivalRefusals } from '../refusals.words.ts'

/** The entrance of those who live next door: nothing of them is kept. */
export const elsewhere = 'ailleurs'

export type TypedArrival = {
  readonly firstName: string
  readonly entranceId: string
  readonly discreet: boolean
}
export type Problems = { readonly prenom?: string; readonly entree?: string; readonly table?: string }

/** Reads a name and an entrance; `typed` comes back whatever happens. */
export function parseArrival(sent: unknown): {
  typed: TypedArrival
  problems: Problems
  arrival: TypedArrival | null
} {
  const typed = {
    firstName: textIn(sent, 'prenom'),
    entranceId: textIn(sent, 'entree'),
    discreet: textIn(sent, 'discret') !== '',
  }
  const name = parseFirstName(typed.firstName)
  const problems: Problems = {
    ...(name.ok ? {} : { prenom: nameRefusals[name.reason] }),
    ...(typed.entranceId === '' ? { entree: arrivalRefusals['no-such-entrance'] } : {}),
  }
  const arrival = name.ok && typed.entranceId !== '' ? { ...typed, firstName: name.value } : null
  return { typed, problems, arrival }
}
