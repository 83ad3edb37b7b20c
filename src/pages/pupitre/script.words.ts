// What the host reads aloud, in our own words: to be said one's own way. Minutes are those of a 75-minute table.

export type Saying = {
  /** Minutes after the opening. */
  readonly at: number
  readonly title: string
  readonly sentence: string
  readonly then: string
}

/** From the first coffee to « Choisir sa façon »: nobody looks at a screen yet. */
export const openingSayings: readonly Saying[] = [
  {
    at: 0,
    title: 'Accueillir',
    sentence: '« Bonjour ! Un café, un thé ? Asseyez-vous où vous voulez, on vous présente. »',
    then: 'Un voisin déjà inscrit à l’arrivée, un autre au café : personne n’attend seul.',
  },
  {
    at: 10,
    title: 'Se dire',
    sentence:
      '« Un tour de table : votre prénom, depuis quand vous êtes là, et une chose que vous aimez ici. »',
    then: 'Une minute chacun. Vous commencez.',
  },
  {
    at: 22,
    title: 'Dire pourquoi',
    sentence:
      '« On habite à cent mètres. Souvent, l’un a ce qui manque à l’autre, et on ne le sait pas. Même une fois par an, c’est utile. »',
    then: 'Puis un voisin raconte, en une minute, un échange qui lui est arrivé.',
  },
  {
    at: 26,
    title: 'Dire les règles',
    sentence:
      '« On ne coche que ce qui fait plaisir. Rien ne part d’ici sans votre accord. Et l’on peut changer d’avis ce soir, demain, dans un an. »',
    then: 'Puis lisez l’essentiel de la charte, sans vous presser.',
  },
  {
    at: 31,
    title: 'Choisir sa façon',
    sentence:
      '« Sur votre téléphone, ou sur celui qu’un voisin vous prête : tout vaut pareil. Retournez la carte ! »',
    then: 'Montrez la porte : chacun vise le carré ou tape le mot.',
  },
]

/** The saying that the clock calls for. */
export const sayingAt = (minutesIn: number): number =>
  Math.max(
    0,
    openingSayings.findLastIndex((saying) => saying.at <= minutesIn),
  )

export const rulesSaying = (themes: number): string =>
  `« ${themes} thèmes, moins d’une minute chacun. Je lis, vous cochez vite : “Je propose”, “J’aimerais”, les deux, ou rien du tout. »`

export const rehearsal =
  'Pour s’exercer : « Un café, là, tout de suite : qui propose ? qui aimerait ? » Rien n’est gardé.'

export const sweepThen = 'Puis : « Cochez à l’instinct. Cocher n’est pas promettre. »'

/** Of the theme just left, once three people have finished it. */
export const countSaying = (ticks: number): string => `« Déjà ${ticks} coups de cœur autour de la table ! »`

export const reviewSaying =
  '« Reprenez un café. Relisez vos choix, enlevez ce qui vous gêne, ajoutez un détail si vous voulez. »'
export const reviewThen = 'Puis : « Et dites comment vous joindre : message, appel, mot dans la boîte… »'

export const witnessSaying =
  '« Chers voisins déjà inscrits, avec qui avez-vous vraiment parlé ? Touchez leurs prénoms. S’il en manque un, c’est le moment de changer de chaise. »'
export const foundersSaying =
  '« Avec qui avez-vous vraiment parlé ? Touchez leurs prénoms. Chacun est reconnu par deux autres, d’un autre foyer. »'

export const harvestQuestion = '« Une chose qui vous a surpris ? »'

export const closingSaying =
  '« Merci ! D’ici deux jours, l’un de nous vous fera signe pour un premier lien, tout simple. Qui part du même côté ? »'
