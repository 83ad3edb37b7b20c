import type { ConsoleSeat } from '#domain/gatherings/console.views.server.ts'
import { Button, QuietButton } from '#ui/Button.tsx'
import { Said } from '#ui/Said.tsx'
import { ConsolePage } from '../ConsolePage.tsx'
import type { Console } from '../console.scope.server.ts'

/** A question before what cannot be undone: everything this person gave is erased at once. */
export function FreeView({ held, seat }: { held: Console; seat: ConsoleSeat }) {
  return (
    <ConsolePage held={held} title="Libérer cette place" path={`/pupitre/places/${seat.id}/liberer`}>
      <h1>
        Libérer la place de <Said>{seat.firstName}</Said> ?
      </h1>
      <p class="fort">
        Tout ce que cette personne a coché ou donné s’efface tout de suite. Rien n’est gardé.
      </p>
      <p>Le café, lui, reste servi.</p>
      <form method="post" action={`/pupitre/places/${seat.id}/liberer`} class="rang">
        <Button>Libérer cette place</Button>
        <QuietButton href="/pupitre/places">La garder</QuietButton>
      </form>
    </ConsolePage>
  )
}
