import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { spawnOptions } from './account.server.ts'
import type { Place } from './place.server.ts'
import { namesAStranger } from './postmaster.server.ts'

/** One try at starting the server. */
export type Attempt = {
  readonly pid: number | undefined
  /** Null while it lives; its last words once it ended. */
  lastWords(): string | null
}

export const SOCKET_PORT = 5432 // part of the socket's name; no port is opened

// One small server for one machine. Its log carries no statement and no value of a row: they are people's data.
const settings = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  shared_buffers: '64MB',
  max_connections: '60',
  max_wal_size: '256MB',
  max_parallel_workers_per_gather: '0',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
}

/** Starts the server of an existing cluster as a process of its own; when it is ready, postmaster.pid says so. */
export function attemptStart(
  place: Place,
  postgres: string,
  more: Readonly<Record<string, string>>,
): Attempt {
  if (namesAStranger(place.cluster)) rmSync(join(place.cluster, 'postmaster.pid'))
  const log = openLog(join(place.home, 'postgres.log'))
  const options = Object.entries({ ...settings, ...more }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
  const args = ['-D', place.cluster, '-k', place.sockets, '-p', String(SOCKET_PORT), ...options]
  const child = spawn(postgres, args, {
    ...spawnOptions(place.account),
    detached: true, // Ctrl-C reaches Node alone, which stops the server once its last requests are answered
    stdio: ['ignore', log.descriptor, log.descriptor],
  })
  closeSync(log.descriptor)
  child.unref()
  let ended = false
  child.on('exit', () => (ended = true)).on('error', () => (ended = true))
  return { pid: child.pid, lastWords: () => (ended ? log.since() : null) }
}

// One file, set aside when it has grown; the one before is forgotten.
function openLog(file: string): { descriptor: number; since: () => string } {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size > 1_000_000) renameSync(file, `${file}.1`)
  const descriptor = openSync(file, 'a', 0o600)
  const from = size > 1_000_000 ? 0 : size
  return { descriptor, since: () => readFileSync(file).subarray(from).toString().trim() }
}
