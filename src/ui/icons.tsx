import { own } from '#ui/icons/own.ts'
import { pictures as pictureDrawings } from '#ui/icons/pictures.ts'
import { signs } from '#ui/icons/signs.ts'
import { themes } from '#ui/icons/themes.ts'
import { things } from '#ui/icons/things.ts'

const drawings = { ...signs, ...things, ...themes, ...pictureDrawings, ...own }

export type IconName = keyof typeof drawings

type IconProps = {
  name: IconName
  /** Draws from the page's `<Sprite>`, for icons that come back on many lines. */
  use?: boolean
  class?: string
}

/** An icon, always beside its word: hidden from screen readers. */
export function Icon({ name, use = false, class: extra }: IconProps) {
  const className = extra === undefined ? 'ico' : `ico ${extra}`
  if (use)
    return (
      <svg class={className} width="24" height="24" aria-hidden="true">
        <use href={`#i-${name}`} />
      </svg>
    )
  return (
    <svg
      class={className}
      width="24"
      height="24"
      viewBox="0 0 24 24"
      aria-hidden="true"
      dangerouslySetInnerHTML={{ __html: drawings[name] }}
    />
  )
}

/** The icons a page repeats, drawn once: put it before the first `<Icon use>`. */
export function Sprite({ names }: { names: readonly IconName[] }) {
  const symbols = names.map((name) => `<symbol id="i-${name}" viewBox="0 0 24 24">${drawings[name]}</symbol>`)
  return <svg class="cache" aria-hidden="true" dangerouslySetInnerHTML={{ __html: symbols.join('') }} />
}

export const isIconName = (name: string): name is IconName => Object.hasOwn(drawings, name)

/** The pictogram a catalogue names; a cup when the catalogue names one that we do not have. */
export const iconNamed = (name: string): IconName => (isIconName(name) ? name : 'coffee')
