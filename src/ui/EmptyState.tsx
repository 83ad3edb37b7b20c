import type { ComponentChildren } from 'preact'
import { Drawing, type DrawingName } from '#ui/Drawing.tsx'

type EmptyStateProps = {
  title: ComponentChildren
  drawing?: DrawingName
  /** One gentle sentence, at most one quiet button. */
  children?: ComponentChildren
}

/** Nothing yet: a free chair, and what it invites to. */
export function EmptyState({ title, drawing = 'chaise-libre', children }: EmptyStateProps) {
  return (
    <div class="vide">
      <Drawing name={drawing} />
      <h3>{title}</h3>
      {children}
    </div>
  )
}
