import { longestName, type NameRefusal } from './name.ts'

export const nameRefusals: Record<NameRefusal, string> = {
  'not-text': 'Écrivez votre prénom, comme on vous appelle ici.',
  unreadable: 'Ce prénom contient un signe qui ne se lit pas. Écrivez-le de nouveau, à la main.',
  'two-lines': 'Un prénom tient sur une seule ligne.',
  empty: 'Écrivez votre prénom, comme on vous appelle ici.',
  'no-letter': 'Il faut au moins une lettre, pour que vos voisins puissent vous appeler.',
  'too-long': `Un prénom de ${longestName} signes au plus : un diminutif convient très bien.`,
}

/** Said when someone of the sector already bears this first name, or one that looks like it. */
export const distinguisherAsked =
  'Quelqu’un du quartier porte déjà ce prénom, ou un prénom très proche. Ajoutez une initiale ou un petit nom : « Amina K. », « Amina du B ».'
