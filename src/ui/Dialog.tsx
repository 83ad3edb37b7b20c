import type { ComponentChildren } from 'preact'

type DialogProps = {
  id: string
  title: ComponentChildren
  /** One sentence, then the main and the quiet answer. */
  children: ComponentChildren
  /** Open without a script, in the flow of the page. */
  open?: boolean
}

/** Only for what cannot be undone, or « On passe à ». An island calls `showModal()`. */
export function Dialog({ id, title, children, open = false }: DialogProps) {
  return (
    <dialog id={id} aria-labelledby={`${id}-titre`} open={open}>
      <div class="pile">
        <h2 id={`${id}-titre`}>{title}</h2>
        {children}
      </div>
    </dialog>
  )
}
