import { clock } from '#platform/clock.ts'
import type { Tx } from '#platform/db.server.ts'
import { findAccount, insertAccount, insertAccountPerson } from './account.store.server.ts'
import { plainAddress } from './address.ts'

/** The account of this address, opened if it is new; several persons of one household may share it. */
export async function accountFor(tx: Tx, address: string): Promise<string> {
  const plain = plainAddress(address)
  if (plain === null) throw new Error('not an address') // forms refuse it before
  await insertAccount(tx, plain, clock.now()) // first, so that two at once end on the same row
  const account = await findAccount(tx, plain)
  if (account === null) throw new Error('an account vanished')
  return account.id
}

/** From now on this person may enter by this account, as long as they are registered. */
export const linkPerson = (tx: Tx, accountId: string, sectorId: string, personId: string): Promise<void> =>
  insertAccountPerson(tx, accountId, sectorId, personId)

/** Everyone who enters by this account, in whatever sector. */
export const peopleOfAccount = (
  tx: Tx,
  accountId: string,
): Promise<{ sectorId: string; personId: string }[]> =>
  tx
    .selectFrom('account_people')
    .select(['sector_id as sectorId', 'person_id as personId'])
    .where('account_id', '=', accountId)
    .execute()
