import type { ComponentChildren } from 'preact'

type TickedProps = { name: string; ticked: boolean; children: ComponentChildren }

/** One native box whose whole row touches; goes in a `.liste-choix`. */
export function Ticked({ name, ticked, children }: TickedProps) {
  return (
    <label>
      <input type="checkbox" name={name} value="oui" checked={ticked} />
      <span>{children}</span>
    </label>
  )
}
