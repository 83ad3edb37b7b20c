import { createHash } from 'node:crypto'
import type { Tx } from '#platform/db.server.ts'
import { hasConflict, settle, type Operation, type Register } from './operation.ts'
import {
  choicesOf,
  deleteChoicesOf,
  deleteOwnIdea,
  insertOperations,
  insertOwnIdea,
  knownOperations,
  ownIdeas,
  saveChoice,
  setDetail,
  type KeptChoice,
} from './choice.store.server.ts'

// What other concepts may do to a person's choices, inside their own act's transaction.

export { choicesOf, deleteOwnIdea, insertOwnIdea, ownIdeas, setDetail }
export type { KeptChoice }

// No phone ticks ten thousand times while it is away: a counter further ahead is a broken device, and would make
// every later gesture lose to it.
const farAhead = 10_000

export type Received = {
  readonly acknowledged: string[]
  readonly refused: string[]
  readonly changed: boolean
}

/**
 * Applies a batch of ticks. Each operation counts once, whatever is replayed or reordered; an id already used
 * with another body, or by someone else, is refused. Only the ideas of `known` are kept.
 */
export async function receiveOperations(
  tx: Tx,
  sectorId: string,
  personId: string,
  batch: readonly Operation[],
  known: ReadonlySet<string>,
  now: Date,
): Promise<Received> {
  const highest = Math.max(0, ...(await choicesOf(tx, sectorId, personId)).map((choice) => choice.counter))
  const earlier = await knownOperations(
    tx,
    sectorId,
    batch.map((operation) => operation.id),
  )
  const refusedIds = batch
    .filter((operation) => {
      const before = earlier.get(operation.id)
      const other = before && (before.personId !== personId || !before.bodyHash.equals(bodyHash(operation)))
      return other || !known.has(operation.idea) || operation.counter > highest + farAhead
    })
    .map((operation) => operation.id)
  const clashing = new Set([...refusedIds, ...hasConflict(batch)])
  const sound = batch.filter((operation) => !clashing.has(operation.id))
  const fresh = await insertOperations(
    tx,
    sectorId,
    personId,
    unique(sound).map((operation) => ({ id: operation.id, bodyHash: bodyHash(operation) })),
  )
  const toApply = sound.filter((operation) => fresh.has(operation.id))
  const changed = await applyAll(tx, sectorId, personId, toApply, now)
  return { acknowledged: unique(sound).map((operation) => operation.id), refused: [...clashing], changed }
}

async function applyAll(
  tx: Tx,
  sectorId: string,
  personId: string,
  operations: readonly Operation[],
  now: Date,
): Promise<boolean> {
  if (operations.length === 0) return false
  const before = new Map((await choicesOf(tx, sectorId, personId)).map((choice) => [choice.idea, choice]))
  const after = settle(before, operations)
  let changed = false
  for (const [idea, register] of after) {
    const old = before.get(idea)
    if (old && isSame(old, register)) continue
    await saveChoice(tx, sectorId, personId, { idea, ...register }, now)
    changed = true
  }
  return changed
}

const isSame = (one: Register, other: Register): boolean =>
  one.counter === other.counter &&
  one.device === other.device &&
  one.offers === other.offers &&
  one.wishes === other.wishes

/** Every tick, operation and own idea of someone who leaves. */
export const forgetChoices = deleteChoicesOf

const bodyHash = (operation: Operation): Buffer =>
  createHash('sha256')
    .update(
      JSON.stringify([
        operation.idea,
        operation.offers,
        operation.wishes,
        operation.counter,
        operation.device,
      ]),
    )
    .digest()

const unique = (operations: readonly Operation[]): Operation[] => [
  ...new Map(operations.map((operation) => [operation.id, operation])).values(),
]
