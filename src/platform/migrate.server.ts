import pg from 'pg'
import { createTable, type Migration, type Table } from './migration.ts'

/** The login of requests: owns nothing, cannot bypass row-level security. */
export const REQUEST_ROLE = 'coopere_request'

const migrations = import.meta.glob<{ migration: Migration }>('../../migrations/*.ts', { eager: true })

/** Brings the database to the newest schema, one transaction a migration; two starts at once wait for each other. */
export async function migrate(owner: pg.ClientConfig, requestPassword: string): Promise<void> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    await client.query(`SELECT pg_advisory_lock(hashtext('coopere-migrate'))`)
    await prepareRequestRole(client, requestPassword)
    await client.query(
      'CREATE TABLE IF NOT EXISTS schema_migrations (name text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())',
    )
    const applied = await client.query<{ name: string }>('SELECT name FROM schema_migrations')
    const done = new Set(applied.rows.map((row) => row.name))
    for (const [name, migration] of pending(done)) await applyOne(client, name, migration)
  } finally {
    await client.end()
  }
}

/** Every table the migrations create, in order: tests and tools read the schema's intent from here. */
export const tablesOfTheSchema = (): Table[] =>
  Object.keys(migrations)
    .sort()
    .flatMap((path) => migrations[path]?.migration.tables ?? [])

const pending = (done: Set<string>): [string, Migration][] =>
  Object.keys(migrations)
    .sort()
    .flatMap((path): [string, Migration][] => {
      const name = path.slice(path.lastIndexOf('/') + 1, -'.ts'.length)
      const migration = migrations[path]?.migration
      return migration && !done.has(name) ? [[name, migration]] : []
    })

async function prepareRequestRole(client: pg.Client, password: string): Promise<void> {
  const exists = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [REQUEST_ROLE])
  const verb = exists.rowCount === 0 ? 'CREATE' : 'ALTER'
  await client.query(
    `${verb} ROLE ${REQUEST_ROLE} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD ${client.escapeLiteral(password)}`,
  )
}

async function applyOne(client: pg.Client, name: string, migration: Migration): Promise<void> {
  await client.query('BEGIN')
  try {
    for (const table of migration.tables) {
      for (const statement of createTable(table, REQUEST_ROLE)) await client.query(statement)
      await distribute(client, table)
    }
    for (const statement of [...migration.indexes, ...migration.links]) await client.query(statement)
    await client.query('INSERT INTO schema_migrations (name) VALUES ($1)', [name])
    await client.query('COMMIT')
  } catch (cause) {
    await client.query('ROLLBACK')
    throw new Error(`migration ${name} failed`, { cause })
  }
}

// Nothing on plain PostgreSQL. On Citus, sector tables are spread by sector and the others copied to each node.
async function distribute(client: pg.Client, table: Table): Promise<void> {
  const citus = await client.query(`SELECT 1 FROM pg_extension WHERE extname = 'citus'`)
  if (citus.rowCount === 0) return
  const call =
    table.kind === 'sector'
      ? `SELECT create_distributed_table($1, 'sector_id')`
      : 'SELECT create_reference_table($1)'
  await client.query(call, [table.name])
}
