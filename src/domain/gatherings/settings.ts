// Every number of the method that people may want to discuss, with its unit and the reason for it.

export type Setting = { readonly value: number; readonly unit: string; readonly reason: string }

export const second = 1000

export const settings = {
  wordLives: {
    value: 60,
    unit: 'secondes',
    reason: 'Assez pour taper le mot, trop peu pour l’envoyer à quelqu’un qui n’est pas là.',
  },
  wordGrace: {
    value: 60,
    unit: 'secondes',
    reason: 'Qui a commencé à taper quand le mot a changé entre quand même.',
  },
  mostAround: {
    value: 12,
    unit: 'personnes',
    reason: 'Au-delà de douze, on ne se parle plus tous : il faut une deuxième table.',
  },
  mostWaiting: {
    value: 6,
    unit: 'téléphones',
    reason: 'L’hôte regarde chaque téléphone ; une file plus longue ne se regarde plus.',
  },
  witnesses: {
    value: 2,
    unit: 'voisins de deux foyers',
    reason: 'Un seul témoin peut se tromper, ou rendre service.',
  },
  daysBeforeVouching: {
    value: 30,
    unit: 'jours',
    reason: 'On a vécu un peu parmi les voisins avant d’en présenter d’autres.',
  },
  youngSectorDays: {
    value: 90,
    unit: 'jours',
    reason: 'Un secteur qui commence n’a encore personne d’ancien : le délai attend.',
  },
  mostVouchesHere: {
    value: 8,
    unit: 'personnes par témoin et par table',
    reason: 'On ne parle pas vraiment avec plus de huit personnes en une heure.',
  },
  mostVouchesMonth: {
    value: 20,
    unit: 'personnes par témoin et par mois',
    reason: 'Un témoin qui confirme tout le monde ne confirme plus personne.',
  },
  mostWrongCodes: {
    value: 5,
    unit: 'essais',
    reason: 'Quatre chiffres se devinent si l’on peut essayer longtemps.',
  },
  leastForCount: {
    value: 3,
    unit: 'personnes',
    reason: 'À deux, un nombre dit ce que l’autre a coché.',
  },
  leastWhoChanged: {
    value: 2,
    unit: 'personnes',
    reason: 'Si une seule personne a changé d’avis, la différence la montrerait.',
  },
  mostShared: {
    value: 3,
    unit: 'idées',
    reason: 'Trois idées se retiennent en rentrant chez soi.',
  },
  hoursOpen: {
    value: 4,
    unit: 'heures',
    reason: 'Une rencontre dure une heure ou deux ; après quatre, c’est une porte oubliée.',
  },
  daysForSecondWitness: {
    value: 30,
    unit: 'jours',
    reason: 'Un mois laisse passer un café-rencontre pour trouver le deuxième voisin.',
  },
} as const satisfies Record<string, Setting>
