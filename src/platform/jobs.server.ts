import { createHash } from 'node:crypto'
import type pg from 'pg'
import { fromKysely, PgBoss, type Job, type JobResult } from 'pg-boss'
import { clock } from './clock.ts'
import type { Tx } from './db.server.ts'
import { open, seal } from './keys.server.ts'
import type { Mail, Mailer } from './mail.server.ts'
import { REQUEST_ROLE } from './migrate.server.ts'

// Work that comes after the answer: written in the transaction of the act that wants it, done at least once,
// and once only for a given key. What a job carries is sealed, so a dump of the database tells no address.

/** What a job does; it throws to be tried again later. */
export type Handler = (payload: Payload) => Promise<void>
export type Payload = Readonly<Record<string, string>>

export type JobsOptions = {
  readonly owner: pg.ClientConfig
  readonly mailer: Mailer
  readonly handlers: Readonly<Record<string, Handler>>
  readonly onTrouble: (cause: unknown) => void
  /** How often to look for tries that came due; fresh work is announced and does not wait for it. */
  readonly lookEverySeconds?: number
}

/** Work given up after every try, to be shown to a human. */
export type Stranded = { readonly id: string; readonly work: string; readonly since: Date }

/** A mail leaves once for its key; after `until` it is dropped, as it would only puzzle. */
export type QueuedMail = Mail & { readonly key: string; readonly until?: Date }

const MAIL = 'mail'
const STRANDED = 'stranded'
const DAY = 24 * 3600
const retries = { retryLimit: 9, retryDelay: 15, retryBackoff: true, retryDelayMax: 3600, expireInSeconds: 600 }

let starting: Promise<PgBoss> | null = null

/** Starts the queue in the background; whoever queues work waits for it. */
export function startJobs(options: JobsOptions): Promise<void> {
  starting = start(options)
  starting.catch(options.onTrouble)
  return starting.then(() => undefined)
}

export async function stopJobs(): Promise<void> {
  const boss = await starting?.catch(() => null)
  starting = null
  await boss?.stop({ graceful: true, timeout: 5000, close: true })
}

/** Queues work in this very transaction: undone with it, and dropped if this key was already queued. */
export async function queueJob(tx: Tx, work: string, payload: Payload, key: string): Promise<void> {
  const id = idOf(work, key)
  const sealed = seal('jobs', id, work, JSON.stringify(payload)).toString('base64')
  await (await started()).send(work, { id, sealed }, { id, db: fromKysely(tx) })
}

/** Queues a mail in this very transaction. */
export async function queueMail(tx: Tx, { key, until, ...mail }: QueuedMail): Promise<void> {
  const limit = until === undefined ? {} : { until: until.toISOString() }
  await queueJob(tx, MAIL, { to: mail.to, subject: mail.subject, text: mail.text, ...limit }, key)
}

export async function strandedJobs(): Promise<Stranded[]> {
  const jobs = await (await started()).findJobs<Sealed>(STRANDED, { queued: true, limit: 100 })
  return jobs.map((job) => ({ id: job.id, work: job.sourceName ?? '', since: job.createdOn }))
}

/** Puts stranded work back where it came from, for the full number of tries; false when there is none of that id. */
export async function tryAgain(id: string): Promise<boolean> {
  const known = (await strandedJobs()).some((job) => job.id === id)
  return known && (await (await started()).redrive(STRANDED, { ids: [id] })) > 0
}

type Sealed = { readonly id: string; readonly sealed: string }

async function start({ owner, mailer, handlers, onTrouble, lookEverySeconds = 30 }: JobsOptions): Promise<PgBoss> {
  const boss = new PgBoss({
    ...databaseOf(owner),
    application_name: 'coopere jobs',
    max: 3,
    schema: 'pgboss',
    schedule: false,
    useListenNotify: true,
    registerInstance: false,
    openTelemetry: { enabled: false },
  })
  boss.on('error', onTrouble)
  await boss.start({ attempts: 5 })
  try {
    await letRequestsQueue(boss)
    await boss.createQueue(STRANDED, { retentionSeconds: 30 * DAY })
    const pace = paceOf(lookEverySeconds)
    for (const [work, handler] of Object.entries({ ...handlers, [MAIL]: deliverTo(mailer) })) {
      await boss.createQueue(work, { ...retries, deadLetter: STRANDED, notify: true, deleteAfterSeconds: 7 * DAY })
      await boss.work(work, pace, attempt(handler))
    }
  } catch (cause) {
    await boss.stop({ graceful: false, close: true })
    throw cause
  }
  return boss
}

const attempt =
  (handler: (payload: Payload, id: string) => Promise<void>) =>
  (jobs: Job<Sealed>[]): Promise<JobResult[]> =>
    Promise.all(jobs.map((job) => outcome(job, handler)))

// What went wrong is kept in clear: a word for the technician, never the sentence of a relay, which names the reader.
async function outcome(
  { id, name, data }: Job<Sealed>,
  handler: (payload: Payload, id: string) => Promise<void>,
): Promise<JobResult> {
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

const deliverTo =
  (mailer: Mailer) =>
  async ({ to = '', subject = '', text = '', until }: Payload, id: string): Promise<void> => {
    if (until !== undefined && clock.now() > new Date(until)) return
    await mailer.deliver(id, { to, subject, text })
  }

function opened(work: string, { id, sealed }: Sealed): Payload {
  const payload: unknown = JSON.parse(open('jobs', id, work, Buffer.from(sealed, 'base64')))
  const entries = typeof payload === 'object' && payload !== null ? Object.entries(payload) : []
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]))
}

// Five at a time, and on without a pause while there are five more.
const paceOf = (seconds: number) =>
  ({
    batchSize: 5,
    burstWhenBatchFull: true,
    perJobResults: true,
    pollingIntervalSeconds: Math.min(2, seconds),
    notifyPollingIntervalSeconds: seconds,
  }) as const

// The request role may add work and read none of it.
async function letRequestsQueue(boss: PgBoss): Promise<void> {
  for (const grant of [
    `GRANT USAGE ON SCHEMA pgboss TO ${REQUEST_ROLE}`,
    `GRANT SELECT ON pgboss.queue TO ${REQUEST_ROLE}`,
    `GRANT INSERT, SELECT (id, start_after) ON pgboss.job_common TO ${REQUEST_ROLE}`,
  ])
    await boss.getDb().executeSql(grant)
}

function started(): Promise<PgBoss> {
  if (starting === null) throw new Error('the queue of jobs is not started')
  return starting
}

// The same work under the same key is the same job: PostgreSQL refuses the second, in whatever order they come.
function idOf(work: string, key: string): string {
  const hex = createHash('sha256').update(`${work}|${key}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const databaseOf = ({ host, port, user, password, database, connectionString, ssl }: pg.ClientConfig): object =>
  Object.fromEntries(
    Object.entries({ host, port, user, password, database, connectionString, ssl }).filter(([, value]) => value !== undefined),
  )
