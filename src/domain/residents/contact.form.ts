import * as v from 'valibot'
import { readContact, type Contact, type ContactRefusal } from './contact.ts'
import type { Result } from '#platform/result.ts'

// Anything that is not one line of text counts as left blank: the sentence beside the field then says what is missing.
const field = v.fallback(v.pipe(v.string(), v.maxLength(2000)), '')
const shape = v.fallback(
  v.object({ way: v.optional(field, ''), phone: v.optional(field, ''), email: v.optional(field, '') }),
  { way: '', phone: '', email: '' },
)

/** How a person wishes to be reached, read from what was sent; what else was sent is left aside. */
export const parseContact = (sent: unknown): Result<Contact, ContactRefusal> =>
  readContact(v.parse(shape, sent))
