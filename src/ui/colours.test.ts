import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { contrast, leastContrast, themeStylesheet, tintsOf } from '#ui/colours.ts'

// The table of the visual notes: colour, 9 %, 32 %.
const table = [
  ['cuisine', '#b91c1c', '#f9e9e4', '#e9b5b2', 6.47, 5.49],
  ['bricolage', '#9a3412', '#f6ebe3', '#dfbdae', 7.31, 6.23],
  ['loisirs', '#86198f', '#f4e8ef', '#d8b4d6', 8.24, 6.92],
  ['enfants', '#be185d', '#f9e8ea', '#eab4c6', 6.04, 5.11],
  ['entraide', '#0f766e', '#e9f1ec', '#b2d2cc', 5.47, 4.76],
  ['jardin', '#166534', '#eaefe6', '#b4ccb9', 7.13, 6.11],
  ['maison', '#475569', '#eeeeeb', '#c4c7ca', 7.58, 6.52],
  ['savoirs', '#4338ca', '#eeebf4', '#c3bee9', 7.9, 6.71],
  ['trajets', '#1d4ed8', '#ebedf5', '#b7c5ee', 6.7, 5.73],
  ['achats', '#854d0e', '#f4ede3', '#d8c5ad', 6.85, 5.9],
  ['quartier', '#3f6212', '#eeefe3', '#c2cbae', 7.08, 6.1],
] as const

test.each(table)(
  'le thème %s, en %s, se décline comme dans la charte graphique',
  (_code, full, soft, medium, white, own) => {
    expect(tintsOf(full)).toEqual({ ok: true, value: { full, soft, medium } })
    expect(contrast('#ffffff', full)).toBeCloseTo(white, 1)
    expect(contrast(full, soft)).toBeCloseTo(own, 1)
  },
)

test('le catalogue livré donne une règle par thème, sans rien refuser', () => {
  const rows = readFileSync('data/themes.csv', 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(';'))
  const sheet = themeStylesheet(rows.map((row) => ({ code: row[0] ?? '', colour: row[3] ?? '' })))
  expect(sheet.split('\n')).toHaveLength(11)
  expect(sheet).toContain('[data-theme="cuisine"]{--t:#b91c1c;--t-doux:#f9e9e4;--t-moyen:#e9b5b2}')
})

test('une couleur trop pâle, ou qui n’en est pas une, est refusée', () => {
  expect(tintsOf('#ffc52e')).toEqual({ ok: false, reason: 'too-pale-for-white' })
  expect(tintsOf('#767676')).toEqual({ ok: false, reason: 'too-pale-for-its-own-tint' })
  expect(tintsOf('red')).toEqual({ ok: false, reason: 'not-a-colour' })
  expect(contrast('#767676', '#ffffff')).toBeGreaterThan(leastContrast)
  expect(() => themeStylesheet([{ code: 'cuisine', colour: '#eee' }])).toThrow(/cuisine/)
  expect(() => themeStylesheet([{ code: '"]{}', colour: '#b91c1c' }])).toThrow()
})

test('le noir sur blanc est le plus fort contraste, le blanc sur blanc le plus faible', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#ffffff', '#ffffff')).toBe(1)
})
