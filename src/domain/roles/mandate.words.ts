import { renewalDays, type RenewalRefusal } from './companion.ts'
import type { EndingRefusal, MandateRefusal, teamAdvice } from './mandate.ts'

export const mandateRefusals: Record<MandateRefusal, string> = {
  'not-accompanying': 'Ce secteur est accompagné par quelqu’un d’autre.',
  'to-oneself': 'On ne se confie pas un mandat à soi-même : un ou une collègue peut le faire.',
  'not-registered': 'Choisissez une personne inscrite dans ce secteur.',
  left: 'Cette personne a quitté le secteur.',
  suspended: 'Cette personne ne peut pas animer pour l’instant.',
  'no-such-day': 'Choisissez le dernier jour du mandat.',
  'already-over': 'Ce jour est déjà passé : choisissez-en un à venir.',
  'too-long': 'Un mandat dure douze mois au plus. Il se redonne ensuite, de vive voix.',
  'already-host': 'Cette personne anime déjà le groupe jusqu’à ce jour, ou plus tard.',
}

/** Beside which field a refusal is said: the neighbour chosen, or the last day. */
export const mandateRefusalField: Record<MandateRefusal, 'person' | 'lastDay'> = {
  'not-accompanying': 'person',
  'to-oneself': 'person',
  'not-registered': 'person',
  left: 'person',
  suspended: 'person',
  'no-such-day': 'lastDay',
  'already-over': 'lastDay',
  'too-long': 'lastDay',
  'already-host': 'lastDay',
}

export const endingRefusals: Record<EndingRefusal, string> = {
  'not-accompanying': mandateRefusals['not-accompanying'],
  'not-host': 'Ce mandat est déjà terminé.',
  'last-host': 'C’est la seule personne du groupe. Confiez d’abord un mandat à quelqu’un d’autre.',
}

export const renewalRefusals: Record<RenewalRefusal, string> = {
  'not-a-companion': 'Ce mandat est terminé.',
  'too-early': `Un mandat se reprend dans ses ${renewalDays} derniers jours.`,
  'ask-a-colleague': 'Demandez à un ou une collègue de reprendre votre mandat avec vous.',
}

export const teamAdvices: Record<NonNullable<ReturnType<typeof teamAdvice>>, string> = {
  'nobody-yet':
    'Personne n’anime encore le groupe. Après la table fondatrice, confiez un mandat à deux voisins au moins.',
  alone:
    'Une seule personne porte tout. Il en faut deux au moins, de deux foyers : qui pourrait la rejoindre ?',
}
