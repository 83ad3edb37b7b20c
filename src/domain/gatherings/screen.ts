import type { Gathering, Seat } from './gathering.ts'

// What the phone of someone at the table shows now. It follows from the phase of the table and from what this
// person has done, and from nothing kept on the phone: one that was away for a minute is right again at once.

export type Screen =
  | 'gone'
  | 'waiting'
  | 'seated'
  | 'rule'
  | 'theme'
  | 'heads-up'
  | 'choices'
  | 'contact'
  | 'charter'
  | 'ready'
  | 'vouch'
  | 'harvest'
  | 'done'

export type Situation = {
  readonly gathering: Pick<Gathering, 'kind' | 'phase'>
  readonly seat: Pick<Seat, 'kind' | 'state' | 'ruleRead' | 'reviewDone'> | null
  readonly me: { readonly contact: object | null; readonly charterAccepted: boolean } | null
  readonly seen: readonly string[]
}

/** The screen of one seat; `theme` is the code of the theme the table is at. */
export function screenOf(situation: Situation, theme: string | null): Screen {
  const { seat } = situation
  if (seat === null) return 'gone'
  if (seat.state === 'waiting') return isOver(situation) ? 'gone' : 'waiting'
  switch (situation.gathering.phase) {
    case 'planned':
    case 'approved':
    case 'cancelled':
      return 'gone'
    case 'welcome':
      return 'seated'
    case 'rules':
      return mustHearRule(situation) ? 'rule' : 'seated'
    case 'sweep':
      return sweeping(situation, theme)
    case 'review':
      return rereading(situation)
    case 'witness':
      return witnessing(situation)
    case 'harvest':
      return 'harvest'
    case 'closed':
      return 'done'
  }
}

/** Someone who has said « C'est vu » looks up; a latecomer hears the rule first. */
function sweeping(situation: Situation, theme: string | null): Screen {
  if (mustHearRule(situation)) return 'rule'
  return theme !== null && situation.seen.includes(theme) ? 'heads-up' : 'theme'
}

// A registered neighbour gave these once, and finds them again in « Mes choix ».
function rereading({ seat, me }: Situation): Screen {
  if (!seat?.reviewDone) return 'choices'
  if (seat.kind === 'registered') return 'ready'
  if (me?.contact === null) return 'contact'
  return me?.charterAccepted ? 'ready' : 'charter'
}

// At the founding table nobody is registered yet: founders confirm one another, once they have finished their own.
function witnessing(situation: Situation): Screen {
  if (situation.seat?.kind === 'registered') return 'vouch'
  const screen = rereading(situation)
  return screen === 'ready' && situation.gathering.kind === 'founding' ? 'vouch' : screen
}

const mustHearRule = ({ seat }: Situation): boolean => seat?.kind === 'newcomer' && !seat.ruleRead

const isOver = ({ gathering: { phase } }: Situation): boolean => phase === 'closed' || phase === 'cancelled'

/** Themes not gone through yet, in the order of the deck: « À reprendre (2) ». The one in force is not late yet. */
export function leftBehind(
  themes: readonly string[],
  seen: readonly string[],
  at: { readonly phase: Gathering['phase']; readonly themePosition: number },
): string[] {
  const reached = at.phase === 'sweep' ? at.themePosition : themes.length
  return themes.filter((theme, position) => position < reached && !seen.includes(theme))
}

/** Going through the deck at one's own pace: the next theme not seen yet, after this one, then from the start. */
export function nextUnseen(themes: readonly string[], seen: readonly string[], after: string): string | null {
  const from = themes.indexOf(after) + 1
  const round = [...themes.slice(from), ...themes.slice(0, from)]
  return round.find((theme) => theme !== after && !seen.includes(theme)) ?? null
}
