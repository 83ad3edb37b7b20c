import type { Tx } from '#platform/db.server.ts'
import { keyedHash, open, seal } from '#platform/keys.server.ts'
import { emailKey } from './email.ts'

export type Way = 'message' | 'appel' | 'email' | 'mot' | 'voisin'
export type KeptContact = {
  readonly way: Way
  readonly phone: string | null
  readonly email: string | null
  readonly firstLink: boolean
}

/** Keeps how a person wishes to be reached; number and address are sealed for this person's row alone. */
export async function keepContact(
  tx: Tx,
  sectorId: string,
  personId: string,
  contact: KeptContact,
): Promise<void> {
  const row = {
    way: contact.way,
    phone: contact.phone === null ? null : seal('contact_ways', personId, 'phone', contact.phone),
    email: contact.email === null ? null : seal('contact_ways', personId, 'email', contact.email),
    email_hash: contact.email === null ? null : keyedHash('email', emailKey(contact.email)),
    first_link: contact.firstLink,
  }
  await tx
    .insertInto('contact_ways')
    .values({ sector_id: sectorId, person_id: personId, ...row })
    .onConflict((conflict) => conflict.columns(['sector_id', 'person_id']).doUpdateSet(row))
    .execute()
}

/** The contact of the person themself: nobody else's view calls this. */
export async function ownContact(tx: Tx, sectorId: string, personId: string): Promise<KeptContact | null> {
  const row = await tx
    .selectFrom('contact_ways')
    .selectAll()
    .where('sector_id', '=', sectorId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  if (!row) return null
  return {
    way: row.way,
    phone: row.phone === null ? null : open('contact_ways', personId, 'phone', row.phone),
    email: row.email === null ? null : open('contact_ways', personId, 'email', row.email),
    firstLink: row.first_link,
  }
}
