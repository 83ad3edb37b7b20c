import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from '#ui/icons.tsx'

export type ActionProps = {
  children: ComponentChildren
  /** A link when given, a button otherwise. */
  href?: string | undefined
  icon?: IconName | undefined
  /** An icon after the word, for « next ». */
  after?: IconName | undefined
  type?: 'submit' | 'button'
  name?: string | undefined
  value?: string | undefined
  formaction?: string | undefined
  form?: string | undefined
  id?: string | undefined
  class?: string | undefined
  /** Spoken name, when the word alone does not say enough: « Enlever : le prêt d’une perceuse ». */
  label?: string | undefined
  hidden?: boolean | undefined
  download?: boolean | undefined
}

/** The main action: one a screen, at the thumb. */
export function Button({ notReady = false, ...action }: ActionProps & { notReady?: boolean }) {
  return <Action look="bouton" aria-disabled={notReady ? 'true' : undefined} {...action} />
}

/** Beside or under the main one. */
export function QuietButton(action: ActionProps) {
  return <Action look="discret" {...action} />
}

/** Return, remove, see more. */
export function LinkButton(action: ActionProps) {
  return <Action look="lien" {...action} />
}

/** A small round tool at the top of a table screen: Écouter, Taille. */
export function ToolButton(action: ActionProps) {
  return <Action look="rondelle" type="button" {...action} />
}

type Look = 'bouton' | 'discret' | 'lien' | 'rondelle'
type LookedProps = ActionProps & { look: Look; 'aria-disabled'?: 'true' | undefined }

function Action({
  look,
  children,
  href,
  icon,
  after,
  class: extra,
  label,
  type = 'submit',
  ...rest
}: LookedProps) {
  const className = extra === undefined ? look : `${look} ${extra}`
  const inside = (
    <>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
      {after && <Icon name={after} />}
    </>
  )
  if (href !== undefined)
    return (
      <a href={href} class={className} aria-label={label} id={rest.id} download={rest.download}>
        {inside}
      </a>
    )
  return (
    <button type={type} class={className} aria-label={label} {...rest}>
      {inside}
    </button>
  )
}
