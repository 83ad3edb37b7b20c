import { readDetail, type DetailRefusal } from './choice.ts'
import type { Change, DetailTyped, Press } from './my-choices.ts'

// The page « Mes choix » is one form: whatever button is pressed, what was typed travels with it and is never lost.
// Fields: `detail:CODE` and `avant:CODE` for each offer with a question, `idee` for an idea of one's own, and the
// button `faire`.

export type ReadChange = {
  /** What was typed, by idea, to be shown again. */
  readonly typed: ReadonlyMap<string, string>
  readonly typedIdea: string
  readonly problems: ReadonlyMap<string, DetailRefusal>
  readonly ideaProblem: DetailRefusal | null
  /** Null as long as one field is refused. */
  readonly change: Change | null
}

export function parseChange(body: Readonly<Record<string, unknown>>): ReadChange {
  const press = parsePress(body['faire'])
  const typed = fieldsOf(body, 'detail:', press)
  const before = fieldsOf(body, 'avant:', press)
  const problems = new Map<string, DetailRefusal>()
  const details: DetailTyped[] = []
  for (const [idea, text] of typed) {
    const read = readDetail(text)
    if (read.ok) details.push({ idea, before: before.get(idea) || null, after: read.value })
    else if (text !== before.get(idea)) problems.set(idea, read.reason)
  }
  const typedIdea = textOf(body['idee'])
  const own = readDetail(typedIdea)
  const sound = press !== null && own.ok && problems.size === 0
  return {
    typed,
    typedIdea,
    problems,
    ideaProblem: own.ok ? null : own.reason,
    change: sound ? { details, ownIdea: own.value, press } : null,
  }
}

/** A press on the page of ideas, `tick=CODE:offer` or `tick=CODE:wish`; `shown` lists what was lit on that page. */
export function parseTick(
  body: Readonly<Record<string, unknown>>,
): { idea: string; hand: 'offers' | 'wishes'; on: boolean } | null {
  const tick = textOf(body['tick'])
  const [, idea, side] = /^([a-z0-9-]{1,64}):(offer|wish)$/.exec(tick) ?? []
  if (idea === undefined) return null
  const lit = textOf(body['shown']).split(' ').includes(tick)
  return { idea, hand: side === 'offer' ? 'offers' : 'wishes', on: !lit }
}

// What is dropped needs no detail any more: its field is not read, and cannot hold the rest back.
function fieldsOf(
  body: Readonly<Record<string, unknown>>,
  prefix: string,
  press: Press | null,
): Map<string, string> {
  const dropped = press?.kind === 'drop' && press.hand === 'offers' ? press.idea : null
  return new Map(
    Object.entries(body).flatMap(([name, value]) => {
      const idea = name.startsWith(prefix) ? name.slice(prefix.length) : ''
      return isCode(idea) && idea !== dropped ? [[idea, textOf(value)] as const] : []
    }),
  )
}

function parsePress(sent: unknown): Press | null {
  if (sent === undefined || sent === 'garder') return { kind: 'keep' }
  const [, verb = '', on = ''] = /^([a-z-]+):([a-z0-9-]{1,64})$/.exec(textOf(sent)) ?? []
  switch (verb) {
    case 'enlever-offre':
      return { kind: 'drop', idea: on, hand: 'offers' }
    case 'enlever-envie':
      return { kind: 'drop', idea: on, hand: 'wishes' }
    case 'pause':
      return { kind: 'pause', idea: on }
    case 'reprendre':
      return { kind: 'resume', idea: on }
    case 'enlever-idee':
      return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(on) ? { kind: 'take-back', id: on } : null
    default:
      return null
  }
}

const isCode = (text: string): boolean => /^[a-z0-9-]{1,64}$/.test(text)
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
