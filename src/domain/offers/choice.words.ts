import { longestDetail, type DetailRefusal } from './choice.ts'

export const detailRefusals: Record<DetailRefusal, string> = {
  unreadable: 'Cette précision contient un signe qui ne se lit pas. Écrivez-la de nouveau, à la main.',
  'too-long': `Une précision tient en ${longestDetail} signes. Le reste se dit de vive voix.`,
  price: 'Ici, rien ne se paie. Seuls des frais peuvent se partager : on se les dit avant, de vive voix.',
  trade: 'Entre voisins, on se rend service. Ce qui ressemble à un métier se propose ailleurs.',
  phone: 'Gardez votre numéro pour vous : il se donne quand vous avez dit oui tous les deux.',
  bank: 'Aucun moyen de paiement ici : c’est plus sûr pour tout le monde.',
  link: 'Pas d’adresse de site ici. Dites plutôt la chose en quelques mots.',
  email: 'Gardez votre adresse pour vous : elle se donne quand vous avez dit oui tous les deux.',
  absence:
    'Ne dites pas ici quand votre logement est vide : cela se dit de vive voix, à la personne choisie.',
  'door-code': 'Un code d’entrée ne s’écrit pas ici : il se donne de vive voix, à la personne choisie.',
  'hidden-key': 'L’endroit d’une clé ne s’écrit pas ici : une clé se confie de la main à la main.',
  'door-number': 'On note seulement l’entrée, jamais la porte ni l’appartement.',
}
