import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from '#ui/icons.tsx'

export type Tone = 'oui' | 'attente' | 'coince' | 'nuage'

const icons: Record<Tone, IconName> = {
  oui: 'check',
  attente: 'clock',
  coince: 'hand-helping',
  nuage: 'cloud-off',
}

type NoticeProps = {
  children: ComponentChildren
  tone?: Exclude<Tone, 'nuage'>
  icon?: IconName | undefined
  /** True when it appears after something was done. */
  live?: boolean
  id?: string | undefined
}

/** One gentle sentence beside the task: an advice, a piece of news. */
export function Notice({ children, tone, icon, live = false, id }: NoticeProps) {
  return (
    <p class={tone === undefined ? 'avis' : `avis ${tone}`} role={live ? 'status' : undefined} id={id}>
      <Icon name={icon ?? (tone === undefined ? 'info' : icons[tone])} />
      <span>{children}</span>
    </p>
  )
}

type StateProps = { children: ComponentChildren; tone: Tone; icon?: IconName | undefined }

/** A state: ground, icon and word together, never colour alone. */
export function State({ children, tone, icon }: StateProps) {
  return (
    <span class={`etat ${tone}`}>
      <Icon name={icon ?? icons[tone]} />
      <span>{children}</span>
    </span>
  )
}

/** Just above the foot. An island takes `hidden` away when the network goes. */
export function OfflineLine({ hidden = false }: { hidden?: boolean }) {
  return (
    <p class="reseau" role="status" data-offline hidden={hidden}>
      <Icon name="cloud-off" />
      <span>Pas de réseau. Tout est gardé ici.</span>
    </p>
  )
}
