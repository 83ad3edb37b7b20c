import { expect, test } from 'vitest'
import { course } from './course.ts'

test('une table dure une heure et quart, et l’on y parle trente et une minutes avant le premier écran', () => {
  const minutes = course.map((moment) => moment.minutes)
  expect(minutes.reduce((sum, part) => sum + part, 0)).toBe(75)
  expect(minutes.slice(0, 3).reduce((sum, part) => sum + part, 0)).toBe(31)
})
