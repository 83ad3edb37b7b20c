import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateAndHour, dayOfMonth, fullDate, hour, isoDate, isoHour, longDate, parisTime } from '#ui/dates.ts'

const winter = new Date('2026-12-12T09:30:00Z')
const summer = new Date('2026-07-01T08:00:00Z')

test('une date se dit « samedi 12 décembre », une heure « 10 h 30 »', () => {
  expect(longDate(winter)).toBe('samedi 12 décembre')
  expect(hour(winter)).toBe('10 h 30')
  expect(fullDate(winter)).toBe('samedi 12 décembre 2026')
  expect(dateAndHour(summer)).toBe('mercredi 1er juillet, 10 h')
  expect(dayOfMonth(summer)).toBe('1er')
})

test('minuit se dit « 0 h »', () => {
  expect(hour(new Date('2026-12-11T23:00:00Z'))).toBe('0 h')
  expect(longDate(new Date('2026-12-11T23:00:00Z'))).toBe('samedi 12 décembre')
})

test('un champ retrouve ce qu’on y a tapé, en toute saison', () => {
  const moments = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(moments, (moment) => {
      const found = parisTime(isoDate(moment), isoHour(moment))
      return found !== null && isoDate(found) === isoDate(moment) && isoHour(found) === isoHour(moment)
    }),
  )
})

test('l’heure qui saute en mars n’existe pas, celle d’octobre est la première', () => {
  expect(parisTime('2027-03-28', '02:30')).toBeNull()
  expect(parisTime('2027-03-28', '03:00')).toEqual(new Date('2027-03-28T01:00:00Z'))
  expect(parisTime('2026-10-25', '02:30')).toEqual(new Date('2026-10-25T00:30:00Z'))
})

test.each([
  ['2026-02-30', '10:00'],
  ['2026-13-01', '10:00'],
  ['2026-12-12', '24:00'],
  ['', ''],
  ['demain', '10h'],
])('le %s à %s n’est pas un moment', (day, time) => expect(parisTime(day, time)).toBeNull())
