import { describe, expect, test } from 'vitest'
import { momentInParis, parsePlan } from './planning.form.ts'
import { plan } from './planning.ts'
import { canOpen } from './opening.ts'

const now = new Date('2026-11-24T09:00:00Z')
const inHours = (hours: number): Date => new Date(now.getTime() + hours * 3_600_000)

describe('Une date de table', () => {
  test('est celle de Paris, en hiver comme en été', () => {
    expect(momentInParis('2026-12-12', '10:00')?.toISOString()).toBe('2026-12-12T09:00:00.000Z')
    expect(momentInParis('2027-07-03', '10:00')?.toISOString()).toBe('2027-07-03T08:00:00.000Z')
  })

  test.each([
    ['2027-02-29', '10:00'],
    ['2026-13-01', '10:00'],
    ['2027-03-28', '02:30'],
    ['demain', '10:00'],
    ['2026-12-12', '25:00'],
  ])('qui n’existe pas (%s, %s) n’est pas devinée', (day, hour) => {
    expect(momentInParis(day, hour)).toBeNull()
    expect(parsePlan({ jour: day, heure: hour, lieu: 'Le banc', abri: 'Hall B' }).plan).toBeNull()
  })

  test('dans l’heure qui revient deux fois en octobre garde un sens', () => {
    expect(momentInParis('2026-10-25', '02:30')).not.toBeNull()
  })

  test('se choisit d’aujourd’hui à six mois', () => {
    const at = (plannedFor: Date) => plan({ plannedFor, place: 'Le banc', shelter: 'Hall B' }, now)
    expect(at(inHours(-1)).ok).toBe(true)
    expect(at(inHours(-13))).toEqual({ ok: false, reason: 'in-the-past' })
    expect(at(inHours(24 * 184))).toEqual({ ok: false, reason: 'too-far' })
  })
})

describe('Ce qu’un hôte a tapé', () => {
  test('lui revient tel quel, avec chaque réponse à reprendre', () => {
    const read = parsePlan({ jour: '2026-12-12', heure: '', lieu: 'x', abri: 'y'.repeat(81) })
    expect(read.typed).toEqual({ day: '2026-12-12', hour: '', place: 'x', shelter: 'y'.repeat(81) })
    expect(read.problems.map(({ field, problem }) => `${field} ${problem}`)).toEqual([
      'hour not-an-hour',
      'place missing',
      'shelter too-long',
    ])
  })

  test.each([null, 'x', [], { jour: ['2026-12-12'] }, { jour: { $gt: '' } }])(
    'n’importe quoi (%j) ne casse rien',
    (body) => {
      expect(parsePlan(body).plan).toBeNull()
    },
  )
})

describe('Une table s’ouvre', () => {
  const table = {
    sectorId: '1',
    id: 'a',
    kind: 'ordinary' as const,
    hostId: 'n',
    companionId: null,
    plannedFor: now,
    place: 'Le banc',
    shelter: 'Hall B',
    phase: 'approved' as const,
    openedAt: null,
    doorOpen: false,
    themePosition: 0,
    themeSince: null,
    catalogueVersion: null,
    charterVersion: null,
    stateNumber: '0',
  }
  const host = { host: true, companion: false }

  test('par un hôte, le jour dit, avec ses quatre chiffres, une fois accordée', () => {
    expect(canOpen(table, host, '4821', now).ok).toBe(true)
    expect(canOpen({ ...table, phase: 'planned' }, host, '4821', now)).toMatchObject({
      reason: 'not-approved',
    })
    expect(canOpen(table, { ...host, host: false }, '4821', now)).toMatchObject({ reason: 'not-host' })
    expect(canOpen(table, host, '482', now)).toMatchObject({ reason: 'bad-code' })
    expect(canOpen(table, host, '4821', inHours(-13))).toMatchObject({ reason: 'too-early' })
    expect(canOpen(table, host, '4821', inHours(13))).toMatchObject({ reason: 'too-late' })
    expect(canOpen({ ...table, openedAt: now }, host, '4821', now)).toMatchObject({ reason: 'already-open' })
  })

  test('fondatrice, par l’accompagnatrice seule', () => {
    const founding = { ...table, kind: 'founding' as const }
    expect(canOpen(founding, host, '4821', now)).toMatchObject({ reason: 'not-companion' })
    expect(canOpen(founding, { host: false, companion: true }, '', now).ok).toBe(true)
  })
})
