import { Icon } from '#ui/icons.tsx'

/** Under a field: what to do for it to pass. */
export function Stuck({ id, sentence }: { id: string; sentence: string | undefined }) {
  if (sentence === undefined) return null
  return (
    <p class="dit" id={`${id}-dit`}>
      <Icon name="hand-helping" />
      <span>{sentence}</span>
    </p>
  )
}
