import type { Lack, NextToDo } from './host-tables.ts'
import type { OpeningRefusal } from './opening.ts'
import type { PlanField, PlanProblem } from './planning.form.ts'
import type { PlanRefusal } from './planning.ts'
import type { ResumingRefusal } from './resuming.ts'

export const lackWords: Record<Lack, string> = {
  contact: 'un moyen de lui faire signe',
  charter: 'la charte à relire ensemble',
  'two-witnesses': 'deux voisins pour confirmer',
  'one-witness': 'un voisin pour confirmer',
  'team-witness': 'un voisin du groupe d’animation pour confirmer',
}

export const nextWords: Record<NextToDo, string> = {
  'pick-a-date': 'Fixez la date de la prochaine table, avec le groupe.',
  'visit-entrances': 'Passez de vive voix là où personne n’est encore venu.',
  'one-more-table':
    'Une table de dix voisins apporte une centaine d’offres : une de plus, et le secteur vit.',
  'keep-the-cafe': 'Tout y est. Gardez le café du mois : c’est lui qui fait vivre le reste.',
}

const planRefusals: Record<PlanRefusal, string> = {
  'in-the-past': 'Ce jour est passé. Choisissez-en un à venir.',
  'too-far': 'C’est à plus de six mois. Fixez une date plus proche.',
  'not-host': 'Seul le groupe d’animation prépare une table.',
  'not-companion': 'Seule la personne qui accompagne le secteur prépare la table fondatrice.',
  'already-founded': 'La table fondatrice n’a lieu qu’une fois.',
}

/** Which field a refused plan comes back to; null when none is to blame. */
const planRefusalField: Record<PlanRefusal, PlanField | null> = {
  'in-the-past': 'day',
  'too-far': 'day',
  'not-host': null,
  'not-companion': null,
  'already-founded': null,
}

const problems: Record<PlanField, Partial<Record<PlanProblem['problem'], string>>> = {
  day: { 'not-a-date': 'Choisissez un jour du calendrier.' },
  hour: { 'not-an-hour': 'Donnez une heure, par exemple 10 h.' },
  place: { missing: 'Dites où : un banc, une cour, une salle.', 'too-long': 'Un lieu de 80 signes au plus.' },
  shelter: {
    missing: 'Dites où se mettre à l’abri s’il pleut.',
    'too-long': 'Un abri de 80 signes au plus.',
  },
}

const planProblem = ({ field, problem }: PlanProblem): string =>
  problems[field][problem] ?? 'Regardez cette réponse, quelque chose a coincé.'

export const openingRefusals: Record<OpeningRefusal, string> = {
  'not-found': 'Cette table n’est plus là.',
  'not-approved': 'Cette table attend le oui de la personne qui accompagne le secteur.',
  'already-open': 'Cette table est déjà ouverte.',
  'too-early': 'Elle s’ouvre le jour même, pas avant.',
  'too-late': 'Ce jour est passé. Préparez une autre table.',
  'not-host': 'Seul le groupe d’animation ouvre une table.',
  'not-companion': 'Seule la personne qui accompagne le secteur ouvre la table fondatrice.',
  'bad-code': 'Choisissez quatre chiffres, et gardez-les en tête.',
}

export const resumingRefusals: Record<ResumingRefusal, string> = {
  'not-found': openingRefusals['not-found'],
  'not-open': 'Cette table n’est pas ouverte en ce moment.',
  'not-host': openingRefusals['not-host'],
  'not-companion': openingRefusals['not-companion'],
  'not-at-table': 'Le pupitre se reprend autour de la table, par un hôte qui y est assis.',
}

export const cancelRefusals: Record<'not-host' | 'not-found' | 'already-open', string> = {
  'not-host': openingRefusals['not-host'],
  'not-found': openingRefusals['not-found'],
  'already-open': 'Cette table a commencé : elle se ferme depuis le pupitre.',
}

/** « 8 inscrits sur 9 » */
export const registeredOf = (registered: number, newcomers: number): string =>
  newcomers === 0
    ? 'Personne de nouveau ce jour-là'
    : `${registered} ${registered > 1 ? 'inscrits' : 'inscrit'} sur ${newcomers}`

/** The sentence beside each field of a plan, or above them all. */
export type PlanStuck = Partial<Record<PlanField | 'page', string>>

export const besidePlanFields = (problems: readonly PlanProblem[]): PlanStuck =>
  Object.fromEntries(problems.map((problem) => [problem.field, planProblem(problem)]))

export const besidePlanRefusal = (reason: PlanRefusal): PlanStuck => ({
  [planRefusalField[reason] ?? 'page']: planRefusals[reason],
})
