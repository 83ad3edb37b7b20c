import type { Job, JobResult } from 'pg-boss'
import { keyedHash, open, seal } from './keys.server.ts'

// What a job carries is sealed: a dump of the database tells no address and no word of a letter.

/** What a job does; it throws to be tried again later. */
export type Handler = (payload: Payload, id: string) => Promise<void>
export type Payload = Readonly<Record<string, string>>

/** A job as it lies in the database; `id` is the first one it had, and stays when it is put back. */
export type Sealed = { readonly id: string; readonly sealed: string }

export function sealedWork(work: string, payload: Payload, key: string): Sealed {
  const id = idOf(work, key)
  return { id, sealed: seal('jobs', id, work, JSON.stringify(payload)).toString('base64') }
}

/** The jobs of one kind, each with its own outcome. */
export const attempt =
  (handler: Handler) =>
  (jobs: Job<Sealed>[]): Promise<JobResult[]> =>
    Promise.all(jobs.map((job) => outcome(job, handler)))

// What went wrong is kept in clear: a word for the technician, never the sentence of a relay, which names the reader.
async function outcome({ id, name, data }: Job<Sealed>, handler: Handler): Promise<JobResult> {
  try {
    await handler(opened(name, data), data.id)
    return { id, status: 'completed' }
  } catch (cause) {
    return { id, status: 'failed', output: { trouble: troubleOf(cause) } }
  }
}

const troubleOf = (cause: unknown): string =>
  ['code', 'responseCode']
    .map((key) => (cause instanceof Error ? String(Reflect.get(cause, key) ?? '') : ''))
    .filter((word) => /^\w{1,20}$/.test(word))
    .join(' ')

function opened(work: string, { id, sealed }: Sealed): Payload {
  const payload: unknown = JSON.parse(open('jobs', id, work, Buffer.from(sealed, 'base64')))
  const entries = typeof payload === 'object' && payload !== null ? Object.entries(payload) : []
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]))
}

// The same work under the same key is the same job: PostgreSQL refuses the second, in whatever order they come.
function idOf(work: string, key: string): string {
  const hex = keyedHash('jobs', `${work}|${key}`).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
