import { QuietButton } from '#ui/Button.tsx'

/** « Lire à voix haute »: shown by the island only where the device has a French voice. */
export function ReadAloud() {
  return (
    <QuietButton type="button" icon="volume-2" class="a-voix" id="lire" hidden>
      Lire à voix haute
    </QuietButton>
  )
}
