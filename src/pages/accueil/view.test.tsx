import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Home } from './view.tsx'

const themes = [{ code: 'cuisine', name: 'Cuisine et table', pictogram: 'cooking-pot' }]
const table = {
  date: new Date('2026-12-12T09:00:00Z'),
  place: 'banc du cerisier',
  shelter: 'hall B',
  sectorName: 'Le Cerisier',
  commune: 'Massy',
}
const home = (tables: readonly (typeof table)[]) =>
  renderToString(<Home themes={themes} ideas={187} tables={tables} />)

test('l’accueil dit où et quand, et ne donne rien à remplir', () => {
  const html = home([table])
  expect(html).toContain('<time class="jour" datetime="2026-12-12">')
  expect(html).toContain('10 h, une heure et quart')
  expect(html).toMatch(/banc du cerisier.*Massy/)
  expect(html).toContain('187 idées')
  expect(html).not.toMatch(/<form|<input|<button(?![^>]*data-size)/)
})

test('sans table annoncée, l’accueil invite à repasser', () => {
  expect(home([])).toContain('Pas de table annoncée pour l’instant')
})
