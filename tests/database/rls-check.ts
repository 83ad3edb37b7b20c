import pg from 'pg'
import { REQUEST_ROLE, tablesOfTheSchema } from '#platform/migrate.server.ts'
import { digits, ownerConnection } from '#platform/db.server.ts'

// What one neighbourhood can see or touch of another, asked of the database itself, table by table.

export const sectorTables = tablesOfTheSchema().flatMap(({ name, kind }) => (kind === 'sector' ? [name] : []))

/** Runs `fn` as the owner, in a transaction that is always undone. */
export async function asOwner<T>(fn: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client(ownerConnection())
  await owner.connect()
  try {
    await owner.query('BEGIN')
    return await fn(owner)
  } finally {
    await owner.query('ROLLBACK')
    await owner.end()
  }
}

/** Becomes the role of requests, bound to a sector, or to none when `sectorId` is null. */
export async function becomeRequest(client: pg.Client, sectorId: string | null): Promise<void> {
  await client.query(`SET LOCAL ROLE ${REQUEST_ROLE}`)
  if (sectorId !== null)
    await client.query(`SET LOCAL app.sector_id = '${sectorId === '' ? '' : digits(sectorId)}'`)
}

export type Leak = `${string}: ${string}`

/** Every way in which sector `own` reaches rows of sector `other` in this table; empty when it is sealed. */
export async function leaksOf(
  client: pg.Client,
  table: string,
  { own, other }: { own: string; other: string },
): Promise<Leak[]> {
  await becomeRequest(client, own)
  const found: (string | null)[] = [
    await countIs(client, `SELECT FROM ${table} WHERE sector_id = ${digits(other)}`, 0, 'reads by sector'),
    await countIs(client, `SELECT FROM ${table} WHERE sector_id <> ${digits(own)}`, 0, 'reads the rest'),
    await countIs(client, `SELECT FROM ${table}`, 'some', 'does not see its own rows'),
    await changesNone(client, table, other),
    await deletesNone(client, table, other),
    await refusesForeignRow(client, table, { own, other }),
    await refusesMoving(client, table, { own, other }),
  ]
  await client.query('RESET ROLE')
  return found.flatMap((what): Leak[] => (what === null ? [] : [`${table}: ${what}`]))
}

async function countIs(client: pg.Client, query: string, expected: number | 'some', what: string) {
  const answer = await tried(client, query)
  if (typeof answer === 'string') return `${what} (${answer})`
  const right = expected === 'some' ? answer > 0 : answer === expected
  return right ? null : what
}

async function changesNone(client: pg.Client, table: string, other: string): Promise<string | null> {
  const column = await updatableColumn(client, table)
  if (column === null) return null
  return countIs(
    client,
    `UPDATE ${table} SET ${column} = ${column} WHERE sector_id = ${digits(other)}`,
    0,
    'changes',
  )
}

async function deletesNone(client: pg.Client, table: string, other: string): Promise<string | null> {
  const answer = await tried(client, `DELETE FROM ${table} WHERE sector_id = ${digits(other)}`)
  return answer === 0 || answer === DENIED ? null : `deletes (${answer})`
}

// A copy of one of our own rows, said to belong to the other sector.
async function refusesForeignRow(
  client: pg.Client,
  table: string,
  { own, other }: Record<'own' | 'other', string>,
) {
  const copy = `INSERT INTO ${table} SELECT (jsonb_populate_record(t, '{"sector_id": ${digits(other)}}')).* FROM ${table} t
    WHERE t.sector_id = ${digits(own)} LIMIT 1`
  const answer = await tried(client, copy)
  return answer === DENIED ? null : `inserts (${answer})`
}

async function refusesMoving(
  client: pg.Client,
  table: string,
  { own, other }: Record<'own' | 'other', string>,
) {
  const move = `UPDATE ${table} SET sector_id = ${digits(other)} WHERE sector_id = ${digits(own)}`
  const answer = await tried(client, move)
  return answer === DENIED ? null : `moves (${answer})`
}

/** SQLSTATE of both a missing privilege and a row that a policy refuses. */
export const DENIED = '42501'

/** The number of rows touched, or the SQLSTATE of the refusal; nothing stays of either. */
export async function tried(
  client: pg.Client,
  query: string,
  values: unknown[] = [],
): Promise<number | string> {
  await client.query('SAVEPOINT tried')
  try {
    const answer = await client.query(query, values)
    await client.query('ROLLBACK TO SAVEPOINT tried')
    return answer.rowCount ?? 0
  } catch (cause) {
    await client.query('ROLLBACK TO SAVEPOINT tried')
    if (cause instanceof pg.DatabaseError && cause.code !== undefined) return cause.code
    throw cause
  }
}

async function updatableColumn(client: pg.Client, table: string): Promise<string | null> {
  const answer = await client.query<{ column_name: string }>(
    `SELECT column_name FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = $1 AND column_name <> 'sector_id'
       AND has_column_privilege($2, table_name::regclass, column_name, 'UPDATE')
     ORDER BY ordinal_position LIMIT 1`,
    [table, REQUEST_ROLE],
  )
  return answer.rows[0]?.column_name ?? null
}
