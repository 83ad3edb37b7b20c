import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import { sessionToken } from './cookies.server.ts'
import { gate, gateBody, guardHeaders } from './gate.server.ts'
import { pageHtml } from './html.server.ts'
import { newToken } from './ids.server.ts'
import { endLiveStreams } from './live.server.ts'
import { logAnswer, logOptions, type LogTarget } from './log.server.ts'
import { isStuck, statusOf, stuck, whyOf, type Stuck } from './stuck.server.ts'

export type WebOptions = {
  readonly publicUrl: string
  readonly log: LogTarget
  /** True only behind a proxy that sets X-Forwarded-For itself: without it, a sender could name any address. */
  readonly trustProxy?: boolean
  /** The calm page shown when something keeps a request from its page. */
  readonly sorry: (why: Stuck, reference: string) => VNode
}

export type Route = { readonly method: string; readonly url: string }

const routesBySite = new WeakMap<FastifyInstance, Route[]>()

/** Every route of a site, verbs apart: attacks walk this list, so that no new page escapes them. */
export const routesOf = (app: FastifyInstance): readonly Route[] => routesBySite.get(app) ?? []

const BODY_LIMIT = 256 * 1024
const RETRY_SECONDS = 10

/** The web server with everything that holds for every route, and no route yet. */
export async function buildWeb(options: WebOptions): Promise<FastifyInstance> {
  const headers = guardHeaders(options.publicUrl)
  const answerStuck = stuckAnswer(options.sorry)
  const app = Fastify({
    ...logOptions(options.log),
    genReqId: () => newToken(6),
    bodyLimit: BODY_LIMIT,
    trustProxy: options.trustProxy ? 'loopback' : false,
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 128 },
    // An address that cannot be read at all reaches no hook: headers are set here.
    frameworkErrors: (error, request, reply) => {
      answerStuck(error, request, reply.headers(headers))
    },
  })
  keepRoutes(app)
  app.addHook('onRequest', async (_request, reply) => void reply.headers(headers))
  app.addHook('onRequest', gate(options.publicUrl))
  app.addHook('preValidation', gateBody)
  app.addHook('onResponse', logAnswer)
  app.addHook('preClose', async () => endLiveStreams())
  app.setErrorHandler(answerStuck)
  app.setNotFoundHandler((request) => {
    throw stuck(knowsUnderAnotherVerb(app, request) ? 'wrong-verb' : 'not-here')
  })
  app.removeContentTypeParser('text/plain')
  await app.register(cookie)
  await app.register(formbody, { bodyLimit: BODY_LIMIT })
  await app.register(compress, {
    globalDecompression: false,
    encodings: ['br', 'gzip'],
    threshold: 256, // the themes' colours fit in one packet, and shrink to a third of it
    customTypes:
      /^(?!text\/event-stream)(text\/|application\/(json|javascript|manifest\+json)|image\/svg\+xml)/,
    syncThreshold: 64 * 1024, // a whole page at once: a known length, and no stream to set up for 2 kB
  })
  return app
}

/** Answers with a page; what a session may see is never kept by a browser or a proxy. */
export function show(reply: FastifyReply, page: VNode, status = 200): FastifyReply {
  if (!reply.hasHeader('cache-control'))
    reply.header('cache-control', sessionToken(reply.request) === null ? 'no-cache' : 'no-store')
  return reply.code(status).type('text/html; charset=utf-8').send(pageHtml(page))
}

/** Sends the browser to another of our pages after a POST. */
export const goTo = (reply: FastifyReply, path: string): FastifyReply =>
  reply.redirect(safePath(path) ?? '/', 303)

/** What was typed in a form: own names only, values still to be parsed by a `.form.ts`. */
export function formBody(request: FastifyRequest): Record<string, unknown> {
  const body: unknown = request.body
  return typeof body === 'object' && body !== null && !Array.isArray(body)
    ? Object.fromEntries(Object.entries(body))
    : {}
}

/** One line that was typed, as it goes back beside a refusal; anything else counts as left blank. */
export const typedLine = (typed: Record<string, unknown>, name: string): string => {
  const line = typed[name]
  return typeof line === 'string' ? line : ''
}

/** A path of this site as it may stand in a redirect, or null: `//other`, `/\other` and `javascript:` lead nowhere. */
export function safePath(path: unknown): string | null {
  if (typeof path !== 'string' || path.length > 512 || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(path)) return null
  const url = URL.parse(path, 'https://ici.invalid')
  if (url?.origin !== 'https://ici.invalid' || url.pathname.startsWith('//')) return null // `/..//other` comes out as `//other`
  return url.pathname + url.search + url.hash
}

const stuckAnswer =
  (sorry: WebOptions['sorry']) =>
  (thrown: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const why = whyOf(thrown)
    const status = statusOf(why)
    if (status >= 500) request.log.error({ err: thrown }, why)
    const wait = isStuck(thrown) ? thrown.waitSeconds : undefined
    if (wait !== undefined || why === 'resting') reply.header('retry-after', String(wait ?? RETRY_SECONDS))
    reply.header('cache-control', 'no-store')
    if (prefersJson(request)) return reply.code(status).send({ stuck: why, reference: request.id })
    return show(reply, sorry(why, request.id), status)
  }

// Islands ask for JSON and say so; a person's browser always names HTML.
const prefersJson = (request: FastifyRequest): boolean => {
  const accept = request.headers.accept ?? ''
  return accept.includes('application/json') && !accept.includes('text/html')
}

function keepRoutes(app: FastifyInstance): void {
  const routes: Route[] = []
  routesBySite.set(app, routes)
  app.addHook('onRoute', ({ method, url }) => {
    for (const verb of [method].flat()) routes.push({ method: verb, url })
  })
}

function knowsUnderAnotherVerb(app: FastifyInstance, request: FastifyRequest): boolean {
  const url = request.url.split('?', 1)[0] ?? ''
  return ['GET', 'POST'].some((method) => method !== request.method && app.hasRoute({ method, url }))
}
