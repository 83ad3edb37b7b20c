import { spawnSync } from 'node:child_process'
import { existsSync, lchownSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigError } from '#platform/config.server.ts'
import { spawnOptions } from './account.server.ts'
import type { Place } from './place.server.ts'
import { isAlive } from './postmaster.server.ts'

export const SUPERUSER = 'postgres'
const MAJOR = '17'

/** Creates the cluster when there is none. It appears whole under its name: a cut initdb leaves only a draft behind. */
export function createCluster(place: Place, initdb: string): void {
  sweepDrafts(place.home)
  if (existsSync(place.cluster)) return requireMajor(place.cluster)
  const draft = join(place.home, `${DRAFT}${process.pid}`)
  // The C locale of a machine without C.UTF-8 (macOS): letters are then folded in ASCII only.
  const failure = runInitdb(place, initdb, draft, 'C.UTF-8') && runInitdb(place, initdb, draft, 'C')
  if (failure) throw new ConfigError(`La base ne peut pas être créée dans ${place.home} : ${failure}.`)
  try {
    renameSync(draft, place.cluster)
  } catch (cause) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(place.cluster)) throw cause // otherwise another start created it meanwhile
  }
}

const DRAFT = 'postgres.draft-'

function sweepDrafts(home: string): void {
  for (const name of readdirSync(home)) {
    const author = name.startsWith(DRAFT) ? Number(name.slice(DRAFT.length)) : null
    if (author !== null && (author === process.pid || !isAlive(author)))
      rmSync(join(home, name), { recursive: true, force: true })
  }
}

// No password: the socket stands in a folder only this account may enter, and that account owns the files anyway.
function runInitdb(place: Place, initdb: string, draft: string, locale: string): string | null {
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  if (place.account) lchownSync(draft, place.account.uid, place.account.gid)
  const options = ['--encoding=UTF8', `--locale=${locale}`, '--auth=trust', `--username=${SUPERUSER}`]
  const run = spawnSync(initdb, [`--pgdata=${draft}`, ...options], spawnOptions(place.account))
  if (run.status === 0) return null
  const reason = run.error?.message ?? /error: (.*)/.exec(run.stderr.toString())?.[1] ?? run.stderr.toString()
  rmSync(draft, { recursive: true, force: true })
  return reason.trim()
}

function requireMajor(cluster: string): void {
  const file = join(cluster, 'PG_VERSION')
  const version = existsSync(file) ? readFileSync(file, 'utf8').trim() : null
  if (version === MAJOR) return
  throw new ConfigError(
    version === null
      ? `${cluster} n’est pas une base PostgreSQL : déplacez ce dossier, ou choisissez un autre DATA_DIR.`
      : `${cluster} est une base de PostgreSQL ${version} et le serveur fourni est de version ${MAJOR} : reprenez la version précédente du programme pour en sortir les données.`,
  )
}
