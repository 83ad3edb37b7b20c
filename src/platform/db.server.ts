import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import { REQUEST_ROLE } from './migrate.server.ts'
import type { Tables } from './tables.ts'

/** A transaction already bound to one sector (or to none): the first argument of every store and view. */
export type Tx = Transaction<Tables>

/** Whoever asks; a visitor has no person. */
export type Asker = { readonly personId: string | null }

type Connection = { owner: pg.ClientConfig; requests: pg.Pool; kysely: Kysely<Tables> }
let connection: Connection | null = null

/** Opens the pool of requests, which logs in as a role that owns nothing. */
export function connect(to: { owner: pg.ClientConfig; requestPassword: string; poolSize?: number }): void {
  const requests = new pg.Pool({
    ...asRequestRole(to.owner, to.requestPassword),
    max: to.poolSize ?? 10,
  })
  requests.on('error', () => undefined) // a dropped idle client is replaced at the next request
  connection = {
    owner: to.owner,
    requests,
    kysely: new Kysely<Tables>({ dialect: new PostgresDialect({ pool: requests }) }),
  }
}

export async function disconnect(): Promise<void> {
  const open = connection
  connection = null
  await open?.kysely.destroy()
}

/** Runs `fn` in one transaction that sees the rows of this sector and of no other (decisions.md 25). */
export const withSector = <T>(asker: Asker, sectorId: string, fn: (tx: Tx) => Promise<T>): Promise<T> =>
  transaction(async (tx) => {
    await sql.raw(`SET LOCAL app.sector_id = '${digits(sectorId)}'`).execute(tx)
    if (asker.personId !== null)
      await sql.raw(`SET LOCAL app.person_id = '${uuid(asker.personId)}'`).execute(tx)
    return fn(tx)
  })

/** Runs `fn` in one transaction where no sector is set: sector tables look empty, reference tables answer. */
export const outsideSectors = <T>(fn: (tx: Tx) => Promise<T>): Promise<T> => transaction(fn)

/** The pool itself, for the one hot read that fits in a single round trip. */
export const requestPool = (): pg.Pool => opened().requests

/** How the owner connects: for migrations, jobs and taking the demonstration away. */
export const ownerConnection = (): pg.ClientConfig => opened().owner

/** `sectorId` as it may stand in a literal SET, which takes no parameter. */
export function digits(sectorId: string): string {
  if (!/^\d{1,18}$/.test(sectorId)) throw new Error('not a sector id')
  return sectorId
}

function uuid(id: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw new Error('not a person id')
  return id
}

function opened(): Connection {
  if (connection === null) throw new Error('the database is not connected')
  return connection
}

function asRequestRole(owner: pg.ClientConfig, password: string): pg.PoolConfig {
  if (owner.connectionString === undefined) return { ...owner, user: REQUEST_ROLE, password }
  const url = new URL(owner.connectionString)
  url.username = REQUEST_ROLE
  url.password = password
  return { ...owner, connectionString: url.toString() }
}

// Two requests that lock the same rows in another order, or a serialization conflict: tried again, three times in all.
const worthAnotherTry = new Set(['40001', '40P01'])

async function transaction<T>(fn: (tx: Tx) => Promise<T>, tries = 3): Promise<T> {
  try {
    return await opened().kysely.transaction().execute(fn)
  } catch (cause) {
    const code = cause instanceof pg.DatabaseError ? cause.code : undefined
    if (tries > 1 && code !== undefined && worthAnotherTry.has(code)) return transaction(fn, tries - 1)
    throw cause
  }
}
