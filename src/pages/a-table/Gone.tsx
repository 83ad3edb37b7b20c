import type { SeatView } from '#domain/gatherings/seat.views.server.ts'
import { Button } from '#ui/Button.tsx'
import { Drawing } from '#ui/Drawing.tsx'
import { Sheet } from './Sheet.tsx'
import { ToHost } from './TheHost.tsx'

/** The seat is lost, or was never taken: it is settled by showing one's face, not by insisting. */
export function Gone({ view }: { view: SeatView }) {
  const { doorOpen } = view.gathering
  return (
    <Sheet
      title="À la porte"
      word="À table"
      foot={doorOpen && <Button href="/a-table/prenom">Dire mon prénom</Button>}
    >
      <h1>L’hôte a refermé la porte.</h1>
      <p class="fort">
        Montrez cet écran <ToHost name={view.hostName} />.
      </p>
      <p>Rien n’est gardé ici. Le café, lui, reste servi.</p>
      <Drawing name="entree" />
    </Sheet>
  )
}
