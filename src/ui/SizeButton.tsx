import { ToolButton } from '#ui/Button.tsx'

/** « Taille »: shown by size.island.ts, which keeps the choice on the device; without it the browser's own zoom remains. */
export function SizeButton() {
  return (
    <ToolButton icon="a-large-small" data-size hidden>
      Taille
    </ToolButton>
  )
}
