import { ok, refused, type Result } from '#platform/result.ts'
import { hasLineBreak, hasNul, tidy } from './writing.ts'

export type EmailRefusal =
  'email-missing' | 'email-unreadable' | 'email-too-long' | 'email-no-at' | 'email-no-domain'

export const longestEmail = 254 // RFC 5321 §4.5.3.1.3, without its brackets
const longestMailbox = 64

/** An e-mail address as its owner writes it, without the spaces and the full stop that slip in at the end. */
export function readEmail(typed: string): Result<string, EmailRefusal> {
  if (typed.trim() === '') return refused('email-missing')
  if (typed.length > 1000) return refused('email-too-long')
  if (hasNul(typed) || hasLineBreak(typed)) return refused('email-unreadable')
  const address = tidy(typed).replace(/[. ]+$/, '')
  const at = address.lastIndexOf('@')
  if (at < 1) return refused('email-no-at')
  const mailbox = address.slice(0, at)
  if (!isMailbox(mailbox)) return refused('email-unreadable')
  const domain = asciiDomain(address.slice(at + 1))
  if (domain === null) return refused('email-no-domain')
  if (mailbox.length > longestMailbox || `${mailbox}@${domain}`.length > longestEmail)
    return refused('email-too-long')
  return ok(address)
}

/** Two spellings of one address share this key; it finds an address and is never written to. */
export function emailKey(address: string): string {
  const at = address.lastIndexOf('@')
  const domain = address.slice(at + 1)
  return `${address.slice(0, at).toLowerCase()}@${asciiDomain(domain) ?? domain.toLowerCase()}`
}

// What mail servers take without quotes (RFC 5322 dot-atom); accents before the @ reach almost nobody.
const isMailbox = (text: string): boolean =>
  text.split('.').every((part) => /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+$/.test(part))

/** The domain in the letters of the network (« café.fr » is xn--caf-dma.fr); null when it is not a public one. */
function asciiDomain(domain: string): string | null {
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(domain)) return null
  const labels = hostOf(domain)?.split('.') ?? []
  const last = labels.at(-1) ?? ''
  if (labels.length < 2 || !/^[a-z]/.test(last) || last.length < 2) return null
  return labels.every((label) => /^[a-z0-9-]{1,63}$/.test(label) && !/^-|-$/.test(label))
    ? labels.join('.')
    : null
}

function hostOf(domain: string): string | null {
  try {
    return new URL(`http://${domain}`).hostname
  } catch {
    return null // the only way a browser says that these letters make no domain
  }
}
