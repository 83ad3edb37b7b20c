import type { ChildProcess } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { spawnOn } from './pinned.ts'
import { once } from './tidy.ts'

/** The built site, started for a measure on data of its own. */
export type Server = {
  readonly url: string
  readonly port: number
  readonly pid: number
  readonly dataDir: string
  /** The one-time link it printed on its empty database. */
  readonly installation: string
  /** A connection of the superuser, to plant what no act can plant quickly. */
  readonly asOwner: <T>(fn: (client: pg.Client) => Promise<T>) => Promise<T>
  readonly stop: () => Promise<void>
}
export type Starting = { readonly core?: number; readonly env?: Readonly<Record<string, string>> }

/** Starts `dist/server/main.js` as anyone would, on an empty database. */
export async function startServer(starting: Starting = {}): Promise<Server> {
  const dataDir = emptyFolder()
  const port = await freePort()
  const url = `http://localhost:${port}`
  const { DATABASE_URL: _other, KEY_FILE: _key, SMTP_URL: _mail, ...env } = process.env
  const child = spawnOn(starting.core ?? null, process.execPath, ['dist/server/main.js'], {
    env: { ...env, PORT: String(port), DATA_DIR: dataDir, PUBLIC_URL: url, ...starting.env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const stop = once(async () => {
    await end(child)
    await sweep(dataDir)
  })
  const said = await spoken(child, url)
  return {
    url,
    port,
    pid: child.pid ?? 0,
    dataDir,
    installation: /(http:\/\/\S+\/installation\S*)/.exec(said)?.[1] ?? '',
    asOwner: (fn) => withOwner(dataDir, fn),
    stop,
  }
}

/** A folder that PostgreSQL's own account can enter when root runs the bench. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'coopere-bench-'))
  chmodSync(folder, 0o755)
  return folder
}

export function freePort(): Promise<number> {
  const server = createServer()
  return new Promise((resolve, reject) => {
    server.on('error', reject).listen(0, 'localhost', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

/** Takes away a data folder, and the database server that a killed program may have left on it. */
export async function sweep(dataDir: string): Promise<void> {
  const pidFile = join(dataDir, 'postgres', 'postmaster.pid')
  if (existsSync(pidFile)) {
    const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0])
    if (pid > 0) tryKill(pid, 'SIGQUIT')
    for (let waited = 0; waited < 10_000 && existsSync(pidFile); waited += 50) await sleep(50)
  }
  const real = existsSync(join(dataDir, 'postgres'))
    ? dirname(realpathSync(join(dataDir, 'postgres')))
    : dataDir
  for (const folder of new Set([real, dataDir]))
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

// Its first words say that it answers; what it prints next, the links, comes within the same second.
async function spoken(child: ChildProcess, url: string): Promise<string> {
  let said = ''
  child.stdout?.on('data', (chunk: Buffer) => {
    if (said.length < 20_000) said += chunk.toString()
  })
  for (let waited = 0; waited < 180_000; waited += 20) {
    if (child.exitCode !== null) throw new Error(`the site did not start: ${said}`)
    if (said.includes(url)) {
      await sleep(300)
      return said
    }
    await sleep(20)
  }
  throw new Error(`the site did not answer in time: ${said}`)
}

async function withOwner<T>(dataDir: string, fn: (client: pg.Client) => Promise<T>): Promise<T> {
  const home = dirname(realpathSync(join(dataDir, 'postgres')))
  const client = new pg.Client({
    host: join(home, 'postgres-socket'),
    port: 5432,
    user: 'postgres',
    database: 'coopere',
    ssl: false,
  })
  await client.connect()
  try {
    return await fn(client)
  } finally {
    await client.end()
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await Promise.race([ended, sleep(15_000)])
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
}

function tryKill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It ended by itself meanwhile.
  }
}
