import { emailKey } from '#domain/residents/email.ts'
import type { Tx } from '#platform/db.server.ts'
import { newId } from '#platform/ids.server.ts'
import { keyedHash, open, seal } from '#platform/keys.server.ts'

/** An address someone enters by; it is found by its keyed hash and sealed, so the table alone tells none. */
export type Account = { readonly id: string; readonly address: string }

export async function findAccount(tx: Tx, address: string): Promise<Account | null> {
  const row = await tx
    .selectFrom('accounts')
    .select(['id', 'email'])
    .where('email_hash', '=', addressHash(address))
    .executeTakeFirst()
  return row ? { id: row.id, address: open('accounts', row.id, 'email', row.email) } : null
}

export async function insertAccount(tx: Tx, address: string, now: Date): Promise<void> {
  const id = newId()
  await tx
    .insertInto('accounts')
    .values({
      id,
      email_hash: addressHash(address),
      email: seal('accounts', id, 'email', address),
      created_at: now,
    })
    .onConflict((conflict) => conflict.column('email_hash').doNothing())
    .execute()
}

export async function insertAccountPerson(
  tx: Tx,
  accountId: string,
  sectorId: string,
  personId: string,
): Promise<void> {
  await tx
    .insertInto('account_people')
    .values({ account_id: accountId, sector_id: sectorId, person_id: personId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The same for every spelling of one address. */
export const addressHash = (address: string): Buffer => keyedHash('email', emailKey(address))
