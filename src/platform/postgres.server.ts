import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { ConfigError } from './config.server.ts'
import { findBinaries, packageFor } from './postgres/binaries.server.ts'
import { createCluster, SUPERUSER } from './postgres/cluster.server.ts'
import { leaveLink, privateFolder, settle, type Place } from './postgres/place.server.ts'
import { isServing, postmasterOf, startOf, type Postmaster } from './postgres/postmaster.server.ts'
import { attemptStart, SOCKET_PORT, type Attempt } from './postgres/process.server.ts'

// The PostgreSQL that comes with the program: real binaries from npm, a socket and no port, data under DATA_DIR.
// Production may give a DATABASE_URL instead; the SQL is the same (decisions.md 12).

export type EmbeddedServer = {
  /** How the superuser connects to the program's database. */
  readonly owner: pg.ClientConfig
  /** The server was already running: left by a Node that was killed, or kept by one that still lives. */
  readonly adopted: boolean
  /** Where the data really are: DATA_DIR/postgres, or what it links to. */
  readonly cluster: string
  /** Stops the server, unless another living Node keeps it. Call it on SIGTERM and SIGINT. */
  stop(): Promise<void>
}
export type EmbeddedOptions = {
  /** Server settings on top of ours, for tests. */
  readonly settings?: Readonly<Record<string, string>>
  /** Where root keeps data when DATA_DIR stands under a folder closed to others. */
  readonly systemDir?: string
}

const DATABASE = 'coopere'

/** Starts the embedded server of `dataDir`, or joins the one already running; creates what is missing. */
export async function startEmbedded(dataDir: string, options: EmbeddedOptions = {}): Promise<EmbeddedServer> {
  packageFor(process.platform, process.arch) // refuses an unknown machine before touching its disk
  const place = settle(resolve(dataDir), options.systemDir ?? '/var/lib/coopere')
  const server = await untilReady(place, () => start(place, options.settings ?? {}))
  const guest = !server.ours && (await hasKeeper(place, server.pid))
  if (!guest) writeFileSync(keeperFile(place), markOf(process.pid, server.pid))
  const owner = connection(server.sockets, DATABASE)
  const stop = async () => (guest ? undefined : stopServer(place, server.pid))
  return { owner, adopted: !server.ours, cluster: place.cluster, stop }
}

function start(place: Place, settings: Readonly<Record<string, string>>): Attempt {
  const { initdb, postgres } = findBinaries(place.account, place.home)
  createCluster(place, initdb)
  leaveLink(place)
  privateFolder(place.sockets, place.account)
  return attemptStart(place, postgres, settings)
}

type Running = Postmaster & { readonly ours: boolean }

// One loop for every case: nothing runs, a start or a crash recovery is under way, one server is still stopping,
// two programs start at once (the second one's server ends, then joins the first).
async function untilReady(place: Place, begin: () => Attempt): Promise<Running> {
  let attempt: Attempt | null = null
  for (let waited = 0; waited < 180_000; waited += 15) {
    const running = postmasterOf(place.cluster)
    if (running?.state === 'ready' && (await opens(running)))
      return { ...running, ours: running.pid === attempt?.pid }
    const lastWords = attempt?.lastWords() ?? null
    if (lastWords !== null) refuseUnlessPassing(lastWords, waited, place)
    if (running === null && (attempt === null || lastWords !== null)) attempt = begin()
    await sleep(15)
  }
  throw new ConfigError(`La base ne répond pas ; voyez ${place.home}/postgres.log.`)
}

// Children of a killed server may hold its memory for a moment; the other case is two starts at once.
function refuseUnlessPassing(lastWords: string, waited: number, place: Place): void {
  if (waited < 15_000 && /pre-existing shared memory|lock file ".*" already exists/.test(lastWords)) return
  const reason = /FATAL: +(.*)/.exec(lastWords)?.[1] ?? 'le serveur s’est arrêté sans un mot'
  throw new ConfigError(`La base ne démarre pas (${reason}) ; voyez ${place.home}/postgres.log.`)
}

const connection = (sockets: string, database: string): pg.ClientConfig => ({
  host: sockets,
  port: SOCKET_PORT,
  user: SUPERUSER,
  database,
  password: '', // asked by none, see runInitdb; given, so that no PGPASSWORD of the environment is read
  ssl: false,
})

// False while the server that called itself ready is dying, or not yet quite there.
async function opens({ sockets }: Postmaster): Promise<boolean> {
  const client = new pg.Client(connection(sockets, 'postgres'))
  client.on('error', () => undefined) // a server that dies now is met by the next turn of the loop
  try {
    await client.connect()
    await createDatabase(client)
    return true
  } catch (cause) {
    if (cause instanceof pg.DatabaseError && !cause.code?.startsWith('57P')) throw cause
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function createDatabase(client: pg.Client): Promise<void> {
  const known = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE])
  if (known.rowCount !== 0) return
  try {
    await client.query(`CREATE DATABASE ${DATABASE}`)
  } catch (cause) {
    // Two starts at once: the other one has made it meanwhile, as either check of the server may say.
    if (!(cause instanceof pg.DatabaseError && ['42P04', '23505'].includes(cause.code ?? ''))) throw cause
  }
}

async function stopServer(place: Place, pid: number): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', 60_000], // fast: open transactions are rolled back, everything committed is written
    ['SIGQUIT', 10_000], // immediate: the next start recovers from the log
  ] as const) {
    if (!isServing(pid, place.cluster)) break
    process.kill(pid, signal)
    for (let waited = 0; waited < patience && isServing(pid, place.cluster); waited += 15) await sleep(15)
  }
  rmSync(keeperFile(place), { force: true })
}

// Which Node keeps which server: a second one (a backup, a tool) joins it and leaves it running.
const keeperFile = (place: Place): string => join(place.home, 'postgres.keeper')
const markOf = (node: number, postmaster: number): string => `${node} ${startOf(node)} ${postmaster}`

// A server seen in its first instant may not have its mark yet, hence the patience.
async function hasKeeper(place: Place, postmaster: number): Promise<boolean> {
  for (let waited = 0; waited < 2000; waited += 25) {
    const mark = readMark(keeperFile(place))
    const node = Number(mark.split(' ')[0])
    if (mark.endsWith(` ${postmaster}`)) return node !== process.pid && mark === markOf(node, postmaster)
    await sleep(25)
  }
  return false
}

function readMark(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
