import type { AdmissionRefusal } from './admission.ts'
import type { VouchRefusal } from './vouch.ts'

export const vouchRefusals: Record<VouchRefusal, string> = {
  'code-locked': 'Cinq essais, c’est assez pour ce code. Confirmez depuis votre propre écran.',
  'wrong-code': 'Ce ne sont pas les bons chiffres. Regardez votre carte de témoin.',
  self: 'On ne se confirme pas soi-même : deux voisins le font pour vous.',
  'other-sector': 'Seuls les voisins de ce secteur confirment ici.',
  suspended: 'Votre participation est en pause : quelqu’un d’autre peut confirmer.',
  'not-checked-in': 'Prenez d’abord place à cette table : on confirme les personnes que l’on a vues.',
  declined: 'Cette personne a préféré ne pas s’inscrire. Rien n’est gardé.',
  'not-seated': 'L’hôte n’a pas encore fait asseoir cette personne.',
  'already-registered': 'Cette personne fait déjà partie des voisins inscrits.',
  'same-household': 'Vous habitez ensemble : il faut un voisin d’un autre foyer.',
  'not-registered-before-opening':
    'Vous arrivez aussi aujourd’hui. À la prochaine table, vous pourrez confirmer à votre tour.',
  'too-recent': 'Il faut un mois parmi les voisins avant de confirmer quelqu’un.',
  already: 'C’est déjà fait : vous avez confirmé cette personne.',
  'eight-already-here':
    'Vous avez confirmé huit personnes à cette table. Laissez les suivantes à un autre voisin.',
  'twenty-this-month':
    'Vous avez confirmé vingt personnes en un mois. Laissez les suivantes à un autre voisin.',
  'too-late': 'Cette table a duré plus de quatre heures. On se confirme au prochain café.',
}

export const admissionRefusals: Record<AdmissionRefusal, string> = {
  'not-closed': 'L’inscription se fait quand l’hôte ferme la table.',
  'charter-not-accepted': 'Il manque l’accord sur la charte.',
  'age-unsaid': 'Il manque de savoir si la personne a plus de dix-huit ans, ou entre quinze et dix-sept.',
  'no-witness': 'Il manque deux voisins pour confirmer.',
  'one-witness': 'Il manque un voisin pour confirmer.',
  'one-household': 'Il manque un voisin d’un autre foyer pour confirmer.',
  'no-host-witness': 'Il manque un voisin du groupe d’animation pour confirmer.',
}

export const vouchQuestion = 'Avec qui avez-vous parlé aujourd’hui ?'
export const vouchMeaning = 'Vous dites seulement : nous étions ensemble.'
