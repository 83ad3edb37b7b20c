import { clock } from '#platform/clock.ts'
import type { Tx } from '#platform/db.server.ts'
import { newId } from '#platform/ids.server.ts'
import type { Act, Actor } from './journal.ts'

export type Line = {
  readonly act: Act
  readonly by: Actor
  readonly sectorId: string
  readonly subject?: string
  readonly gathering?: string
}

/** Writes the one line of an act, in the act's own transaction. */
export async function record(tx: Tx, line: Line): Promise<void> {
  await tx
    .insertInto('journal')
    .values({
      sector_id: line.sectorId,
      id: newId(),
      at: clock.now(),
      act: line.act,
      actor_kind: line.by.kind,
      actor_id: line.by.id,
      subject_id: line.subject ?? null,
      gathering_id: line.gathering ?? null,
    })
    .execute()
}

/** Empties every mention of a person: the act stays, the name of who it touched goes (decisions.md 15). */
export async function forget(tx: Tx, sectorId: string, personId: string): Promise<void> {
  await tx
    .updateTable('journal')
    .set({ actor_id: null })
    .where('sector_id', '=', sectorId)
    .where('actor_id', '=', personId)
    .execute()
  await tx
    .updateTable('journal')
    .set({ subject_id: null })
    .where('sector_id', '=', sectorId)
    .where('subject_id', '=', personId)
    .execute()
}
