// For each threat, rules taken away one at a time: the attack's own file must then fail. An attack that no
// mutation makes fail proves nothing (trust.md, proof discipline). `npm run proofs` runs them all, `npm test` a sample.

export type Mutation = {
  readonly attack: string
  readonly file: string
  readonly from: string
  readonly to: string
}

export const mutations: readonly Mutation[] = [
  {
    attack: 'attacks/T01.test.ts',
    file: 'src/domain/gatherings/live-word.ts',
    from: '_, minutesAgo) => slotAt(now) - minutesAgo',
    to: '_, minutesAgo) => slotAt(now) - 3 * minutesAgo',
  },
  {
    attack: 'attacks/T01.test.ts',
    file: 'src/domain/gatherings/opening.acts.server.ts',
    from: 'if (!open) await deleteOpenDoor(tx, sectorId, gatheringId)',
    to: '',
  },
  {
    attack: 'attacks/T01.test.ts',
    file: 'src/domain/gatherings/closing.acts.server.ts',
    from: 'await deleteOpenDoor(tx, sectorId, gatheringId)',
    to: '',
  },
  {
    attack: 'attacks/T01.test.ts',
    file: 'src/domain/gatherings/seating.ts',
    from: ">= settings.mostWaiting.value ? refused('queue-full')",
    to: ">= 99 ? refused('queue-full')",
  },
  ...[
    'self',
    'same-household',
    'suspended',
    'eight-already-here',
    'already',
    'not-registered-before-opening',
  ].map((reason): Mutation => ({
    attack: 'attacks/T02.test.ts',
    file: 'src/domain/gatherings/vouch.ts',
    from: `'${reason}'`,
    to: `'too-late'`,
  })),
  {
    attack: 'attacks/T02.test.ts',
    file: 'src/domain/gatherings/vouch.ts',
    from: "return code.right ? null : 'wrong-code'",
    to: 'return null',
  },
  {
    attack: 'attacks/T02.test.ts',
    file: 'src/domain/gatherings/standing.views.server.ts',
    from: 'row.claims_household ? witness.householdId : row.household_id',
    to: 'row.household_id',
  },
  {
    attack: 'attacks/T02.test.ts',
    file: 'src/domain/gatherings/witness-code.store.server.ts',
    from: 'wrong: row.wrong + 1',
    to: 'wrong: row.wrong',
  },
  {
    attack: 'attacks/T03.test.ts',
    file: 'src/domain/gatherings/arrival.acts.server.ts',
    from: "if (needsDistinguisher(arrival.firstName, taken)) return refused('name-taken')",
    to: 'void taken',
  },
  {
    attack: 'attacks/T03.test.ts',
    file: 'src/domain/residents/residents.acts.server.ts',
    from: ".where('member_id', '=', answer.memberId)",
    to: '',
  },
  {
    attack: 'attacks/T19.test.ts',
    file: 'src/domain/offers/directory.ts',
    from: '!offer.minor || ',
    to: 'true || ',
  },
  {
    attack: 'attacks/T19.test.ts',
    file: 'src/domain/residents/person.store.server.ts',
    from: " OR band IS NOT DISTINCT FROM '15-17'",
    to: '',
  },
  {
    attack: 'attacks/T20-pages.test.ts',
    file: 'src/domain/roles/roles.views.server.ts',
    from: ".where('companion_sectors.sector_id', '=', sectorId)",
    to: '',
  },
  {
    attack: 'attacks/T24.test.ts',
    file: 'src/domain/offers/choice.store.server.ts',
    from: ".where('person_id', '=', personId)",
    to: '',
  },
  {
    attack: 'attacks/T17.test.ts',
    file: 'src/domain/access/sign-in.acts.server.ts',
    from: '|| (await placesOf(account.id)).length === 0',
    to: '',
  },
  {
    attack: 'attacks/T18.test.ts',
    file: 'src/domain/access/sign-in.ts',
    from: "if (request.usedAt !== null) return refused('used')",
    to: '',
  },
  {
    attack: 'attacks/T18.test.ts',
    file: 'src/domain/access/sign-in.ts',
    from: "if (now >= request.expiresAt) return refused('too-late')",
    to: '',
  },
  {
    attack: 'attacks/T18.test.ts',
    file: 'src/domain/access/sign-in.ts',
    from: "if (request.tries >= MOST_TRIES) return refused('too-many-tries')",
    to: '',
  },
  {
    attack: 'attacks/T18.test.ts',
    file: 'src/domain/access/sign-in.views.server.ts',
    from: ".where('residents.suspended_at', 'is', null)",
    to: '',
  },
  {
    attack: 'attacks/T27.test.ts',
    file: 'src/platform/keys.server.ts',
    from: '${table}|${id}|${column}',
    to: 'coopere',
  },
  {
    attack: 'attacks/T30.test.ts',
    file: 'src/platform/gate.server.ts',
    from: "script-src 'self'",
    to: "script-src 'self' 'unsafe-inline'",
  },
  {
    attack: 'attacks/bad-inputs-http.test.ts',
    file: 'src/domain/access/session.views.server.ts',
    from: 'AND expires_at > $2',
    to: 'AND $2::timestamptz IS NOT NULL',
  },
  {
    attack: 'attacks/T12.test.ts',
    file: 'src/domain/gatherings/console.acts.server.ts',
    from: '(await mayHold(tx, console)) ? ',
    to: '!!console ? ',
  },
  {
    attack: 'attacks/T12.test.ts',
    file: 'src/domain/gatherings/seating.acts.server.ts',
    from: 'if (claimed !== null) await deleteVouchesFrom(tx, gathering.sectorId, seat.personId, claimed)',
    to: '',
  },
]
