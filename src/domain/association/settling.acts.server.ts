import { accountFor } from '#domain/access/account.acts.server.ts'
import { record } from '#domain/journal/journal.acts.server.ts'
import { ASSOCIATION } from '#domain/journal/journal.ts'
import { nameCompanion } from '#domain/roles/roles.acts.server.ts'
import { clock } from '#platform/clock.ts'
import type { Tx } from '#platform/db.server.ts'
import { ok, type Result } from '#platform/result.ts'
import { insertAssociation, lockInstallation } from './association.store.server.ts'
import { mayInstall, type InstallationRefusal, type Start } from './association.ts'
import { houseNow } from './association.views.server.ts'

export type Settled = { readonly accountId: string; readonly companionId: string }

/** Brings the association and its first companion home, once; part of the act that calls it. */
export async function settle(tx: Tx, start: Start): Promise<Result<Settled, InstallationRefusal>> {
  await lockInstallation(tx)
  const decision = mayInstall(await houseNow(tx))
  if (!decision.ok) return decision
  await insertAssociation(tx, { name: start.associationName, demonstration: false, now: clock.now() })
  const accountId = await accountFor(tx, start.companionEmail)
  const companionId = await nameCompanion(tx, { name: start.companionName, accountId })
  await record(tx, {
    act: 'association-installed',
    by: { kind: 'installer', id: null },
    sectorId: ASSOCIATION,
    subject: companionId,
  })
  return ok({ accountId, companionId })
}
