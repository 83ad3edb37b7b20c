import type { SeatView } from '#domain/gatherings/seat.views.server.ts'
import { Icon } from '#ui/icons.tsx'
import { pictures } from '#ui/pictures.ts'
import { marksOf } from './marks.ts'
import { Sheet } from './Sheet.tsx'
import { ToHost } from './TheHost.tsx'

/** « Citron 4 »: the host looks at this phone and at the person who holds it, then says yes. */
export function Waiting({ view }: { view: SeatView }) {
  const newcomer = view.seat?.kind === 'newcomer'
  return (
    <Sheet title="À la porte" word="À table" live={marksOf(view, 'follow')} mayLeave={newcomer}>
      <h1>
        Montrez cet écran <ToHost name={view.hostName} />
      </h1>
      {view.seat && <Face picture={view.seat.picture} number={view.seat.pictureNumber} />}
      <p>Une fois le oui donné, la suite s’affiche ici.</p>
      {newcomer && (
        <p>
          <a href="/a-table/prenom">Corriger mon prénom ou mon entrée</a>
        </p>
      )}
    </Sheet>
  )
}

function Face({ picture, number }: { picture: string; number: number }) {
  const { word, icon } = Object.values(pictures).find((one) => one.word === picture) ?? key
  return (
    <div class="centre">
      <p class="attente-image">
        <Icon name={icon} />
        <span>
          {word} {number}
        </span>
      </p>
    </div>
  )
}

const key = { word: 'clé', icon: 'key-round' } as const
