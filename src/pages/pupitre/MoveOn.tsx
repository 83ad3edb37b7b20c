import { nextStep } from '#domain/gatherings/gathering.life.ts'
import { Button } from '#ui/Button.tsx'
import type { Console } from './console.scope.server.ts'

/**
 * The one main button of the desk. It says which step it leaves, so that a second press, or a page that slept,
 * moves the table once.
 */
export function MoveOn({ held, calls = false }: { held: Console; calls?: boolean }) {
  const { phase, themePosition } = held.view.gathering
  const word = onward(held)
  if (word === null) return null
  return (
    <form method="post" action="/pupitre/suite" class="large" data-next={calls ? '' : undefined}>
      <input type="hidden" name="etape" value={phase} />
      <input type="hidden" name="theme" value={themePosition} />
      <Button after="arrow-right">{word}</Button>
    </form>
  )
}

/** « Thème suivant : Bricolage et petits travaux »; null at the harvest, where one closes. */
function onward({ view: { gathering }, catalogue }: Console): string | null {
  const next = nextStep({ phase: gathering.phase, theme: gathering.themePosition }, catalogue.themes.length)
  if (next === null) return null
  const theme = catalogue.themes[next.theme]?.name ?? ''
  switch (next.phase) {
    case 'rules':
      return 'La règle du jeu'
    case 'sweep':
      return gathering.phase === 'rules' ? `Premier thème : ${theme}` : `Thème suivant : ${theme}`
    case 'review':
      return 'Souffler et relire'
    case 'witness':
      return 'Se reconnaître'
    case 'harvest':
      return 'La récolte'
    default:
      return null
  }
}
