import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { IdeaRow, IdeaSprite } from '#ui/IdeaRow.tsx'

const row = (together: boolean) =>
  renderToString(
    <IdeaRow
      code="cuisine-pain"
      phrase="une initiation au pain"
      together={together}
      offered
      wished={false}
    />,
  )

test('chaque cible dit son geste et son idée, et si elle est cochée', () => {
  expect(row(false)).toMatch(
    /name="tick" value="cuisine-pain:offer" aria-pressed="true" aria-label="Je propose : une initiation au pain"/,
  )
  expect(row(false)).toMatch(
    /name="tick" value="cuisine-pain:wish" aria-pressed="false" aria-label="J’aimerais : une initiation au pain"/,
  )
  expect(row(true)).toContain('aria-label="Je peux lancer : une initiation au pain"')
  expect(row(true)).toContain('aria-label="J’en serais : une initiation au pain"')
})

test('toutes les lignes partagent les mêmes dessins', () => {
  const sprite = renderToString(<IdeaSprite />)
  for (const [, name] of (row(false) + row(true)).matchAll(/href="#i-([\w-]+)"/g))
    expect(sprite).toContain(`<symbol id="i-${name}"`)
  expect(row(false).length).toBeLessThan(1100)
})
