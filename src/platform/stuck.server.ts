// Everything that keeps a request from reaching its page, under the name the sorry page has words for.
const statuses = {
  garbled: 400,
  'wrong-host': 400,
  'other-site': 403,
  'not-here': 404,
  'wrong-verb': 405,
  'too-big': 413,
  'too-long': 414,
  'wrong-kind': 415,
  'too-often': 429,
  broken: 500,
  resting: 503,
} as const

export type Stuck = keyof typeof statuses
export type StuckError = Error & { readonly stuck: Stuck; readonly waitSeconds?: number }

export const statusOf = (why: Stuck): number => statuses[why]

/** Thrown by guards and pages; the framework's one handler turns it into the calm page. */
export const stuck = (why: Stuck, waitSeconds?: number): StuckError =>
  Object.assign(new Error(why), { stuck: why, ...(waitSeconds === undefined ? {} : { waitSeconds }) })

/** What a thrown value means for the person who waits for a page. */
export function whyOf(thrown: unknown): Stuck {
  if (isStuck(thrown)) return thrown.stuck
  const status = numberIn(thrown, 'statusCode')
  const known = byStatus.get(status ?? 0)
  if (known !== undefined) return known
  if (status !== null && status >= 400 && status < 500) return 'garbled'
  return isDatabaseAway(thrown) ? 'resting' : 'broken'
}

export const isStuck = (thrown: unknown): thrown is StuckError => thrown instanceof Error && 'stuck' in thrown

const byStatus = new Map<number, Stuck>([
  [404, 'not-here'],
  [405, 'wrong-verb'],
  [413, 'too-big'],
  [414, 'too-long'],
  [415, 'wrong-kind'],
  [429, 'too-often'],
])

// The server is stopping (57P0x), full (53300), unreachable (08xxx), or nobody answers on its socket.
function isDatabaseAway(thrown: unknown): boolean {
  const code = textIn(thrown, 'code') ?? ''
  if (/^(57P0|53|08)/.test(code)) return true
  if (code === 'ECONNREFUSED' || code === 'ECONNRESET') return true
  if (code === 'ENOENT') return textIn(thrown, 'syscall') === 'connect' // its socket file is gone
  return (
    thrown instanceof Error &&
    /timeout exceeded when trying to connect|Connection terminated/.test(thrown.message)
  )
}

function textIn(thrown: unknown, key: 'code' | 'syscall'): string | null {
  const value: unknown = thrown instanceof Error ? Reflect.get(thrown, key) : null
  return typeof value === 'string' ? value : null
}

function numberIn(thrown: unknown, key: 'statusCode'): number | null {
  const value: unknown = thrown instanceof Error ? Reflect.get(thrown, key) : null
  return typeof value === 'number' ? value : null
}
