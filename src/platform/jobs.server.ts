import type pg from 'pg'
import { fromKysely, PgBoss } from 'pg-boss'
import { clock } from './clock.ts'
import type { Tx } from './db.server.ts'
import type { Mail, Mailer } from './mail.server.ts'
import { REQUEST_ROLE } from './migrate.server.ts'
import { attempt, sealedWork, type Handler, type Payload, type Sealed } from './sealed-work.server.ts'

// Work that comes after the answer: written in the transaction of the act that wants it, tried until it is done,
// and once only for a given key.

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
const retries = {
  retryLimit: 9,
  retryDelay: 15,
  retryBackoff: true,
  retryDelayMax: 3600,
  expireInSeconds: 600,
}

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
  boss?.removeAllListeners('error').on('error', () => undefined) // what its last links say interests nobody
  await boss?.stop({ graceful: true, timeout: 5000, close: true })
}

/** Queues work in this very transaction: undone with it, and dropped if this key was already queued. */
export async function queueJob(tx: Tx, work: string, payload: Payload, key: string): Promise<void> {
  const sealed = sealedWork(work, payload, key)
  await (await started()).send(work, sealed, { id: sealed.id, db: fromKysely(tx) })
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

async function start({
  owner,
  mailer,
  handlers,
  onTrouble,
  lookEverySeconds = 30,
}: JobsOptions): Promise<PgBoss> {
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
      await boss.createQueue(work, {
        ...retries,
        deadLetter: STRANDED,
        notify: true,
        deleteAfterSeconds: 7 * DAY,
      })
      await boss.work(work, pace, attempt(handler))
    }
  } catch (cause) {
    await boss.stop({ graceful: false, close: true })
    throw cause
  }
  return boss
}

const deliverTo =
  (mailer: Mailer): Handler =>
  async ({ to = '', subject = '', text = '', until }, id) => {
    if (until !== undefined && clock.now() > new Date(until)) return
    await mailer.deliver(id, { to, subject, text })
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

const databaseOf = ({
  host,
  port,
  user,
  password,
  database,
  connectionString,
  ssl,
}: pg.ClientConfig): object =>
  Object.fromEntries(
    Object.entries({ host, port, user, password, database, connectionString, ssl }).filter(
      ([, value]) => value !== undefined,
    ),
  )
