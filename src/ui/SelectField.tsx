import type { ComponentChildren } from 'preact'
import { described } from '#ui/Field.tsx'
import { Stuck } from '#ui/Stuck.tsx'

type SelectFieldProps = {
  name: string
  label: ComponentChildren
  options: readonly { value: string; label: string }[]
  value?: string | undefined
  hint?: ComponentChildren
  stuck?: string | undefined
  id?: string | undefined
  class?: string | undefined
}

/** One choice among many, where a list of rows would be too long: a theme on a phone. */
export function SelectField({
  name,
  label,
  options,
  value,
  hint,
  stuck,
  class: extra,
  ...rest
}: SelectFieldProps) {
  const id = rest.id ?? `champ-${name}`
  return (
    <div class={`champ${stuck === undefined ? '' : ' coince'}${extra === undefined ? '' : ` ${extra}`}`}>
      <label for={id}>{label}</label>
      {hint && (
        <p class="aide" id={`${id}-aide`}>
          {hint}
        </p>
      )}
      <select id={id} name={name} {...described(id, hint, stuck)}>
        {options.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
      <Stuck id={id} sentence={stuck} />
    </div>
  )
}
