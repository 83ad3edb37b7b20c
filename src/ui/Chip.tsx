import type { ComponentChildren } from 'preact'
import { Icon, iconNamed } from '#ui/icons.tsx'

type ChipProps = {
  children: ComponentChildren
  theme?: string | undefined
  /** One of ours, or a catalogue's pictogram. */
  icon?: string | undefined
  /** A link when given: outlined, and as large as a thumb. */
  href?: string | undefined
  current?: boolean
}

/** A small word in a soft pill. */
export function Chip({ children, theme, icon, href, current = false }: ChipProps) {
  const inside = (
    <>
      {icon && <Icon name={iconNamed(icon)} />}
      <span>{children}</span>
    </>
  )
  const here = current ? 'true' : undefined
  if (href === undefined)
    return (
      <span class="puce" data-theme={theme}>
        {inside}
      </span>
    )
  return (
    <a class="puce" href={href} data-theme={theme} aria-current={here}>
      {inside}
    </a>
  )
}
