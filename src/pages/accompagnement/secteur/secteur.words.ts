import type { approveGathering } from '#domain/gatherings/planning.acts.server.ts'

type Refused<T> = T extends { ok: false; reason: infer R extends string } ? R : never
type ApprovalRefusal = Refused<Awaited<ReturnType<typeof approveGathering>>>

export const approvalRefusals: Record<ApprovalRefusal, string> = {
  'not-companion': 'Ce secteur est accompagné par quelqu’un d’autre.',
  'not-found': 'Cette table n’est plus là.',
  'not-planned': 'Cette table a déjà votre oui, ou n’aura pas lieu.',
}

const done: Record<string, string> = {
  ouvert: 'C’est fait : le secteur est ouvert. La table fondatrice vient ensuite.',
  mandat: 'C’est fait : le mandat est confié.',
  merci: 'C’est fait : le mandat est terminé. Pensez à dire merci de vive voix.',
  accord: 'C’est fait : la table est annoncée à tous.',
  fondatrice: 'C’est fait : la table fondatrice est prête. Elle s’ouvre le jour même.',
}

/** What was just done, for a page one comes back to. */
export const doneWords = (what: unknown): string | undefined =>
  typeof what === 'string' && Object.hasOwn(done, what) ? done[what] : undefined
