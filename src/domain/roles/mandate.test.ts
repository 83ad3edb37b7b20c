import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearsItsEnd, renew, yearFrom } from './companion.ts'
import { latestDay, mandateUntil, mayEnd, teamAdvice, type Standing } from './mandate.ts'

const now = new Date('2026-11-24T11:00:00Z')
const nadia: Standing = { registered: true, left: false, suspended: false, hostUntil: null, oneself: false }
const answerFor = (standing: Standing | null, lastDay: string): string => {
  const answer = mandateUntil(standing, lastDay, now)
  return answer.ok ? answer.value.endsAt.toISOString() : answer.reason
}

// The 29th of February plus twelve months is the 28th.
function asPostgresAddsAYear(start: Date): Date {
  const year = new Date(start)
  year.setUTCFullYear(start.getUTCFullYear() + 1)
  if (year.getUTCMonth() !== start.getUTCMonth()) year.setUTCDate(0)
  return year
}

describe('un mandat d’animation', () => {
  it('commence maintenant et finit le soir du jour dit', () => {
    expect(mandateUntil(nadia, '2027-06-30', now)).toEqual({
      ok: true,
      value: { startsAt: now, endsAt: new Date('2027-06-30T22:00:00Z') },
    })
  })

  it('dure douze mois au plus', () => {
    expect(latestDay(now)).toBe('2027-11-23')
    expect(latestDay(new Date('2028-02-29T10:00:00Z'))).toBe('2029-02-27')
    expect(answerFor(nadia, '2027-11-23')).toBe('2027-11-23T22:00:00.000Z')
    expect(answerFor(nadia, '2027-11-24')).toBe('too-long')
    expect(answerFor(nadia, '2099-01-01')).toBe('too-long')
  })

  it('finit un jour qui existe et qui vient', () => {
    expect(answerFor(nadia, '')).toBe('no-such-day')
    expect(answerFor(nadia, '2027-02-31')).toBe('no-such-day')
    expect(answerFor(nadia, '30/06/2027')).toBe('no-such-day')
    expect(answerFor(nadia, '2026-11-23')).toBe('already-over')
    expect(answerFor(nadia, '2026-11-24')).toBe('2026-11-24T22:00:00.000Z')
  })

  it('ne se confie qu’à un voisin inscrit, présent, et qui n’est pas soi-même', () => {
    expect(answerFor(null, '2027-06-30')).toBe('not-registered')
    expect(answerFor({ ...nadia, left: true }, '2027-06-30')).toBe('left')
    expect(answerFor({ ...nadia, suspended: true }, '2027-06-30')).toBe('suspended')
    expect(answerFor({ ...nadia, oneself: true }, '2027-06-30')).toBe('to-oneself')
  })

  it('ne se redonne que pour aller plus loin', () => {
    const host = { ...nadia, hostUntil: new Date('2027-06-30T22:00:00Z') }
    expect(answerFor(host, '2027-06-30')).toBe('already-host')
    expect(answerFor(host, '2027-05-30')).toBe('already-host')
    expect(answerFor(host, '2027-07-01')).toBe('2027-07-01T22:00:00.000Z')
  })

  it('tient toujours dans les douze mois, même quand l’heure change', () => {
    const moment = fc.date({ min: new Date('2024-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(moment, (start) => {
        const answer = mandateUntil(nadia, latestDay(start), start)
        expect(answer.ok).toBe(true)
        if (!answer.ok) return
        const anHourMore = answer.value.endsAt.getTime() + 3_600_000
        expect(anHourMore).toBeLessThanOrEqual(asPostgresAddsAYear(start).getTime())
      }),
    )
  })

  it('se termine avant l’heure, mais pas pour la dernière personne du groupe', () => {
    expect(mayEnd(['nadia', 'aicha'], 'nadia').ok).toBe(true)
    expect(mayEnd(['nadia'], 'nadia')).toEqual({ ok: false, reason: 'last-host' })
    expect(mayEnd(['nadia'], 'paul')).toEqual({ ok: false, reason: 'not-host' })
  })

  it('se partage à deux au moins', () => {
    expect([0, 1, 2, 5].map(teamAdvice)).toEqual(['nobody-yet', 'alone', null, null])
  })
})

describe('le mandat de qui accompagne', () => {
  const mandate = { companionId: 'samira', endsAt: new Date('2026-12-20T10:00:00Z') }

  it('dure un an', () => {
    expect(yearFrom(now).endsAt.toISOString()).toBe('2027-11-24T11:00:00.000Z')
  })

  it('se reprend dans ses soixante derniers jours', () => {
    expect(renew(mandate, { companionId: 'leo', colleagues: 1 }, now)).toEqual({
      ok: true,
      value: yearFrom(now).endsAt,
    })
    const far = { ...mandate, endsAt: new Date('2027-03-01T10:00:00Z') }
    expect(nearsItsEnd(far.endsAt, now)).toBe(false)
    expect(renew(far, { companionId: 'leo', colleagues: 1 }, now)).toEqual({ ok: false, reason: 'too-early' })
    const past = { ...mandate, endsAt: new Date('2026-11-01T10:00:00Z') }
    expect(renew(past, { companionId: 'leo', colleagues: 1 }, now)).toMatchObject({
      reason: 'not-a-companion',
    })
  })

  it('se reprend avec un collègue dès qu’il y en a un', () => {
    expect(renew(mandate, { companionId: 'samira', colleagues: 0 }, now).ok).toBe(true)
    expect(renew(mandate, { companionId: 'samira', colleagues: 1 }, now)).toMatchObject({
      reason: 'ask-a-colleague',
    })
  })
})
