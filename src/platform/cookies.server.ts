import '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'

// `__Host-`: only this host, only over a secure link (browsers count localhost as one), for every path.
const SESSION = '__Host-coopere'
const SHAPE = /^[\w-]{43}$/

/** The token of the session this browser holds, or null; a malformed one counts as none. */
export const sessionToken = (request: FastifyRequest): string | null => tokenIn(request, SESSION)

export const keepSession = (reply: FastifyReply, token: string, until: Date): void =>
  keepToken(reply, SESSION, token, until)

/** Takes the session away from the browser; the row itself is ended by an act. */
export const dropSession = (reply: FastifyReply): void => dropToken(reply, SESSION)

/** A short-lived secret under a name of its own: binds a one-time code to the browser that asked for it. */
export function tokenIn(request: FastifyRequest, name: `__Host-${string}`): string | null {
  const cookies: Readonly<Record<string, string | undefined>> | undefined = request.cookies // none on an unreadable address
  const token = cookies?.[name]
  return token !== undefined && SHAPE.test(token) ? token : null
}

export function keepToken(reply: FastifyReply, name: `__Host-${string}`, token: string, until: Date): void {
  reply.setCookie(name, token, { path: '/', secure: true, httpOnly: true, sameSite: 'lax', expires: until })
}

export function dropToken(reply: FastifyReply, name: `__Host-${string}`): void {
  reply.clearCookie(name, { path: '/', secure: true, httpOnly: true, sameSite: 'lax' })
}
