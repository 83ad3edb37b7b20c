import { Button, QuietButton } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'

/** The host has moved on while one was still reading: a word, and the time to finish. Filled in by the island. */
export function MovingOn() {
  return (
    <Dialog
      id="suite"
      title={
        <>
          On passe à : <span data-goal />
        </>
      }
    >
      <p class="reponses">
        <Button type="button" data-act="go">
          J’y vais
        </Button>
        <QuietButton type="button" data-act="first">
          Je finis d’abord
        </QuietButton>
      </p>
    </Dialog>
  )
}
