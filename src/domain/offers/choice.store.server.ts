import { sql, type Selectable } from 'kysely'
import type { Tx } from '#platform/db.server.ts'
import type { Tables } from '#platform/tables.ts'

export type KeptChoice = {
  readonly idea: string
  readonly offers: boolean
  readonly wishes: boolean
  readonly counter: number
  readonly device: string
  readonly detail: string | null
  readonly pausedAt: Date | null
}

/** Everything one person ticked, both hands. Only that person's own pages and the counts read it. */
export async function choicesOf(tx: Tx, sectorId: string, personId: string): Promise<KeptChoice[]> {
  const rows = await tx
    .selectFrom('choices')
    .selectAll()
    .where('sector_id', '=', sectorId)
    .where('person_id', '=', personId)
    .execute()
  return rows.map(asChoice)
}

export async function saveChoice(
  tx: Tx,
  sectorId: string,
  personId: string,
  choice: Omit<KeptChoice, 'detail' | 'pausedAt'>,
  now: Date,
): Promise<void> {
  const register = {
    offers: choice.offers,
    wishes: choice.wishes,
    counter: choice.counter,
    device: choice.device,
    changed_at: now,
  }
  await tx
    .insertInto('choices')
    .values({ sector_id: sectorId, person_id: personId, idea: choice.idea, ...register })
    .onConflict((conflict) =>
      conflict.columns(['sector_id', 'person_id', 'idea']).doUpdateSet(register).where(beatsTheKept),
    )
    .execute()
}

// The same order as `wins` in operation.ts, held again by the row itself: two devices that write at the same
// moment cannot leave the older tick behind.
const beatsTheKept = sql<boolean>`
  (choices.counter, choices.device COLLATE "C", 2 * choices.offers::int + choices.wishes::int)
  < (excluded.counter, excluded.device COLLATE "C", 2 * excluded.offers::int + excluded.wishes::int)`

export async function knownOperations(
  tx: Tx,
  sectorId: string,
  ids: readonly string[],
): Promise<Map<string, { personId: string; bodyHash: Buffer }>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('operations')
    .select(['id', 'person_id', 'body_hash'])
    .where('sector_id', '=', sectorId)
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, { personId: row.person_id, bodyHash: row.body_hash }]))
}

/** Returns the ids newly written: of two identical requests at once, one only gets each id. */
export async function insertOperations(
  tx: Tx,
  sectorId: string,
  personId: string,
  operations: readonly { id: string; bodyHash: Buffer }[],
): Promise<Set<string>> {
  if (operations.length === 0) return new Set()
  const rows = await tx
    .insertInto('operations')
    .values(
      operations.map((operation) => ({
        sector_id: sectorId,
        id: operation.id,
        person_id: personId,
        body_hash: operation.bodyHash,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  return new Set(rows.map((row) => row.id))
}

export async function setDetail(
  tx: Tx,
  sectorId: string,
  personId: string,
  idea: string,
  detail: string | null,
): Promise<void> {
  await tx
    .updateTable('choices')
    .set({ detail })
    .where('sector_id', '=', sectorId)
    .where('person_id', '=', personId)
    .where('idea', '=', idea)
    .execute()
}

export async function setPaused(
  tx: Tx,
  sectorId: string,
  personId: string,
  idea: string,
  pausedAt: Date | null,
): Promise<void> {
  await tx
    .updateTable('choices')
    .set({ paused_at: pausedAt })
    .where('sector_id', '=', sectorId)
    .where('person_id', '=', personId)
    .where('idea', '=', idea)
    .execute()
}

export async function insertOwnIdea(
  tx: Tx,
  sectorId: string,
  own: { id: string; personId: string; text: string; now: Date },
): Promise<void> {
  await tx
    .insertInto('own_ideas')
    .values({ sector_id: sectorId, id: own.id, person_id: own.personId, text: own.text, given_at: own.now })
    .execute()
}

export async function ownIdeas(
  tx: Tx,
  sectorId: string,
  personId: string,
): Promise<{ id: string; text: string }[]> {
  return tx
    .selectFrom('own_ideas')
    .select(['id', 'text'])
    .where('sector_id', '=', sectorId)
    .where('person_id', '=', personId)
    .orderBy('given_at')
    .execute()
}

export async function deleteOwnIdea(tx: Tx, sectorId: string, personId: string, id: string): Promise<void> {
  await tx
    .deleteFrom('own_ideas')
    .where('sector_id', '=', sectorId)
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .execute()
}

export async function deleteChoicesOf(tx: Tx, sectorId: string, personId: string): Promise<void> {
  for (const table of ['choices', 'operations', 'own_ideas'] as const)
    await tx.deleteFrom(table).where('sector_id', '=', sectorId).where('person_id', '=', personId).execute()
}

const asChoice = (row: Selectable<Tables['choices']>): KeptChoice => ({
  idea: row.idea,
  offers: row.offers,
  wishes: row.wishes,
  counter: Number(row.counter),
  device: row.device,
  detail: row.detail,
  pausedAt: row.paused_at,
})
