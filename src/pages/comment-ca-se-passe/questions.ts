// What people ask before they come, in their words, and what the host team answers.
export type Question = { asked: string; answers: readonly string[] }

export const questions: readonly Question[] = [
  {
    asked: 'Est-ce que ça va me prendre du temps ?',
    answers: [
      'Une heure et quart autour de la table. Ensuite, le temps que vous voulez : cocher n’est pas promettre, et même une fois par an, c’est utile.',
      'Vous dites combien de demandes vous acceptez par mois. Si vous ne dites rien, ce sera deux.',
    ],
  },
  {
    asked: 'Qui verra mon numéro ?',
    answers: [
      'Personne, tant que vous n’avez pas dit oui. Vos voisins inscrits voient votre prénom et votre entrée. Quand l’un d’eux a besoin de ce que vous proposez, vous dites oui ou non ; c’est seulement après deux oui que chacun sait comment joindre l’autre.',
      'Vos coordonnées sont gardées sous clé : même une copie de nos fichiers ne les montrerait pas.',
    ],
  },
  {
    asked: 'Et si je n’ai rien à proposer ?',
    answers: [
      'On trouve toujours, et si l’on ne trouve pas, tant mieux pour ceux qui proposent. Les envies comptent autant que les offres : on les additionne, et personne ne sait qui a coché quoi autour de la table.',
    ],
  },
  {
    asked: 'Qui saura ce dont j’ai envie ?',
    answers: [
      'Vous. Une envie n’est jamais affichée. Elle sert à vous dire qui propose déjà, et ce voisin n’en sait rien tant que vous ne lui demandez pas.',
    ],
  },
  {
    asked: 'Pourquoi ne pas faire ça de chez moi ?',
    answers: [
      'Parce qu’une offre sans visage reste une annonce. Autour de la table, on voit à qui l’on prêtera sa perceuse. C’est aussi ce qui nous protège : personne n’entre ici sans avoir été rencontré par deux voisins.',
    ],
  },
  {
    asked: 'Je n’ai pas de téléphone, ou pas d’adresse e-mail.',
    answers: [
      'Vous êtes un voisin comme les autres. On vous joint par un appel, un mot dans la boîte, ou par un voisin de votre choix, s’il est d’accord.',
    ],
  },
  {
    asked: 'Je lis peu, ou je parle peu français.',
    answers: [
      'On peut faire à deux : un voisin lit, attend, et c’est vous qui choisissez. On le propose à tout le monde, ainsi personne n’a à le demander.',
    ],
  },
  {
    asked: 'Je préfère qu’on ne sache pas où j’habite.',
    answers: [
      'Dites « rester discret » : un autre prénom si vous voulez, pas d’entrée affichée, et vous n’êtes dans aucune liste. L’hôte vous l’expliquera à part, jamais à voix haute.',
    ],
  },
  {
    asked: 'Puis-je venir avec mes enfants ?',
    answers: [
      'Oui, il y a un coin pour eux. Avant 15 ans, rien n’est gardé à leur nom. De 15 à 17 ans, ils ont leur place à la table, avec l’accord d’un parent.',
    ],
  },
  {
    asked: 'Combien cela coûte-t-il ?',
    answers: [
      'Rien. Et entre voisins, un service ne se paie pas : seuls les frais se partagent, et se disent avant.',
    ],
  },
  {
    asked: 'Et si je change d’avis ?',
    answers: [
      'À table, d’un geste : rien n’est gardé, et le café, lui, reste servi. Plus tard, vous retirez une idée, vous faites une pause, ou vous partez, et vos informations sont effacées.',
    ],
  },
  {
    asked: 'Et si quelque chose se passe mal ?',
    answers: [
      'Vous en parlez à une personne du groupe d’animation. Elle écoute chacun séparément, sans juger, sous trois jours. La charte dit la suite. En danger : 17, 112, ou 114 par SMS.',
    ],
  },
]
