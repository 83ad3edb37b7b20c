import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fr, number, said } from '#ui/typography.ts'

const seen = (text: string) => text.replaceAll('\u00a0', '_').replaceAll('\u202f', '~')

test.each([
  ["l'arrosage, aujourd'hui", 'l’arrosage, aujourd’hui'],
  ['Venez !', 'Venez~!'],
  ['Qui vient? Moi!', 'Qui vient~? Moi~!'],
  ['Quoi ?!', 'Quoi~?!'],
  ['oui ; non', 'oui~; non'],
  ['Défi : rire', 'Défi_: rire'],
  ['Lieu: banc', 'Lieu_: banc'],
  ['« bonjour »', '«_bonjour_»'],
  ['«bonjour!»', '«_bonjour~!_»'],
  ['10h00', '10_h'],
  ['10h30, puis 9 h', '10_h_30, puis 9_h'],
  ['10 habitants', '10 habitants'],
  ['5 € et 41 %', '5_€ et 41_%'],
  ['samedi 12 décembre', 'samedi_12 décembre'],
  ['Lucas, entrée C', 'Lucas, entrée_C'],
  ['une entrée calme', 'une entrée calme'],
  ['1 250 logements', '1~250 logements'],
  ['en 2026', 'en 2026'],
  ['et puis...', 'et puis…'],
  ['07 et 10:30', '07 et 10:30'],
])('« %s » s’imprime « %s »', (typed, printed) => {
  expect(seen(fr(typed))).toBe(printed)
})

test('un nom tapé par quelqu’un reste exactement comme il l’a tapé', () => {
  expect(fr(`l'idée d'${said("O'Connor ; d'Arc : 10h00")} !`)).toBe(
    "l’idée d’O'Connor ; d'Arc : 10h00\u202f!",
  )
})

test('une adresse de page ou de courriel n’est pas touchée', () => {
  const address = fc.constantFrom(
    'https://coopere.test/a;b?c=d!',
    "www.coopere.test/l'été?x:y",
    "anne.o'neil@voisins.test",
  )
  fc.assert(fc.property(address, (text) => fr(`Écrivez à ${text} vite !`).includes(text)))
})

test('un nombre se lit par tranches de trois', () => {
  expect([7, 187, 1250, 1000000].map(number).map(seen)).toEqual(['7', '187', '1~250', '1~000~000'])
})

const unit = fc.constantFrom(
  ..."aéhCœ 0123459'’.;:!?«»€%()\u00a0\u202f\n-",
  ' h ',
  ' 00',
  '...',
  ' samedi ',
  'entrée ',
  ' 250',
)
const anyText = fc.array(unit, { maxLength: 30 }).map((parts) => parts.join(''))

test('typographier deux fois ne change rien de plus', () => {
  fc.assert(
    fc.property(anyText, (text) => fr(fr(text)) === fr(text)),
    { numRuns: 20_000 },
  )
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => fr(fr(text)) === fr(text)),
    { numRuns: 2_000 },
  )
})

test('aucune lettre ne change', () => {
  const letters = (text: string) => text.replace(/[^\p{L}\p{M}]/gu, '')
  fc.assert(
    fc.property(anyText, (text) => letters(fr(text)) === letters(text)),
    { numRuns: 5_000 },
  )
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => letters(fr(text)) === letters(text)))
})

test('ce qui est dit par quelqu’un ne change jamais, quoi qu’il y ait autour', () => {
  const typed = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\ue000\ue001]/g, ''))
  fc.assert(
    fc.property(anyText, typed, anyText, (before, text, after) =>
      fr(before + said(text) + after).includes(text),
    ),
  )
})
