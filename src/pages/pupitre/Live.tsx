import type { ComponentChildren } from 'preact'

type LiveProps = {
  part: string
  children: ComponentChildren
  class?: string
  as?: 'div' | 'span' | 'section'
}

/** A part of the page that is replaced in place when the table changes. */
export function Live({ part, children, class: extra, as: Element = 'div' }: LiveProps) {
  return (
    <Element data-part={part} class={extra}>
      {children}
    </Element>
  )
}
