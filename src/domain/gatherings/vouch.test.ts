import { describe, expect, test } from 'vitest'
import { settings } from './settings.ts'
import { vouch, type Newcomer, type VouchFacts, type VouchRefusal, type Witness } from './vouch.ts'
import { admissionRefusals, vouchRefusals } from './vouch.words.ts'

const day = 24 * 3600 * 1000
const openedAt = new Date('2026-12-12T10:00:00+01:00')
const now = new Date('2026-12-12T10:55:00+01:00')
const daysBefore = (days: number) => new Date(openedAt.getTime() - days * day)

const paul: Witness = {
  personId: 'paul',
  householdId: 'chez Paul',
  sectorId: 'cerisier',
  registeredAt: daysBefore(60),
  founder: false,
  suspended: false,
  mandateId: null,
  checkedIn: true,
}
const theo: Newcomer = {
  personId: 'theo',
  householdId: 'chez Théo',
  sectorId: 'cerisier',
  seated: true,
  registered: false,
}
const facts: VouchFacts = {
  table: { id: 'table du 12', sectorId: 'cerisier', kind: 'ordinary', openedAt },
  sectorOpenedAt: daysBefore(200),
  here: 0,
  thisMonth: 0,
  already: false,
  code: null,
}
const founding: VouchFacts = {
  ...facts,
  table: { ...facts.table, kind: 'founding' },
  sectorOpenedAt: daysBefore(1),
}
const reasonOf = (
  w: Partial<Witness>,
  n: Partial<Newcomer> | null,
  f: Partial<VouchFacts> = {},
  at = now,
) => {
  const decision = vouch({ ...paul, ...w }, n === null ? null : { ...theo, ...n }, { ...facts, ...f }, at)
  return decision.ok ? null : decision.reason
}

describe('Un voisin confirme avoir été à table avec quelqu’un', () => {
  test('inscrit depuis un mois, d’un autre foyer, présent : il peut', () =>
    expect(vouch(paul, theo, facts, now)).toEqual({
      ok: true,
      value: {
        newcomerId: 'theo',
        newcomerHouseholdId: 'chez Théo',
        witnessId: 'paul',
        witnessHouseholdId: 'chez Paul',
        gatheringId: 'table du 12',
        kind: 'ordinary',
        mandateId: null,
      },
    }))

  test('s’il anime le groupe, son mandat du jour est noté', () => {
    const decision = vouch({ ...paul, mandateId: 'mandat 7' }, theo, facts, now)
    expect(decision.ok && decision.value.mandateId).toBe('mandat 7')
  })

  const refusals: [string, VouchRefusal, Partial<Witness>, Partial<Newcomer> | null, Partial<VouchFacts>][] =
    [
      ['soi-même', 'self', {}, { personId: 'paul' }, {}],
      ['quelqu’un avec qui l’on habite', 'same-household', {}, { householdId: 'chez Paul' }, {}],
      ['sans être inscrit', 'not-registered-before-opening', { registeredAt: null }, {}, {}],
      ['inscrit pendant cette table', 'not-registered-before-opening', { registeredAt: openedAt }, {}, {}],
      [
        'inscrit depuis vingt-neuf jours',
        'too-recent',
        { registeredAt: new Date(now.getTime() - 30 * day + 1) },
        {},
        {},
      ],
      ['sans avoir pris place', 'not-checked-in', { checkedIn: false }, {}, {}],
      ['voisin d’un autre secteur', 'other-sector', { sectorId: 'tilleul' }, {}, {}],
      ['nouveau d’un autre secteur', 'other-sector', {}, { sectorId: 'tilleul' }, {}],
      ['en pause', 'suspended', { suspended: true }, {}, {}],
      ['une neuvième personne à la même table', 'eight-already-here', {}, {}, { here: 8 }],
      ['une vingt et unième personne dans le mois', 'twenty-this-month', {}, {}, { thisMonth: 20 }],
      ['la même personne une seconde fois', 'already', {}, {}, { already: true }],
      ['quelqu’un que l’hôte n’a pas fait asseoir', 'not-seated', {}, { seated: false }, {}],
      ['quelqu’un de déjà inscrit', 'already-registered', {}, { registered: true }, {}],
      ['quelqu’un qui s’est retiré', 'declined', {}, null, {}],
      ['avec un mauvais code', 'wrong-code', {}, {}, { code: { right: false, wrongBefore: 0 } }],
      [
        'après cinq mauvais codes, même avec le bon',
        'code-locked',
        {},
        {},
        { code: { right: true, wrongBefore: 5 } },
      ],
    ]
  test.each(refusals)('on ne confirme pas %s', (_, reason, w, n, f) => expect(reasonOf(w, n, f)).toBe(reason))

  test('chaque refus des notes est distinct, et a sa phrase', () => {
    const reasons = new Set(refusals.map(([, reason]) => reason))
    expect([...reasons, 'too-late'].sort()).toEqual(Object.keys(vouchRefusals).sort())
    const sentences = [...Object.values(vouchRefusals), ...Object.values(admissionRefusals)]
    expect(new Set(sentences).size).toBe(sentences.length)
    for (const sentence of sentences)
      expect(sentence).not.toMatch(/utilisateur|profil|connexion|\bcompte\b|erreur|formulaire/i)
  })

  test('après quatre heures, on ne confirme plus', () => {
    expect(reasonOf({}, {}, {}, new Date(openedAt.getTime() + 4 * 3600 * 1000))).toBeNull()
    expect(reasonOf({}, {}, {}, new Date(openedAt.getTime() + 4 * 3600 * 1000 + 1))).toBe('too-late')
  })
})

