import type { ComponentChildren } from 'preact'
import { Icon } from '#ui/icons.tsx'
import { Said } from '#ui/Said.tsx'

type SeatProps = { name: string; where?: string | undefined }

type SeatTickProps = SeatProps & { field: string; value: string; checked?: boolean; disabled?: boolean }

/** A place card that a witness touches: a native box, so that it works with any telephone. */
export function SeatTick({ name, where, field, value, checked = false, disabled = false }: SeatTickProps) {
  return (
    <label class="siege">
      <input class="cache" type="checkbox" name={field} value={value} checked={checked} disabled={disabled} />
      <Who name={name} where={where} />
      <span class="rond">
        <Icon name="check" />
      </span>
    </label>
  )
}

type SeatCardProps = SeatProps & {
  /** True once the person sits: green, with its tick. */
  seated?: boolean
  /** The picture on the waiting phone, a state, or the host's two buttons. */
  children?: ComponentChildren
}

/** A place card on the host's device. */
export function SeatCard({ name, where, seated = false, children }: SeatCardProps) {
  return (
    <div class={seated ? 'siege oui' : 'siege'}>
      <Who name={name} where={where} />
      {children}
      {seated && (
        <span class="rond">
          <Icon name="check" />
        </span>
      )}
    </div>
  )
}

function Who({ name, where }: SeatProps) {
  return (
    <span class="qui">
      <span class="nom">
        <Said>{name}</Said>
      </span>
      {where && (
        <span class="ou">
          <Said>{where}</Said>
        </span>
      )}
    </span>
  )
}
