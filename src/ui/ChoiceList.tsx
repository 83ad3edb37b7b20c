import type { ComponentChildren } from 'preact'
import { described } from '#ui/Field.tsx'
import { Icon, type IconName } from '#ui/icons.tsx'
import { Stuck } from '#ui/Stuck.tsx'

export type Choice = {
  value: string
  label: ComponentChildren
  hint?: ComponentChildren
  icon?: IconName
}

type ChoiceListProps = {
  name: string
  /** The question. */
  legend: ComponentChildren
  choices: readonly Choice[]
  /** One answer, or as many as one likes. */
  kind?: 'radio' | 'checkbox'
  chosen?: readonly string[]
  hint?: ComponentChildren
  stuck?: string | undefined
  /** True when a title just above already asks the question. */
  legendHidden?: boolean
}

/** Entrances, ways to be reached: native radios or boxes, and the whole row touches. */
export function ChoiceList({ name, legend, choices, kind = 'radio', chosen = [], ...rest }: ChoiceListProps) {
  const id = `champ-${name}`
  const { autofocus, ...ties } = described(id, rest.hint, rest.stuck)
  return (
    <fieldset class={rest.stuck === undefined ? 'champ' : 'champ coince'} id={id} {...ties}>
      <legend class={rest.legendHidden ? 'cache' : undefined}>{legend}</legend>
      {rest.hint && (
        <p class="aide" id={`${id}-aide`}>
          {rest.hint}
        </p>
      )}
      <Stuck id={id} sentence={rest.stuck} />
      <div class="liste-choix">
        {choices.map((choice, i) => (
          <label>
            <input
              type={kind}
              name={name}
              value={choice.value}
              checked={chosen.includes(choice.value)}
              autofocus={autofocus === true && i === 0}
            />
            {choice.icon && <Icon name={choice.icon} />}
            <span>
              {choice.label}
              {choice.hint && <small>{choice.hint}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
