// An hour and a quarter, as the association's guide tells it: what happens, and for how long.
export type Moment = { minutes: number; title: string; told: string }

export const course: readonly Moment[] = [
  {
    minutes: 10,
    title: 'On arrive',
    told: 'Un voisin à la porte, un autre au café. Personne n’attend seul.',
  },
  {
    minutes: 12,
    title: 'On se dit son prénom',
    told: 'Chacun une minute : son prénom, depuis quand il est là, une chose qu’il aime dans le quartier.',
  },
  {
    minutes: 9,
    title: 'On dit pourquoi on est là',
    told: 'Une personne déjà inscrite raconte un échange, un vrai, tout petit. Puis l’essentiel de la charte, à voix haute.',
  },
  {
    minutes: 5,
    title: 'On choisit sa façon',
    told: 'Sur votre téléphone, ou sur celui d’un voisin. Les écrans sortent maintenant, pas avant.',
  },
  {
    minutes: 10,
    title: 'On parcourt les idées',
    told: 'Thème après thème, moins d’une minute chacun. « Je propose », « j’aimerais », les deux, ou rien. À l’instinct.',
  },
  {
    minutes: 8,
    title: 'Deuxième tasse',
    told: 'On relit ses choix, on enlève ce qui gêne, on ajoute un détail. On dit comment on préfère être joint.',
  },
  {
    minutes: 3,
    title: 'On se reconnaît',
    told: 'Deux voisins de deux autres foyers disent seulement : « nous étions ensemble ».',
  },
  {
    minutes: 13,
    title: 'On récolte',
    told: 'Le nombre d’offres et d’envies, jamais les noms. « Une chose qui vous a surpris ? » On se parle.',
  },
  {
    minutes: 5,
    title: 'On ferme',
    told: 'La date de la suite, et merci. Ce jour-là, on ne vous demande rien de plus.',
  },
]
