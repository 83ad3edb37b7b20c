import type { Tx } from '#platform/db.server.ts'
import { hashToken } from '#platform/ids.server.ts'
import type { SignInRequest } from './sign-in.ts'

export async function insertRequest(
  tx: Tx,
  request: { id: string; browser: string; codeHash: Buffer; now: Date; expiresAt: Date },
): Promise<void> {
  await tx
    .insertInto('sign_in_requests')
    .values({
      id: request.id,
      browser_hash: hashToken(request.browser),
      code_hash: request.codeHash,
      created_at: request.now,
      expires_at: request.expiresAt,
    })
    .execute()
}

/** The request of this browser, locked: two tries at once count for two. */
export async function lockRequest(tx: Tx, browser: string): Promise<SignInRequest | null> {
  const row = await tx
    .selectFrom('sign_in_requests')
    .selectAll()
    .where('browser_hash', '=', hashToken(browser))
    .forUpdate()
    .executeTakeFirst()
  if (!row) return null
  return {
    id: row.id,
    accountId: row.account_id,
    codeHash: row.code_hash,
    tries: row.tries,
    expiresAt: row.expires_at,
    usedAt: row.used_at,
  }
}

export async function countTry(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable('sign_in_requests')
    .set((row) => ({ tries: row('tries', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function markUsed(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.updateTable('sign_in_requests').set({ used_at: now }).where('id', '=', id).execute()
}

export async function nameAccount(tx: Tx, id: string, accountId: string): Promise<void> {
  await tx.updateTable('sign_in_requests').set({ account_id: accountId }).where('id', '=', id).execute()
}

/** Kept a day past their end, so that « ce code est trop vieux » can still be said, then gone. */
export async function deleteOldRequests(tx: Tx, now: Date): Promise<void> {
  const dayBefore = new Date(now.getTime() - 24 * 3600_000)
  await tx.deleteFrom('sign_in_requests').where('expires_at', '<', dayBefore).execute()
}
