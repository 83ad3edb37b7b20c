import type { FastifyReply, FastifyRequest } from 'fastify'
import { stuck } from './stuck.server.ts'

// What is refused before any page is asked, on every route alike: an attack test walks the route list.

const VERBS = new Set(['GET', 'HEAD', 'POST'])
const LONGEST_ADDRESS = 2048
const DEEPEST = 20

/** The headers of every answer. No inline script or style, nothing from another host, no frame. */
export const guardHeaders = (publicUrl: string): Record<string, string> => ({
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  // Not `no-referrer`: it would turn the Origin of our own forms into `null` in browsers without Sec-Fetch-Site.
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  ...(publicUrl.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000' } : {}),
})

/** Checks the envelope of a request: verb, host, length, encoding, origin and query. */
export function gate(publicUrl: string): (request: FastifyRequest, reply: FastifyReply) => Promise<void> {
  const { host, origin, protocol } = new URL(publicUrl)
  return async (request, reply) => {
    if (!VERBS.has(request.method)) {
      reply.header('allow', 'GET, HEAD, POST')
      throw stuck('wrong-verb')
    }
    if (plainHost(request.host, protocol) !== host) throw stuck('wrong-host')
    if (request.url.length > LONGEST_ADDRESS) throw stuck('too-long')
    if (/%00/.test(request.url)) throw stuck('garbled')
    if (request.headers['content-encoding'] !== undefined) throw stuck('wrong-kind')
    if (request.method === 'POST' && !isFromOurPages(request, origin)) throw stuck('other-site')
    if (!isTame(request.query, 1)) throw stuck('garbled')
  }
}

/** Checks the body once it is parsed, before any page reads it. */
export async function gateBody(request: FastifyRequest): Promise<void> {
  if (!isTame(request.body, DEEPEST)) throw stuck('garbled')
}

// A browser that sends neither Sec-Fetch-Site, Origin nor Referer with a form is none we know of since 2020: it
// may act only without a cookie, since another site can borrow nothing but cookies.
function isFromOurPages(request: FastifyRequest, origin: string): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const from = request.headers.origin ?? originOf(request.headers.referer)
  if (from !== null) return from === origin
  return request.headers.cookie === undefined
}

const originOf = (referer: string | undefined): string | null =>
  referer === undefined ? null : (URL.parse(referer)?.origin ?? 'unreadable')

function plainHost(host: string, protocol: string): string {
  const usual = protocol === 'https:' ? ':443' : ':80'
  const lower = host.toLowerCase()
  return lower.endsWith(usual) ? lower.slice(0, -usual.length) : lower
}

// No NUL (PostgreSQL refuses it), no infinity, no bottomless nest; in a query, one value for each name.
function isTame(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return !value.includes('\0')
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || value === null) return true
  return (
    depth > 0 &&
    Object.entries(value).every(([key, inner]) => !key.includes('\0') && isTame(inner, depth - 1))
  )
}
