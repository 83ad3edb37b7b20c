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

/** 1 + the highest counter a device has seen; there is no going past the largest sure integer. */
export const nextCounter = (seen: Iterable<number>): number =>
  Math.min(Number.MAX_SAFE_INTEGER, 1 + [...seen].reduce((highest, counter) => Math.max(highest, counter), 0))

/** Does `a` beat `b`? Two gestures made at once under one number are told apart by the hands, so that order never counts. */
export function wins(a: Register, b: Register): boolean {
  if (a.counter !== b.counter) return a.counter > b.counter
  if (a.device !== b.device) return a.device > b.device
  return handsOf(a) > handsOf(b)
}

const handsOf = ({ offers, wishes }: Register): number => (offers ? 2 : 0) + (wishes ? 1 : 0)

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
