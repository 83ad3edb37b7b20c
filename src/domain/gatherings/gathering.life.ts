import { settings } from './settings.ts'

// The life of a table, in one table. A host drives it forward, one step at a time; only the sweep has steps of
// its own, one for each theme.

export const phases = [
  'planned',
  'approved',
  'welcome',
  'rules',
  'sweep',
  'review',
  'witness',
  'harvest',
  'closed',
  'cancelled',
] as const
export type Phase = (typeof phases)[number]

export type Driver = 'host' | 'companion' | 'opener'
export type Transition = {
  readonly from: Phase
  readonly to: Phase
  /** The opener is whoever holds the console: the host, or the companion at a founding table. */
  readonly by: Driver
  readonly when: string
}

export const transitions: readonly Transition[] = [
  { from: 'planned', to: 'approved', by: 'companion', when: 'l’accompagnatrice dit oui' },
  { from: 'planned', to: 'cancelled', by: 'host', when: 'la date ne tient plus' },
  { from: 'approved', to: 'cancelled', by: 'host', when: 'la date ne tient plus' },
  { from: 'approved', to: 'welcome', by: 'opener', when: 'à douze heures près de l’heure dite' },
  { from: 'welcome', to: 'rules', by: 'opener', when: 'tout le monde est assis' },
  { from: 'rules', to: 'sweep', by: 'opener', when: 'la règle du jeu est dite' },
  { from: 'sweep', to: 'review', by: 'opener', when: 'le dernier thème est passé' },
  { from: 'review', to: 'witness', by: 'opener', when: 'chacun a relu ses choix' },
  { from: 'witness', to: 'harvest', by: 'opener', when: 'les voisins ont confirmé' },
  { from: 'harvest', to: 'closed', by: 'opener', when: 'on se quitte' },
]

export type Step = { readonly phase: Phase; readonly theme: number }

/**
 * The step after this one: the next theme inside the sweep, else the next phase the opener may go to.
 * Null at both ends: opening and closing are acts of their own.
 */
export function nextStep(here: Step, themes: number): Step | null {
  if (here.phase === 'sweep' && here.theme + 1 < themes) return { phase: 'sweep', theme: here.theme + 1 }
  const onward = transitions.find((one) => one.from === here.phase && one.by === 'opener')
  if (!onward || onward.to === 'welcome' || onward.to === 'closed') return null
  return { phase: onward.to, theme: onward.to === 'sweep' ? 0 : here.theme }
}

/** Whether the table may go from one phase to another by this driver's hand. */
export const mayGo = (from: Phase, to: Phase, by: Driver): boolean =>
  transitions.some((one) => one.from === from && one.to === to && one.by === by)

const HOUR = 3600 * 1000

/** A table lasts four hours at most: after that it lets nobody in, and can only be closed. */
export const longestTable = settings.hoursOpen.value * HOUR

export const isOverdue = (openedAt: Date, now: Date): boolean =>
  now.getTime() - openedAt.getTime() > longestTable
