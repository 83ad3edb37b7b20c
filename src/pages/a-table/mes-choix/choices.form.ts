import { parseDetail } from '#domain/offers/choice.form.ts'
import { detailRefusals } from '#domain/offers/choice.words.ts'
import { textIn } from '../door.form.ts'

export const detailField = (code: string): string => `precision-${code}`
export const ownField = 'idee'

/** What was pressed: one button removes, one adds, one goes on; each keeps the details typed beside it. */
export type Pressed =
  | { readonly kind: 'remove'; readonly idea: string; readonly hand: 'offers' | 'wishes' }
  | { readonly kind: 'forget'; readonly own: string }
  | { readonly kind: 'add' }
  | { readonly kind: 'go-on' }

export function pressedIn(sent: unknown): Pressed {
  const [verb = '', what = '', hand = ''] = textIn(sent, 'faire').split(':')
  if (verb === 'enlever' && (hand === 'offers' || hand === 'wishes'))
    return { kind: 'remove', idea: what, hand }
  if (verb === 'oublier' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(what))
    return { kind: 'forget', own: what }
  return verb === 'ajouter' ? { kind: 'add' } : { kind: 'go-on' }
}

export type Details = {
  readonly typed: ReadonlyMap<string, string>
  /** The ones that changed, and can be kept. */
  readonly sound: readonly { readonly idea: string; readonly text: string | null }[]
  readonly problems: ReadonlyMap<string, string>
}
type Chosen = { readonly code: string; readonly question: string | null; readonly detail: string | null }

/** The answers to the questions of the ideas chosen; what is not on the page is left as it was. */
export function parseDetails(sent: Record<string, unknown>, chosen: readonly Chosen[]): Details {
  const typed = new Map<string, string>()
  const problems = new Map<string, string>()
  const sound: { idea: string; text: string | null }[] = []
  for (const { code, question, detail } of chosen) {
    const field = detailField(code)
    if (question === null || sent[field] === undefined) continue
    typed.set(code, textIn(sent, field))
    const read = parseDetail(sent[field])
    if (!read.ok) problems.set(code, detailRefusals[read.reason])
    else if (read.value !== detail) sound.push({ idea: code, text: read.value })
  }
  return { typed, sound, problems }
}
