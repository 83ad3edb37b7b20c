import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** A running server, as the postmaster.pid of its cluster tells. */
export type Postmaster = {
  readonly pid: number
  readonly sockets: string
  readonly state: 'starting' | 'ready' | 'stopping'
}

/** The server now running on `cluster` (a real path), whoever started it; null when none does. */
export function postmasterOf(cluster: string): Postmaster | null {
  const lines = readLines(join(cluster, 'postmaster.pid'))
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0 || !isServing(pid, cluster)) return null
  return { pid, sockets: lines[4]?.trim() ?? '', state: stateOf(lines[7]) }
}

/** Whether postmaster.pid names a process that lives but is not the server: its number was given to another since. */
export function namesAStranger(cluster: string): boolean {
  const pid = Number(readLines(join(cluster, 'postmaster.pid'))[0])
  return pid > 0 && isAlive(pid) && !isServing(pid, cluster)
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (cause) {
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM'
  }
}

/** When a process started, so that a number given again to another is not taken for it. */
export function startOf(pid: number): string {
  if (process.platform !== 'linux') return isAlive(pid) ? ps(pid, 'lstart=') : ''
  const stat = readLines(`/proc/${pid}/stat`)[0] ?? ''
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
}

const stateOf = (line = ''): Postmaster['state'] => {
  const word = line.trim()
  return word === 'ready' || word === 'stopping' ? word : 'starting'
}

/** Whether process `pid` is the server of `cluster`. */
// Its command line is asked rather than its working folder, which root may not read without CAP_SYS_PTRACE
// (containers). A zombie has none, and serves nobody; children of the postmaster rewrite theirs.
export function isServing(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false
  if (process.platform !== 'linux') return ps(pid, 'command=').includes(cluster)
  const [program = '', ...args] = (readLines(`/proc/${pid}/cmdline`)[0] ?? '').split('\0')
  return basename(program) === 'postgres' && args.includes(cluster)
}

function ps(pid: number, column: string): string {
  try {
    return execFileSync('ps', ['-p', String(pid), '-o', column], { encoding: 'utf8' }).trim()
  } catch {
    return ''
  }
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n')
  } catch {
    return []
  }
}
