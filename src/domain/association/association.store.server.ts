import { sql } from 'kysely'
import pg from 'pg'
import { ownerConnection, type Tx } from '#platform/db.server.ts'
import { hashToken } from '#platform/ids.server.ts'
import { tablesOfTheSchema } from '#platform/migrate.server.ts'
import type { Link } from './association.ts'

/** Two installations at once wait for each other: the second finds the house taken. */
export const lockInstallation = async (tx: Tx): Promise<void> => {
  await sql`SELECT pg_advisory_xact_lock(hashtext('coopere-install'))`.execute(tx)
}

/** Keeps the hash of a fresh link; an earlier one stops working. */
export async function replaceLink(tx: Tx, token: string, now: Date): Promise<void> {
  await tx.deleteFrom('installation_links').execute()
  await tx
    .insertInto('installation_links')
    .values({ token_hash: hashToken(token), created_at: now })
    .execute()
}

export async function lockLink(tx: Tx, token: string): Promise<Link | null> {
  const row = await tx
    .selectFrom('installation_links')
    .select(['created_at', 'used_at'])
    .where('token_hash', '=', hashToken(token))
    .forUpdate()
    .executeTakeFirst()
  return row ? { createdAt: row.created_at, usedAt: row.used_at } : null
}

export async function markLinkUsed(tx: Tx, token: string, now: Date): Promise<void> {
  await tx
    .updateTable('installation_links')
    .set({ used_at: now })
    .where('token_hash', '=', hashToken(token))
    .execute()
}

export const deleteLinks = async (tx: Tx): Promise<void> => {
  await tx.deleteFrom('installation_links').execute()
}

export async function insertAssociation(
  tx: Tx,
  association: { readonly name: string; readonly demonstration: boolean; readonly now: Date },
): Promise<void> {
  await tx
    .insertInto('association')
    .values({
      id: 1,
      name: association.name,
      demonstration: association.demonstration,
      installed_at: association.now,
    })
    .execute()
}

/** The browser that opened the demonstration keeps the key that takes it away. */
export async function keepInstaller(tx: Tx, token: string, until: Date): Promise<void> {
  await tx
    .updateTable('sessions')
    .set({ expires_at: until })
    .where('token_hash', '=', hashToken(token))
    .where('kind', '=', 'installer')
    .execute()
}

const kept = new Set(['catalogue_versions', 'charter_versions'])

/** Empties every table but the catalogue's and the charter's, in one statement, as the owner of the tables. */
export async function emptyTheHouse(): Promise<void> {
  const names = tablesOfTheSchema().flatMap(({ name }) => (kept.has(name) ? [] : [name]))
  const owner = new pg.Client(ownerConnection())
  await owner.connect()
  try {
    // Asked again where nothing can come between: a second « Tout enlever » must not empty what was founded since.
    await owner.query('BEGIN')
    const house = await owner.query<{ demonstration: boolean }>(
      'SELECT demonstration FROM association FOR UPDATE',
    )
    if (house.rows.every((row) => row.demonstration)) await owner.query(`TRUNCATE ${names.join(', ')}`)
    await owner.query('COMMIT')
  } finally {
    await owner.end()
  }
}
