import { Button, QuietButton } from '#ui/Button.tsx'
import { Drawing } from '#ui/Drawing.tsx'
import { Sheet } from '../Sheet.tsx'

/** This device already does something else for the association. */
export function OtherUse() {
  return (
    <Sheet title="À table" word="À table">
      <h1>Cet appareil sert déjà à autre chose</h1>
      <p>Pour vous asseoir à la table, prenez un autre téléphone, ou sortez d’abord sur celui-ci.</p>
      <QuietButton href="/sortir">Sortir sur cet appareil</QuietButton>
    </Sheet>
  )
}

/** No chair at this moment: the table is full, the door is shut, or six people already wait. */
export function NotNow({ sentence }: { sentence: string }) {
  return (
    <Sheet title="À table" word="À table" foot={<Button href="/a-table">Regarder de nouveau</Button>}>
      <h1>Un instant</h1>
      <p class="fort">{sentence}</p>
      <Drawing name="chaise-libre" />
    </Sheet>
  )
}
