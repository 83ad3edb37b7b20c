import { describe, expect, it } from 'vitest'
import { openOutbox, type Answer, type Carrier, type Kept, type Sent } from './outbox.ts'

const nothing: Kept = { device: 'tel', counter: 7, operations: [], seen: [] }

/** A network that the test opens and cuts; time advances only when asked. */
function phone(start: Kept = nothing) {
  const state = {
    kept: start,
    network: true,
    received: [] as string[],
    seen: [] as string[],
    planned: [] as (() => void)[],
    delays: [] as number[],
    allSent: null as boolean | null,
    lost: false,
  }
  let next = 0
  const carrier: Carrier = {
    keep: (kept) => void (state.kept = kept),
    send: async (operations): Promise<Sent<Answer>> => {
      if (!state.network) return 'later'
      state.received.push(...operations.map((one) => `${one.idea} ${one.counter}`))
      return { acknowledged: operations.map((one) => one.id), refused: [] }
    },
    sendSeen: async (theme) => {
      if (!state.network) return 'later'
      state.seen.push(theme)
      return 'done'
    },
    newId: () => `op-${++next}`,
    after: (delay, go) => void (state.delays.push(delay), state.planned.push(go)),
    tell: (allSent) => void (state.allSent = allSent),
    lost: () => void (state.lost = true),
  }
  const outbox = openOutbox(start, carrier)
  const later = async (): Promise<void> => {
    for (const go of state.planned.splice(0)) go()
    await new Promise((resolve) => setTimeout(resolve, 0))
  }
  return { state, outbox, later, carrier }
}

const offered = (idea: string) => ({ idea, offers: true, wishes: false })

describe('Ce que le téléphone garde tant que ce n’est pas arrivé', () => {
  it('compte à partir du plus haut numéro déjà vu', async () => {
    const { state, outbox, later } = phone()
    outbox.tick(offered('cuisine-pain'))
    outbox.tick(offered('cuisine-soupe'))
    expect(state.kept.operations.map((one) => one.counter)).toEqual([8, 9])
    await later()
    expect(state.received).toEqual(['cuisine-pain 8', 'cuisine-soupe 9'])
    expect(state.kept).toEqual({ device: 'tel', counter: 9, operations: [], seen: [] })
  })

  it('garde tout sans réseau, le dit, et réessaie de moins en moins souvent', async () => {
    const { state, outbox, later } = phone()
    state.network = false
    outbox.tick(offered('cuisine-pain'))
    await later()
    await later()
    expect(state.allSent).toBe(false)
    expect(state.kept.operations).toHaveLength(1)
    expect(state.delays).toEqual([300, 1000, 2000])
    state.network = true
    await later()
    expect(state.received).toEqual(['cuisine-pain 8'])
    expect(state.allSent).toBe(true)
  })

  it('envoie les coches avant le « C’est vu »', async () => {
    const { state, outbox, later } = phone()
    outbox.finish('cuisine')
    outbox.tick(offered('cuisine-pain'))
    await later()
    expect(state.received).toEqual(['cuisine-pain 8'])
    expect(state.seen).toEqual(['cuisine'])
    expect(state.kept.seen).toEqual([])
  })

  it('n’oublie que ce que le serveur a reconnu', async () => {
    const { state, carrier, outbox } = phone()
    const half: Carrier = {
      ...carrier,
      send: async ([first, ...rest]) =>
        first ? { acknowledged: [first.id], refused: rest.slice(0, 1).map((one) => one.id) } : 'later',
    }
    const other = openOutbox(outbox.waiting(), half)
    for (const idea of ['a', 'b', 'c']) other.tick(offered(idea))
    const sent = other.flush()
    expect(state.kept.operations).toHaveLength(3)
    await sent
    expect(state.kept.operations).toEqual([])
  })

  it('reprend après une page rechargée', async () => {
    const first = phone()
    first.state.network = false
    first.outbox.tick(offered('cuisine-pain'))
    const second = phone(first.state.kept)
    await second.outbox.flush()
    expect(second.state.received).toEqual(['cuisine-pain 8'])
    second.outbox.tick(offered('cuisine-pain'))
    expect(second.state.kept.operations[0]?.counter).toBe(9)
  })

  it('s’arrête quand la place est perdue', async () => {
    const { state, carrier } = phone()
    const outbox = openOutbox(nothing, { ...carrier, send: async () => 'lost' })
    outbox.tick(offered('cuisine-pain'))
    await outbox.flush()
    expect(state.lost).toBe(true)
  })
})
