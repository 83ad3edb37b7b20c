import { ok, refused, type Result } from '#platform/result.ts'
import { readEmail, type EmailRefusal } from './email.ts'
import { readPhone, type PhoneRefusal } from './phone.ts'

// « Comment préférez-vous qu'on vous fasse signe ? » Someone with neither telephone nor e-mail is a full
// resident: a word in the letter box, or a neighbour who passes it on.

export const contactWays = ['message', 'appel', 'email', 'mot', 'voisin'] as const
export type ContactWay = (typeof contactWays)[number]

export type Contact = {
  readonly way: ContactWay
  readonly phone: string | null
  readonly email: string | null
}
export type TypedContact = { readonly way: string; readonly phone: string; readonly email: string }
export type ContactField = 'way' | 'phone' | 'email'
export type ContactRefusal = 'no-way' | PhoneRefusal | EmailRefusal

/** Keeps what the chosen way needs, and what else was given on purpose: nothing is asked twice. */
export function readContact(typed: TypedContact): Result<Contact, ContactRefusal> {
  const way = contactWays.find((known) => known === typed.way)
  if (way === undefined) return refused('no-way')
  const needsPhone = way === 'message' || way === 'appel'
  const phone = optional(typed.phone, needsPhone, readPhone)
  if (!phone.ok) return phone
  const email = optional(typed.email, way === 'email', readEmail)
  if (!email.ok) return email
  return ok({ way, phone: phone.value, email: email.value })
}

function optional<R extends string>(
  typed: string,
  needed: boolean,
  read: (typed: string) => Result<string, R>,
): Result<string | null, R> {
  return typed.trim() === '' && !needed ? ok(null) : read(typed)
}

/** Beside which field the sentence goes. */
export const fieldOf: Readonly<Record<ContactRefusal, ContactField>> = {
  'no-way': 'way',
  'phone-missing': 'phone',
  'phone-unreadable': 'phone',
  'phone-too-short': 'phone',
  'phone-too-long': 'phone',
  'phone-special': 'phone',
  'email-missing': 'email',
  'email-unreadable': 'email',
  'email-too-long': 'email',
  'email-no-at': 'email',
  'email-no-domain': 'email',
}
