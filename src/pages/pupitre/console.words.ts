import type { DecliningRefusal } from '#domain/gatherings/declining.acts.server.ts'
import type { SeatingRefusal } from '#domain/gatherings/seating.ts'

type SeatRefusal =
  SeatingRefusal | DecliningRefusal | 'not-found' | 'already-seated' | 'same-seat' | 'name-taken'

export const seatRefusals: Record<SeatRefusal, string> = {
  'table-full': 'Douze personnes, c’est le plus : invitez-la à la deuxième table.',
  'queue-full': 'Six personnes attendent déjà : faites-les asseoir d’abord.',
  'not-found': 'Cette place n’est plus là : la personne est repartie.',
  'not-open': 'La table n’est plus ouverte.',
  'already-seated': 'C’est déjà fait : cette personne est assise.',
  'name-taken': 'Ce prénom vient d’être pris à une autre table : demandez une lettre de plus.',
  'same-seat': 'Choisissez deux personnes différentes.',
  'not-a-newcomer': 'La première personne doit être quelqu’un qui arrive.',
}

export const freeRefusal = 'Cette place est celle d’un voisin déjà inscrit : elle ne se libère pas ici.'

/** « 9 autour de la table » */
export const around = (count: number): string => `${count} autour de la table`

/** « 2 personnes attendent à la porte » */
export const waitingWords = (count: number): string =>
  count === 0
    ? 'Personne n’attend à la porte'
    : count === 1
      ? 'Une personne attend à la porte'
      : `${count} personnes attendent à la porte`

/** « Une personne attend », on every screen but the door. */
export const waitingShort = (count: number): string =>
  count === 1 ? 'Une personne attend' : `${count} personnes attendent`

/** « 7 sur 9 ont fini » */
export const finishedWords = (finished: number, people: number): string =>
  `${finished} sur ${people} ${finished > 1 ? 'ont' : 'a'} fini`

/** « Il reste 12 secondes » */
export const secondsLeft = (seconds: number): string =>
  seconds <= 0
    ? 'Le temps est passé'
    : seconds === 1
      ? 'Il reste une seconde'
      : `Il reste ${seconds} secondes`

/** « 12 minutes » */
export const minutes = (count: number): string => (count <= 1 ? `${count} minute` : `${count} minutes`)

/** « Il manque un voisin pour Théo » */
export const witnessLackWords = {
  'two-witnesses': 'Il manque deux voisins pour',
  'one-witness': 'Il manque un voisin pour',
  'team-witness': 'Il manque un voisin du groupe d’animation pour',
} as const

export const closingRefusals: Record<'not-found' | 'not-open' | 'too-soon', string> = {
  'not-found': 'Cette table n’est plus là.',
  'not-open': 'La table n’est plus ouverte.',
  'too-soon': 'La table vient de commencer : on la ferme après les thèmes.',
}

/** « 8 voisins inscrits. » */
export const closedWords = (registered: number): string =>
  registered === 0
    ? 'Personne n’est inscrit pour l’instant.'
    : registered === 1
      ? 'Un voisin inscrit.'
      : `${registered} voisins inscrits.`

/** « 1 personne attend encore un voisin pour confirmer. » */
export const waitingAfterWords = (waiting: number): string =>
  waiting === 0
    ? ''
    : waiting === 1
      ? 'Une personne attend encore de quoi être inscrite, et ne perd rien.'
      : `${waiting} personnes attendent encore de quoi être inscrites, et ne perdent rien.`
