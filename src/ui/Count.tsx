import type { ComponentChildren } from 'preact'
import { number } from '#ui/typography.ts'

type CountProps = {
  value: number
  /** What it counts; never a name beside it. */
  children: ComponentChildren
  /** True when it changes under one's eyes. */
  live?: boolean
}

/** One number, seen across the table. */
export function Count({ value, children, live = false }: CountProps) {
  return (
    <p role={live ? 'status' : undefined}>
      <b class="compte" data-count>
        {number(value)}
      </b>{' '}
      <span class="fort">{children}</span>
    </p>
  )
}
