import type { Tx } from '#platform/db.server.ts'
import { openSession } from './session.acts.server.ts'
import { deleteSession } from './session.store.server.ts'
import { deleteConsoles } from './console.store.server.ts'
import type { Holder, OpenedSession } from './session.ts'

type ConsoleHolder = Omit<Extract<Holder, { kind: 'console' }>, 'kind'>

/** A table has one console: it moves to this device, and the one it was on is a stranger from now on. */
export async function moveConsoleSession(
  tx: Tx,
  console: ConsoleHolder,
  replaced: string | null,
): Promise<OpenedSession> {
  await deleteConsoles(tx, console.sectorId, console.gatheringId)
  if (replaced !== null) await deleteSession(tx, replaced)
  return openSession(tx, { kind: 'console', ...console })
}