describe('Les nombres viennent des réglages', () => {
  test('huit personnes par table et vingt par mois, pas une de plus', () => {
    expect(reasonOf({}, {}, { here: settings.mostVouchesHere.value - 1, thisMonth: 19 })).toBeNull()
    expect(reasonOf({}, {}, { here: settings.mostVouchesHere.value })).toBe('eight-already-here')
  })

  test('le mois d’attente tombe tant que le secteur a moins de quatre-vingt-dix jours', () => {
    const fresh = { registeredAt: daysBefore(1) }
    expect(reasonOf(fresh, {}, { sectorOpenedAt: new Date(now.getTime() - 90 * day + 1) })).toBeNull()
    expect(reasonOf(fresh, {}, { sectorOpenedAt: new Date(now.getTime() - 90 * day) })).toBe('too-recent')
  })

  test('il ne vaut pas pour les fondateurs', () =>
    expect(reasonOf({ founder: true, registeredAt: daysBefore(1) }, {})).toBeNull())

  test('chaque réglage dit pourquoi', () => {
    for (const { value, unit, reason } of Object.values(settings)) {
      expect(value).toBeGreaterThan(0)
      expect(unit).not.toBe('')
      expect(reason).toMatch(/^\p{Lu}.*\.$/u)
    }
  })
})

describe('Le code à quatre chiffres passe avant tout', () => {
  test('en tapant au nom d’un autre, on n’apprend rien', () => {
    const code = { right: false, wrongBefore: 4 }
    expect(reasonOf({}, { personId: 'paul' }, { code })).toBe('wrong-code')
    expect(reasonOf({ suspended: true }, null, { code })).toBe('wrong-code')
    expect(reasonOf({}, {}, { code: { right: false, wrongBefore: 5 } })).toBe('code-locked')
  })

  test('le bon code, après quatre mauvais, suffit encore', () =>
    expect(reasonOf({}, {}, { code: { right: true, wrongBefore: 4 } })).toBeNull())
})

describe('À la table fondatrice, les fondateurs se confirment les uns les autres', () => {
  const founder: Partial<Witness> = { registeredAt: null, personId: 'anne', householdId: 'chez Anne' }

  test('sans être inscrits, s’ils sont assis et de foyers différents', () =>
    expect(reasonOf(founder, {}, founding)).toBeNull())

  test.each<[VouchRefusal, Partial<Witness>, Partial<Newcomer>]>([
    ['self', {}, { personId: 'anne' }],
    ['same-household', {}, { householdId: 'chez Anne' }],
    ['not-checked-in', { checkedIn: false }, {}],
    ['not-seated', {}, { seated: false }],
    ['other-sector', { sectorId: 'tilleul' }, {}],
  ])('le refus « %s » y vaut aussi', (reason, w, n) =>
    expect(reasonOf({ ...founder, ...w }, n, founding)).toBe(reason),
  )

  test('les mêmes mesures y valent', () =>
    expect(reasonOf(founder, {}, { ...founding, here: 8 })).toBe('eight-already-here'))
})
