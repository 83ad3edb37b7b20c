import {
  installation,
  type InstallationRefusal,
  type LinkRefusal,
  type PlaceRefusal,
  type RemovalRefusal,
} from './association.ts'
import type { StartField, StartProblem } from './association.form.ts'

const again = 'Arrêtez Coop-Ère et relancez-la : un nouveau lien s’affichera.'

export const linkRefusals: Record<LinkRefusal, string> = {
  'unknown-link': `Ce lien n’est pas le bon. ${again}`,
  'used-link': `Ce lien a déjà servi. S’il a servi ici, continuez plus bas ; sinon, ${again.charAt(0).toLowerCase()}${again.slice(1)}`,
  'old-link': `Ce lien a plus de ${installation.linkHours} heures. ${again}`,
  'already-installed': 'Coop-Ère est déjà installée ici.',
}

export const installationRefusals: Record<InstallationRefusal, string> = {
  'not-the-installer': `Pour installer, suivez le lien affiché au démarrage. ${again}`,
  'already-installed': linkRefusals['already-installed'],
}

export const removalRefusals: Record<RemovalRefusal, string> = {
  'not-the-installer':
    'Seule la personne qui a ouvert la démonstration peut l’enlever, depuis le même navigateur.',
  'no-demonstration': 'Il n’y a plus de démonstration ici.',
}

export const placeRefusals: Record<PlaceRefusal, string> = {
  'no-demonstration': removalRefusals['no-demonstration'],
  'not-alone': 'Un vrai secteur est ouvert : on n’y prend la place de personne.',
  'not-here': 'Cette personne n’est pas dans la démonstration.',
}

const empty: Record<StartField, string> = {
  associationName: 'Écrivez le nom de votre association.',
  companionName: 'Écrivez votre prénom, comme on vous appelle.',
  companionEmail: 'Écrivez votre adresse e-mail : c’est par elle que vous entrerez.',
}
const tooLong: Record<StartField, string> = {
  associationName: 'Un nom de 80 signes au plus.',
  companionName: 'Un prénom de 40 signes au plus.',
  companionEmail: 'Cette adresse est trop longue.',
}

export function startProblem(field: StartField, problem: StartProblem): string {
  if (problem === 'empty') return empty[field]
  if (problem === 'too-long') return tooLong[field]
  if (problem === 'not-an-address')
    return 'Cette adresse ne semble pas complète. Par exemple : claire@exemple.fr'
  return 'Il y a là un signe qui ne se lit pas.'
}
