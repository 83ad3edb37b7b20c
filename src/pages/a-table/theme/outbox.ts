import { nextCounter, type Operation } from '#domain/offers/operation.ts'

// What this device has not yet handed over. Each tick is an operation with an id and a counter of its own:
// sending it twice changes nothing, and nothing is dropped before the server has acknowledged it (decisions.md 17).

export type Kept = {
  readonly device: string
  readonly counter: number
  readonly operations: readonly Operation[]
  /** Themes whose « C'est vu » is still to be sent. */
  readonly seen: readonly string[]
}
export type Answer = { readonly acknowledged: readonly string[]; readonly refused: readonly string[] }
/** `later`: no network, or a server that rests. `lost`: this seat may not send any more. */
export type Sent<T> = T | 'later' | 'lost'

export type Carrier = {
  readonly keep: (kept: Kept) => void
  readonly send: (operations: readonly Operation[]) => Promise<Sent<Answer>>
  readonly sendSeen: (theme: string) => Promise<Sent<'done'>>
  readonly newId: () => string
  readonly after: (milliseconds: number, go: () => void) => void
  /** True once everything is handed over, false when something waits because sending failed. */
  readonly tell: (allSent: boolean) => void
  readonly lost: () => void
}
export type Ticked = { readonly idea: string; readonly offers: boolean; readonly wishes: boolean }

export type Outbox = {
  readonly tick: (ticked: Ticked) => void
  readonly finish: (theme: string) => void
  readonly flush: () => Promise<void>
  readonly waiting: () => Kept
}

const pause = 300
const mostAtOnce = 50
const longestDelay = 15_000

/** `start` is what this device kept from before; its counter is at least the highest one of the page. */
export function openOutbox(start: Kept, carrier: Carrier): Outbox {
  let kept = start
  let sending = false
  let planned = false
  let delay = 1000

  const change = (next: Partial<Kept>): void => {
    kept = { ...kept, ...next }
    carrier.keep(kept)
  }

  function plan(milliseconds: number): void {
    if (planned) return
    planned = true
    carrier.after(milliseconds, () => {
      planned = false
      void flush()
    })
  }

  async function flush(): Promise<void> {
    if (sending || isEmpty(kept)) return
    sending = true
    const outcome = await sendOnce(kept, carrier)
    sending = false
    if (outcome === 'lost') return carrier.lost()
    if (outcome === 'later' || isSilent(outcome)) return waitLonger()
    delay = 1000
    change(without(kept, outcome))
    if (isEmpty(kept)) carrier.tell(true)
    else await flush()
  }

  function waitLonger(): void {
    carrier.tell(false)
    plan(delay)
    delay = Math.min(2 * delay, longestDelay)
  }

  return {
    tick: (ticked) => {
      const counter = nextCounter([kept.counter])
      const operation: Operation = { id: carrier.newId(), ...ticked, counter, device: kept.device }
      change({ counter, operations: [...kept.operations, operation] })
      plan(pause)
    },
    finish: (theme) => {
      if (!kept.seen.includes(theme)) change({ seen: [...kept.seen, theme] })
      plan(0)
    },
    flush,
    waiting: () => kept,
  }
}

type Outcome = Answer & { readonly seen: readonly string[] }

// Ticks go before « C'est vu », so that a count taken then holds them.
async function sendOnce(kept: Kept, carrier: Carrier): Promise<Sent<Outcome>> {
  if (kept.operations.length > 0) {
    const answer = await carrier.send(kept.operations.slice(0, mostAtOnce))
    return typeof answer === 'string' ? answer : { ...answer, seen: [] }
  }
  const [theme = ''] = kept.seen
  const answer = await carrier.sendSeen(theme)
  return answer === 'done' ? { acknowledged: [], refused: [], seen: [theme] } : answer
}

// An answer that speaks of nothing we sent would have us ask again without end.
const isSilent = ({ acknowledged, refused, seen }: Outcome): boolean =>
  acknowledged.length + refused.length + seen.length === 0

const isEmpty = (kept: Kept): boolean => kept.operations.length === 0 && kept.seen.length === 0

const without = (kept: Kept, { acknowledged, refused, seen }: Outcome): Partial<Kept> => ({
  operations: kept.operations.filter(({ id }) => !acknowledged.includes(id) && !refused.includes(id)),
  seen: kept.seen.filter((theme) => !seen.includes(theme)),
})
