import { mostOwnIdeas, type MyChoicesRefusal } from './my-choices.ts'

export const myChoicesRefusals: Record<MyChoicesRefusal, string> = {
  'not-registered': 'Vos choix se changent une fois inscrit, à la table.',
  'no-such-idea': 'Cette idée n’est plus proposée. Choisissez parmi celles-ci.',
  'too-many-ideas': `${mostOwnIdeas} idées à vous, c’est beaucoup : parlez-en au groupe, au prochain café.`,
}

/** Said when a page was open on two devices: nothing was written over. */
export const changedSince =
  'Une précision a changé depuis, sur un autre appareil. Rien n’a été remplacé : gardez l’une ou l’autre.'

export const offersTitle = (count: number): string => {
  if (count === 0) return 'Vous ne proposez rien pour l’instant'
  return count === 1 ? 'Une chose que vous proposez' : `${count} choses que vous proposez`
}

export const wishesTitle = (count: number): string => {
  if (count === 0) return 'Aucune envie pour l’instant'
  return count === 1 ? 'Une chose que vous aimeriez' : `${count} choses que vous aimeriez`
}
