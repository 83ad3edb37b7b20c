import { sql } from 'kysely'
import type { Tx } from '#platform/db.server.ts'
import { newId } from '#platform/ids.server.ts'
import type { Term } from './mandate.ts'

/** How many others of the association could act in this companion's place now. */
export async function colleaguesOf(tx: Tx, companionId: string, now: Date): Promise<number> {
  const row = await tx
    .selectFrom('companions')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('id', '<>', companionId)
    .where('starts_at', '<=', now)
    .where('ends_at', '>', now)
    .executeTakeFirstOrThrow()
  return row.count
}

/** Moves the end of a running mandate, and of those for the sectors still accompanied. */
export async function setEndOfCompanion(tx: Tx, companionId: string, endsAt: Date, now: Date): Promise<void> {
  await tx.updateTable('companions').set({ ends_at: endsAt }).where('id', '=', companionId).execute()
  await tx
    .updateTable('companion_sectors')
    .set({ ends_at: endsAt })
    .where('companion_id', '=', companionId)
    .where('ends_at', '>', now)
    .execute()
}

export async function insertCompanion(
  tx: Tx,
  companion: { readonly name: string; readonly accountId: string } & Term,
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('companions')
    .values({
      id,
      name: companion.name,
      account_id: companion.accountId,
      starts_at: companion.startsAt,
      ends_at: companion.endsAt,
    })
    .execute()
  return id
}
