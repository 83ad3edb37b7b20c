import type { ComponentChildren } from 'preact'

type CardProps = {
  children: ComponentChildren
  theme?: string | undefined
  class?: string | undefined
  id?: string | undefined
  /** `article` for something that stands by itself. */
  as?: 'div' | 'article' | 'section' | 'li'
}

/** A sheet laid on the table; tinted when it belongs to a theme. */
export function Card({ children, theme, class: extra, id, as: Element = 'div' }: CardProps) {
  return (
    <Element class={extra === undefined ? 'carte' : `carte ${extra}`} data-theme={theme} id={id}>
      {children}
    </Element>
  )
}
