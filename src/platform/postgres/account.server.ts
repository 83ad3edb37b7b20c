import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { ConfigError } from '#platform/config.server.ts'

// PostgreSQL refuses to run as root. When Node is root, as in a bare container, its binaries run under an
// account without privileges; otherwise they simply run as Node does.

/** The account PostgreSQL runs under; null when it is the one of this process. */
export type Account = { readonly uid: number; readonly gid: number }

type Named = Account & { readonly name: string }

/** Who shall run the database kept in `cluster`: its owner when it exists, so that a second start reads the first one's data. */
export function accountFor(cluster: string): Account | null {
  const owner = ownerOf(cluster)
  if (process.getuid?.() !== 0) return requireOwn(cluster, owner)
  if (owner !== null && owner.uid !== 0) return owner
  return preferred(passwd()) ?? createdAccount() ?? lastResort(passwd())
}

/** `coopere`, made for this; else `postgres`, which the distribution made for the same use. */
export const preferred = (known: readonly Named[]): Account | null => find(known, 'coopere', 'postgres')

/** Accounts of the machine, as /etc/passwd lists them. */
export const readPasswd = (text: string): Named[] =>
  text.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':')
    return name && uid && gid && uid !== '0' ? [{ name, uid: Number(uid), gid: Number(gid) }] : []
  })

/** How to spawn a program as `account`: from the root folder and with nothing of our environment but the search path. */
export const spawnOptions = (account: Account | null) => ({
  ...account,
  cwd: '/',
  env: { PATH: process.env.PATH ?? '/usr/bin:/bin', TZ: 'UTC', LC_MESSAGES: 'C' },
})

/** Whether `account` can enter this folder, whatever its parents, lists of access or mounts say. */
export const canEnter = (account: Account | null, folder: string): boolean =>
  spawnSync('test', ['-x', folder], spawnOptions(account)).status === 0

function requireOwn(cluster: string, owner: Account | null): null {
  if (owner === null || owner.uid === process.getuid?.()) return null
  throw new ConfigError(
    `La base de ${cluster} appartient à un autre compte de cette machine (uid ${owner.uid}) : lancez le programme avec ce compte, ou choisissez un autre DATA_DIR.`,
  )
}

function createdAccount(): Account | null {
  spawnSync('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    'coopere',
  ])
  return find(passwd(), 'coopere')
}

function lastResort(known: readonly Named[]): Account {
  const nobody = find(known, 'nobody')
  if (nobody !== null) return nobody
  throw new ConfigError(
    'PostgreSQL refuse de tourner en root et aucun compte sans privilèges n’a pu être créé : créez un compte « coopere », ou lancez le programme sans être root.',
  )
}

// initdb looks the account up by name, so a number that no line names would not do.
function find(known: readonly Named[], ...names: string[]): Account | null {
  const found = names.map((name) => known.find((account) => account.name === name)).find(Boolean)
  return found ? { uid: found.uid, gid: found.gid } : null
}

const passwd = (): Named[] => readPasswd(readFileSync('/etc/passwd', 'utf8'))

function ownerOf(path: string): Account | null {
  const stat = statSync(path, { throwIfNoEntry: false })
  return stat ? { uid: stat.uid, gid: stat.gid } : null
}
