import type { FastifyReply, FastifyRequest } from 'fastify'
import { sessionToken } from './cookies.server.ts'

// One stream per open page: it always sends the whole present state, so a phone that was away for a minute has
// nothing to catch up but the next line. Whole states also mean that a slow phone may skip some.

/** The present state of what a page shows; null when this viewer has nothing more to hear. */
export type Compute = () => Promise<unknown>

const EVENT_STREAM = 'text/event-stream; charset=utf-8'
const DEBOUNCE_MS = 80
const PING_MS = 15_000
const RETRY_MS = 2000
const MOST_PER_HOLDER = 4 // a phone that lost its link leaves a stream behind until the next ping

type Stream = {
  readonly holder: string
  readonly compute: Compute
  readonly reply: FastifyReply
  sent: string
  count: number
  changed: boolean
  busy: boolean
}

const channels = new Map<string, Set<Stream>>()
let ping: NodeJS.Timeout | null = null

/** Sends the state now and again whenever `changed(channel)` is called and it differs, until either side leaves. */
export async function liveStream(
  request: FastifyRequest,
  reply: FastifyReply,
  channel: string,
  compute: Compute,
): Promise<FastifyReply> {
  if (request.method === 'HEAD') return reply.type(EVENT_STREAM).send()
  const holder = sessionToken(request) ?? request.ip
  const stream: Stream = { holder, compute, reply, sent: '', count: 0, changed: false, busy: true }
  endOldest(holder)
  join(channel, stream) // before the first look, so that nothing slips between the two
  reply.raw.on('close', () => leave(channel, stream))
  const first = await compute()
  if (!isOpen(stream)) return reply.hijack()
  if (first === null) return reply.code(204).send() // the one answer after which a browser does not ask again
  openStream(reply)
  reply.raw.on('drain', () => refresh(stream))
  send(stream, first)
  settle(stream)
  return reply
}

/** Says that what this channel shows has changed; call it once the transaction is committed. */
export function changed(channel: string): void {
  for (const stream of channels.get(channel) ?? []) refresh(stream)
}

/** Ends every stream, so that the server can stop; pages ask again by themselves. */
export function endLiveStreams(): void {
  for (const stream of everyStream()) stream.reply.raw.end()
}

/** How many streams are open, for tests and the technician's page. */
export const liveStreams = (): number => everyStream().length

// At most one computation at a time for each stream; what changes meanwhile is seen by one more at the end.
function refresh(stream: Stream): void {
  stream.changed = true
  if (stream.busy) return
  stream.busy = true
  setTimeout(() => void look(stream), DEBOUNCE_MS)
}

async function look(stream: Stream): Promise<void> {
  stream.changed = false
  try {
    if (isOpen(stream)) send(stream, await stream.compute())
  } catch (cause) {
    stream.reply.log.error({ err: cause }, 'live')
    stream.reply.raw.end() // the page asks again in two seconds
  }
  settle(stream)
}

function settle(stream: Stream): void {
  stream.busy = false
  if (stream.changed && isOpen(stream)) refresh(stream)
}

const isOpen = ({ reply: { raw } }: Stream): boolean => !raw.writableEnded && !raw.destroyed

function send(stream: Stream, state: unknown): void {
  const { raw } = stream.reply
  if (!isOpen(stream)) return
  if (state === null) return void raw.end('event: end\ndata: {}\n\n')
  if (raw.writableNeedDrain) return // a clogged phone: `drain` brings it the newest state at once
  const text = JSON.stringify(state)
  if (text === stream.sent) return
  stream.sent = text
  stream.count += 1
  raw.write(`id: ${stream.count}\ndata: ${text}\n\n`)
}

function openStream(reply: FastifyReply): void {
  reply.hijack()
  reply.raw.writeHead(200, {
    ...plainHeaders(reply),
    'content-type': EVENT_STREAM,
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
  reply.raw.write(`retry: ${RETRY_MS}\n\n`)
}

const plainHeaders = (reply: FastifyReply): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(reply.getHeaders()).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value : String(value)]],
    ),
  )

function join(channel: string, stream: Stream): void {
  const streams = channels.get(channel) ?? new Set<Stream>()
  channels.set(channel, streams.add(stream))
  ping ??= setInterval(pingAll, PING_MS).unref()
}

function leave(channel: string, stream: Stream): void {
  const streams = channels.get(channel)
  streams?.delete(stream)
  if (streams?.size === 0) channels.delete(channel)
  if (channels.size > 0 || ping === null) return
  clearInterval(ping)
  ping = null
}

function pingAll(): void {
  for (const stream of everyStream())
    if (stream.reply.raw.headersSent && isOpen(stream)) stream.reply.raw.write(': ping\n\n')
}

function endOldest(holder: string): void {
  const own = everyStream().filter((stream) => stream.holder === holder)
  for (const stream of own.slice(0, Math.max(0, own.length - MOST_PER_HOLDER + 1))) stream.reply.raw.end()
}

const everyStream = (): Stream[] => [...channels.values()].flatMap((streams) => [...streams])
