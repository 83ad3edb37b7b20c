import { createHash } from 'node:crypto'
import { chmodSync, lchownSync, lstatSync, mkdirSync, realpathSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ConfigError } from '#platform/config.server.ts'
import { accountFor, canEnter, type Account } from './account.server.ts'

/** Where the embedded server lives, and under which account. */
export type Place = {
  readonly account: Account | null
  /** What DATA_DIR shows of the cluster: the cluster itself, or a link to it. */
  readonly entry: string
  /** The folder around the cluster: its log, its sockets, a copy of the binaries when one is needed. */
  readonly home: string
  readonly cluster: string
  readonly sockets: string
}

/** Settles on the place `dataDir` leads to, the same at each start; `systemDir` serves root when `dataDir` is closed to others. */
export function settle(dataDir: string, systemDir: string): Place {
  createFolder(dataDir)
  const entry = join(realpathSync(dataDir), 'postgres')
  const account = accountFor(entry)
  const home = followed(entry) ?? openHome(dirname(entry), account, systemDir)
  return { account, entry, home, cluster: join(home, 'postgres'), sockets: socketsNear(home) }
}

/** Leaves in DATA_DIR a link to a cluster kept elsewhere, so that it is found again and seen by whoever looks. */
export function leaveLink({ entry, cluster }: Place): void {
  if (entry !== cluster && !lstatSync(entry, { throwIfNoEntry: false })) symlinkSync(cluster, entry)
}

/** A folder only `account` (and root) may enter; refused when someone else made it first. */
export function privateFolder(folder: string, account: Account | null): void {
  if (!lstatSync(folder, { throwIfNoEntry: false })) mkdirSync(folder, { mode: 0o700 })
  const found = lstatSync(folder)
  if (found.isDirectory() && found.uid === 0 && account !== null) lchownSync(folder, account.uid, account.gid)
  const stat = lstatSync(folder)
  if (!stat.isDirectory() || stat.uid !== (account?.uid ?? process.getuid?.()))
    throw new ConfigError(`Le dossier ${folder} a été créé par un autre compte : retirez-le, puis relancez.`)
  chmodSync(folder, 0o700)
}

// A link whose cluster is gone must never be answered by an empty database.
function followed(entry: string): string | null {
  if (!lstatSync(entry, { throwIfNoEntry: false })) return null
  try {
    return dirname(realpathSync(entry))
  } catch (cause) {
    throw new ConfigError(
      `${entry} mène à une base qui n’est plus là : remettez-la en place, ou retirez ce lien pour repartir de rien.`,
      { cause },
    )
  }
}

// Root under a closed folder, such as its own home: PostgreSQL could not enter, so its data stand outside.
function openHome(dataDir: string, account: Account | null, systemDir: string): string {
  if (account === null || canEnter(account, dataDir)) return dataDir
  const home = join(systemDir, shortHash(dataDir))
  for (const folder of [systemDir, home]) {
    createFolder(folder)
    chmodSync(folder, 0o755)
  }
  return home
}

// A socket's whole path is limited to 104 bytes on some systems, and PostgreSQL reads commas and quotes in it.
function socketsNear(home: string): string {
  const near = join(home, 'postgres-socket')
  return /^[\w./-]{1,80}$/.test(near) ? near : join(tmpdir(), `coopere-${shortHash(home)}`)
}

function createFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (cause) {
    throw new ConfigError(`Le dossier ${folder} ne peut pas être créé : donnez un autre DATA_DIR.`, { cause })
  }
}

const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12)
