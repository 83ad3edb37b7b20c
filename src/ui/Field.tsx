import { h, type ComponentChildren } from 'preact'
import { Stuck } from '#ui/Stuck.tsx'

export type FieldProps = {
  name: string
  label: ComponentChildren
  /** A help said before one types, never inside the field. */
  hint?: ComponentChildren
  type?: 'text' | 'email' | 'tel' | 'search' | 'number' | 'date' | 'time'
  /** What was typed before, kept when the page comes back. */
  value?: string | undefined
  /** The sentence that says what to do when it got stuck; the first such field takes the focus. */
  stuck?: string | undefined
  /** Lines of a longer text. */
  rows?: number | undefined
  id?: string | undefined
  autocomplete?: string | undefined
  inputmode?: 'text' | 'numeric' | 'email' | 'tel' | 'search' | 'none' | undefined
  required?: boolean | undefined
  maxlength?: number | undefined
  min?: string | undefined
  max?: string | undefined
  spellcheck?: boolean | undefined
  short?: boolean
}

/** A label, a help, a field, and the sentence that unsticks it. */
export function Field({
  label,
  hint,
  stuck,
  short = false,
  rows,
  value,
  type = 'text',
  ...rest
}: FieldProps) {
  const id = rest.id ?? `champ-${rest.name}`
  const shared = { ...rest, ...described(id, hint, stuck), id }
  return (
    <div
      class={`champ${short ? ' court' : ''}${(rows ?? 0) > 4 ? ' long' : ''}${stuck === undefined ? '' : ' coince'}`}
    >
      <label for={id}>{label}</label>
      {hint && (
        <p class="aide" id={`${id}-aide`}>
          {hint}
        </p>
      )}
      {rows === undefined ? (
        h('input', { type, value, ...shared })
      ) : (
        <textarea rows={rows} {...shared}>
          {value}
        </textarea>
      )}
      <Stuck id={id} sentence={stuck} />
    </div>
  )
}

type Described = {
  'aria-describedby': string | undefined
  'aria-invalid': 'true' | undefined
  autofocus: boolean
}

/** What ties a field to its help and to its sentence. */
export function described(id: string, hint: unknown, stuck: string | undefined): Described {
  const by = [hint ? `${id}-aide` : '', stuck === undefined ? '' : `${id}-dit`].filter((part) => part !== '')
  return {
    'aria-describedby': by.length === 0 ? undefined : by.join(' '),
    'aria-invalid': stuck === undefined ? undefined : 'true',
    autofocus: stuck !== undefined,
  }
}
