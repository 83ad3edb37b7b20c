import type { SeatView } from '#domain/gatherings/seat.views.server.ts'
import { Drawing } from '#ui/Drawing.tsx'
import { Said } from '#ui/Said.tsx'
import { marksOf } from './marks.ts'
import { Sheet } from './Sheet.tsx'

/** At the table, before anything is asked: the phone may lie face down. */
export function Seated({ view }: { view: SeatView }) {
  return (
    <Sheet
      title="À table"
      word="À table"
      live={marksOf(view, 'follow')}
      mayLeave={view.seat?.kind === 'newcomer'}
    >
      <h1>
        Bienvenue à table{view.me && ', '}
        <Said>{view.me?.firstName ?? ''}</Said>
      </h1>
      <p class="fort">
        <b data-around>{view.around}</b> autour de la table
      </p>
      <p>Posez votre téléphone, et faites connaissance. La suite s’affichera ici quand la table y sera.</p>
      <Drawing name="cafetiere" />
    </Sheet>
  )
}
