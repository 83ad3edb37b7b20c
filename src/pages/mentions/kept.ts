// Everything that is kept about a neighbour, each with why, who sees it and for how long.
export type Kept = { what: string; why: string; seenBy: string; until: string }

const asLong = 'Tant que vous êtes inscrit. Effacé le jour où vous partez.'

export const kept: readonly Kept[] = [
  {
    what: 'Votre prénom et votre entrée',
    why: 'Que vos voisins sachent à qui ils ont affaire, et que c’est à deux pas.',
    seenBy:
      'Les voisins inscrits de votre secteur. En restant discret, vous montrez un autre prénom et pas d’entrée.',
    until: asLong,
  },
  {
    what: 'Votre numéro, votre adresse e-mail, ou la façon de vous joindre',
    why: 'Vous faire signe comme vous le préférez, et vous laisser entrer sur ce site.',
    seenBy:
      'Personne d’abord. Un voisin les voit quand vous lui avez dit oui. Ils sont gardés chiffrés, la clé à part.',
    until: asLong,
  },
  {
    what: 'Ce que vous proposez',
    why: 'Que vos voisins puissent vous le demander.',
    seenBy: 'Les voisins inscrits de votre secteur. Vous pouvez mettre une offre en pause ou l’enlever.',
    until: asLong,
  },
  {
    what: 'Ce que vous aimeriez',
    why: 'Vous dire qui le propose déjà.',
    seenBy: 'Vous. Personne d’autre, tant que vous n’avez rien demandé.',
    until: asLong,
  },
  {
    what: 'Avec qui vous habitez',
    why: 'Deux personnes d’un même foyer ne peuvent pas se reconnaître l’une l’autre à une table.',
    seenBy: 'Le groupe d’animation, le temps de la table.',
    until: asLong,
  },
  {
    what: 'Votre table : la date, et les voisins qui vous ont reconnu',
    why: 'Que chacun ici ait été rencontré par d’autres, pour de vrai.',
    seenBy:
      'Vous, et l’accompagnateur de l’association. Le groupe d’animation voit la liste de ses tables trente jours.',
    until: 'Il reste « inscrit en présence de deux voisins ». Quand l’un part, son nom s’en va.',
  },
  {
    what: 'La version de la charte que vous avez acceptée',
    why: 'Savoir à quoi vous avez dit oui.',
    seenBy: 'Vous, et l’association.',
    until: asLong,
  },
  {
    what: 'Le journal des gestes : une table ouverte, une personne reconnue',
    why: 'Pouvoir dire, plus tard, qui a fait quoi et quand.',
    seenBy:
      'L’association, si une difficulté le demande. Il ne contient ni message, ni coordonnées, ni choix.',
    until: 'Les gestes restent, sans qu’on puisse savoir que c’était vous.',
  },
]

export const neverKept: readonly string[] = [
  'votre étage, votre porte',
  'votre date de naissance, votre situation, votre santé, vos opinions',
  'quand vous êtes là et quand vous êtes absent',
  'ce que vous lisez ici, d’où vous venez, où vous allez ensuite',
  'les réponses de qui a préféré ne pas s’inscrire',
]
