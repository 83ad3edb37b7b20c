import type { Audience, FormCode, Length, Reciprocity, Season } from './catalogue.ts'

/** Small heading over rows of one form, said once so that each row is shorter to read. */
export const formHeadings: Record<FormCode, string> = {
  pret: 'Côté prêts',
  don: 'Côté dons',
  'coup-de-main': 'Côté coups de main',
  conseil: 'Côté conseils',
  transmission: 'Côté savoir-faire',
  'activite-commune': 'À faire ensemble',
  'achat-groupe': 'Côté achats groupés',
  covoiturage: 'Côté trajets partagés',
  accueil: 'Côté accueil',
  veille: 'Côté veille',
}

/** The two targets of a row. */
export const handWords: Record<Reciprocity, { readonly offers: string; readonly wishes: string }> = {
  'offer-wish': { offers: 'Je propose', wishes: 'J’aimerais' },
  together: { offers: 'Je peux lancer', wishes: 'J’en serais' },
}

/** What a screen reader says of a target: « Je propose : le prêt d’une perceuse ». */
export const targetName = (hand: string, phrase: string): string => `${hand} : ${phrase}`

export const seasonWords: Record<Season, string> = {
  toute: 'toute l’année',
  printemps: 'au printemps',
  ete: 'en été',
  automne: 'en automne',
  hiver: 'en hiver',
}
export const lengthWords: Record<Length, string> = {
  ponctuel: 'une fois',
  regulier: 'régulièrement',
  'les-deux': 'une fois ou régulièrement',
}
export const audienceWords: Record<Audience, string> = {
  familles: 'familles',
  aines: 'aînés',
  jeunes: 'jeunes',
  actifs: 'actifs',
  'nouveaux-arrivants': 'nouveaux arrivants',
  tous: 'tous',
}
