// A tick, as it travels. Devices may send it twice, late, or in another order: of two operations on one person
// and idea the higher (counter, device) wins, and nothing else counts, neither clock nor order (decisions.md 17).

export type Operation = {
  /** A UUID made by the device: the same one again changes nothing. */
  readonly id: string
  readonly idea: string
  readonly offers: boolean
  readonly wishes: boolean
  /** 1 + the highest counter this device has seen. */
  readonly counter: number
  readonly device: string
}
export type Register = Pick<Operation, 'offers' | 'wishes' | 'counter' | 'device'>

/** Does `a` beat `b`? */
export const wins = (a: Pick<Register, 'counter' | 'device'>, b: Pick<Register, 'counter' | 'device'>): boolean =>
  a.counter !== b.counter ? a.counter > b.counter : a.device > b.device

/** The state after these operations, whatever their order and however often they come; only changed ideas are listed. */
export function settle(
  before: ReadonlyMap<string, Register>,
  operations: readonly Operation[],
): Map<string, Register> {
  const after = new Map<string, Register>()
  for (const operation of operations) {
    const known = after.get(operation.idea) ?? before.get(operation.idea)
    if (known && !wins(operation, known)) continue
    const { offers, wishes, counter, device } = operation
    after.set(operation.idea, { offers, wishes, counter, device })
  }
  return after
}

/** Ids that one batch uses for two different bodies: neither is believed. */
export function hasConflict(batch: readonly Operation[]): string[] {
  const bodies = new Map<string, string>()
  const clashing = new Set<string>()
  for (const { id, ...body } of batch) {
    const text = JSON.stringify([body.idea, body.offers, body.wishes, body.counter, body.device])
    if ((bodies.get(id) ?? text) !== text) clashing.add(id)
    bodies.set(id, text)
  }
  return [...clashing]
}
