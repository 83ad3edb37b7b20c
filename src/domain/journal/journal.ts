// The journal says what happened, who did it, to whom, where and when. It gives no meaning and holds no
// private data and no free text: impact, « qui a vu ma fiche » and the audit are read from it.

export type Act =
  | 'association-installed'
  | 'demonstration-opened'
  | 'companion-named'
  | 'sector-opened'
  | 'mandate-given'
  | 'mandate-ended'
  | 'gathering-planned'
  | 'gathering-approved'
  | 'gathering-cancelled'
  | 'gathering-opened'
  | 'door-opened'
  | 'door-closed'
  | 'gathering-moved-on'
  | 'console-resumed'
  | 'seat-taken'
  | 'seat-refused'
  | 'person-seated'
  | 'household-joined'
  | 'household-answered'
  | 'theme-finished'
  | 'review-finished'
  | 'charter-accepted'
  | 'person-declined'
  | 'vouch-given'
  | 'gathering-closed'
  | 'resident-admitted'
  | 'choices-changed'
  | 'signed-in'
  | 'signed-out'

export type Actor = {
  readonly kind: 'resident' | 'newcomer' | 'companion' | 'installer' | 'system'
  readonly id: string | null
}

/** Acts that belong to the association and to no neighbourhood are written under this sector. */
export const ASSOCIATION = '0'
