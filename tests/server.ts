import type pg from 'pg'

/** The key of every test: what one process seals, another one of the same run can open. */
export const testKey: Buffer = Buffer.alloc(32, 'le cerisier')

/** The same connection, to another database of the server. */
export function withDatabase(owner: pg.ClientConfig, database: string): pg.ClientConfig {
  if (owner.connectionString === undefined) return { ...owner, database }
  const url = new URL(owner.connectionString)
  url.pathname = `/${database}`
  return { ...owner, connectionString: url.toString() }
}
