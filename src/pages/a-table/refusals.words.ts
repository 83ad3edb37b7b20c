import type { ArrivalRefusal } from '#domain/gatherings/arrival.acts.server.ts'
import { distinguisherAsked } from '#domain/residents/name.words.ts'

export const arrivalRefusals: Record<ArrivalRefusal, string> = {
  'table-full':
    'La table est complète : douze chaises, douze voisins. Demandez la deuxième table, ou la prochaine date.',
  'queue-full':
    'Plusieurs voisins attendent déjà à la porte. Laissez-les s’asseoir, puis touchez de nouveau le bouton.',
  'door-closed': 'La porte est refermée. Demandez à l’hôte de la rouvrir un instant.',
  'no-such-entrance': 'Touchez votre entrée dans la liste, ou « Je n’y trouve pas chez moi ».',
  'name-taken': distinguisherAsked,
  'already-seated': 'Vous êtes déjà à table.',
}

/** Beside which answer the sentence goes; null for what concerns the table itself. */
export const arrivalField: Record<ArrivalRefusal, 'prenom' | 'entree' | null> = {
  'table-full': null,
  'queue-full': null,
  'door-closed': null,
  'no-such-entrance': 'entree',
  'name-taken': 'prenom',
  'already-seated': null,
}
