import { expect, test } from 'vitest'
import { inLetters, inLettersFirst } from '#ui/letters.ts'

test('un petit nombre se dit en lettres, un grand en chiffres', () => {
  expect([0, 1, 11, 16, 17, 187].map(inLetters)).toEqual(['zéro', 'un', 'onze', 'seize', '17', '187'])
  expect(inLettersFirst(11)).toBe('Onze')
})
