import { readFileSync } from 'node:fs'
import { renderToString } from 'preact-render-to-string'
import { encode } from 'uqr'
import { expect, test } from 'vitest'
import { iconNamed, isIconName } from '#ui/icons.tsx'
import { changesIn, LiveWord } from '#ui/LiveWord.tsx'
import { pictures } from '#ui/pictures.ts'
import { QrCode } from '#ui/QrCode.tsx'
import { TableRound } from '#ui/TableRound.tsx'

const count = (html: string, part: RegExp) => html.match(part)?.length ?? 0

test('la table a une tasse par personne, pleine pour qui a fini', () => {
  const html = renderToString(
    <TableRound seats={9} finished={7} timeGone={0.62} label="Sept tasses pleines sur neuf" />,
  )
  expect(count(html, /data-cup/g)).toBe(9)
  expect(count(html, /class="tasse pleine"/g)).toBe(7)
  expect(html).toContain('stroke-dasharray="62 200"')
  expect(html).toContain('role="img" aria-label="Sept tasses pleines sur neuf"')
})

test('le carré à viser redonne exactement ses points', () => {
  const text = 'https://voisins.test/a-table'
  const html = renderToString(<QrCode text={text} label="Code" />)
  const { size, data } = encode(text, { ecc: 'M', border: 2 })
  const drawn = Array.from({ length: size }, () => Array.from({ length: size }, () => false))
  for (const [, x, y, width] of html.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    drawn[Number(y)]?.fill(true, Number(x), Number(x) + Number(width))
  expect(drawn).toEqual(data)
})

test('le mot du moment dit en toutes lettres combien de temps il reste', () => {
  expect([41, 1, 0].map(changesIn)).toEqual([
    'change dans 41 secondes',
    'change dans une seconde',
    'change maintenant',
  ])
  const html = renderToString(<LiveWord word="kiwi 42" seconds={41} />)
  expect(html).toContain('aria-live="off"')
  expect(html).toContain('stroke-dasharray="68 200"')
})

test('les onze pictogrammes du catalogue et les douze images d’attente sont dessinés', () => {
  const rows = readFileSync('data/themes.csv', 'utf8').trim().split('\n').slice(1)
  for (const row of rows) expect(isIconName(row.split(';')[4] ?? '')).toBe(true)
  expect(Object.values(pictures).filter(({ icon }) => isIconName(icon))).toHaveLength(12)
  expect(new Set(Object.values(pictures).map(({ word }) => word)).size).toBe(12)
  expect(iconNamed('inconnu')).toBe('coffee')
})
