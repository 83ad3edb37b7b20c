import { describe, expect, test } from 'vitest'
import { admit, admitAll, type Candidate, type ClosingTable } from './admission.ts'
import type { Vouch } from './vouch.ts'

const closedAt = new Date('2026-12-12T11:15:00+01:00')
const daysLater = (days: number) => new Date(closedAt.getTime() + days * 24 * 3600 * 1000)
const table: ClosingTable = {
  id: 'table du 12',
  kind: 'ordinary',
  closings: new Map([['table du 12', closedAt]]),
}
const theo: Candidate = {
  personId: 'Théo',
  householdId: 'chez Théo',
  band: 'adult',
  charterVersion: 'charte 1',
}
const by = (witness: string, more: Partial<Vouch> = {}): Vouch => ({
  newcomerId: 'Théo',
  newcomerHouseholdId: 'chez Théo',
  witnessId: witness,
  witnessHouseholdId: `chez ${witness}`,
  gatheringId: 'table du 12',
  kind: 'ordinary',
  mandateId: null,
  ...more,
})
const nadia = by('Nadia', { mandateId: 'mandat de Nadia' })
const reasonOf = (vouches: Vouch[], newcomer: Partial<Candidate> = {}, at: Partial<ClosingTable> = {}) => {
  const decision = admit({ ...theo, ...newcomer }, vouches, { ...table, ...at })
  return decision.ok ? null : decision.reason
}

describe('On est inscrit par deux voisins de deux autres foyers, dont un du groupe d’animation', () => {
  test('celui du groupe est noté en premier', () =>
    expect(admit(theo, [by('Paul'), nadia], table)).toEqual({
      ok: true,
      value: {
        personId: 'Théo',
        householdId: 'chez Théo',
        gatheringId: 'table du 12',
        kind: 'ordinary',
        charterVersion: 'charte 1',
        first: nadia,
        second: by('Paul'),
      },
    }))

  test.each<[string, string, Vouch[]]>([
    ['personne n’a confirmé', 'no-witness', []],
    ['un seul voisin a confirmé', 'one-witness', [nadia]],
    ['la même personne compte une fois', 'one-household', [nadia, nadia]],
    [
      'les deux voisins habitent ensemble',
      'one-household',
      [nadia, by('Paul', { witnessHouseholdId: 'chez Nadia' })],
    ],
    ['aucun des deux n’est du groupe', 'no-host-witness', [by('Paul'), by('Aïcha')]],
    [
      'un témoin habite avec le nouveau',
      'one-witness',
      [nadia, by('Zoé', { witnessHouseholdId: 'chez Théo' })],
    ],
    ['le témoin est le nouveau', 'one-witness', [nadia, by('Théo', { witnessHouseholdId: 'ailleurs' })]],
    [
      'le nouveau a changé de foyer depuis',
      'one-witness',
      [nadia, by('Paul', { newcomerHouseholdId: 'chez Zoé' })],
    ],
    ['la confirmation est pour un autre', 'one-witness', [nadia, by('Paul', { newcomerId: 'Lucas' })]],
  ])('%s : %s', (_, reason, vouches) => expect(reasonOf(vouches)).toBe(reason))

  test('deux voisins du même foyer et un troisième d’ailleurs suffisent', () =>
    expect(reasonOf([by('Zoé', { witnessHouseholdId: 'chez Nadia' }), nadia, by('Paul')])).toBeNull())

  test('il faut la charte, et dire si l’on a entre quinze et dix-sept ans', () => {
    expect(reasonOf([nadia, by('Paul')], { charterVersion: null })).toBe('charter-not-accepted')
    expect(reasonOf([nadia, by('Paul')], { band: null })).toBe('age-unsaid')
    expect(reasonOf([nadia, by('Paul')], { band: '15-17' })).toBeNull()
  })

  test('sans la fermeture de la table, personne n’est inscrit', () =>
    expect(reasonOf([nadia, by('Paul')], {}, { closings: new Map() })).toBe('not-closed'))
})

describe('Le second voisin peut se trouver au café suivant, dans le mois', () => {
  const earlier = by('Paul', { gatheringId: 'table d’avant' })
  const with30 = (days: number) => ({
    closings: new Map([
      ['table du 12', daysLater(days)],
      ['table d’avant', closedAt],
    ]),
  })

  test('trente jours après, oui ; trente et un, non', () => {
    expect(reasonOf([earlier, nadia], {}, with30(30))).toBeNull()
    expect(reasonOf([earlier, nadia], {}, with30(31))).toBe('one-witness')
  })

  test('une table qui n’a pas été fermée ne compte pas', () =>
    expect(reasonOf([earlier, nadia])).toBe('one-witness'))

  test('une confirmation de la table fondatrice ne sert qu’à elle', () =>
    expect(reasonOf([{ ...earlier, kind: 'founding' }, nadia], {}, with30(7))).toBe('one-witness'))
})

describe('À la table fondatrice, les fondateurs tiennent ensemble', () => {
  const founding: ClosingTable = { ...table, kind: 'founding' }
  const founder = (name: string): Candidate => ({ ...theo, personId: name, householdId: `chez ${name}` })
  const between = (witness: string, newcomer: string) =>
    by(witness, { newcomerId: newcomer, newcomerHouseholdId: `chez ${newcomer}`, kind: 'founding' })
  const admitted = (people: Candidate[], vouches: Vouch[]) =>
    [...admitAll(people, vouches, founding)].flatMap(([person, decision]) => (decision.ok ? [person] : []))
  const three = ['Anne', 'Blaise', 'Chloé']
  const all = three.flatMap((one) =>
    three.filter((other) => other !== one).map((other) => between(one, other)),
  )

  test('trois foyers qui se confirment deux à deux sont inscrits, sans groupe d’animation', () =>
    expect(admitted(three.map(founder), all)).toEqual(three))

  test('si l’un n’accepte pas la charte, les deux autres attendent un troisième', () =>
    expect(
      admitted([{ ...founder('Anne'), charterVersion: null }, founder('Blaise'), founder('Chloé')], all),
    ).toEqual([]))

  test('qui s’est retiré ne confirme plus personne', () =>
    expect(admitted([founder('Blaise'), founder('Chloé')], all)).toEqual([]))

  test('les autres fondateurs n’en pâtissent pas', () => {
    const four = [...three, 'Driss'].map(founder)
    expect(
      admitted(
        [...four, { ...founder('Ève'), band: null }],
        [...all, between('Anne', 'Driss'), between('Ève', 'Driss')],
      ),
    ).toEqual(three)
  })
})
