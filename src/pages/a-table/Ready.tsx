import type { SeatView } from '#domain/gatherings/seat.views.server.ts'
import { Chip } from '#ui/Chip.tsx'
import { Drawing } from '#ui/Drawing.tsx'
import { State } from '#ui/Notice.tsx'
import { Claims, type Claim } from './Claims.tsx'
import { marksOf } from './marks.ts'
import { HandBack } from './HandBack.tsx'
import { Sheet } from './Sheet.tsx'

/** Everything is said; what remains happens between people. */
export function Ready({ view, claims }: { view: SeatView; claims: readonly Claim[] }) {
  const newcomer = view.seat?.kind === 'newcomer'
  return (
    <Sheet title="Tout est prêt" word="Deuxième tasse" live={marksOf(view, 'follow')} mayLeave={newcomer}>
      <h1>{newcomer ? 'Il reste à se reconnaître' : 'Merci, tout est gardé'}</h1>
      <p class="fort">
        {newcomer
          ? 'Posez votre téléphone et parlez avec vos voisins. Deux d’entre eux, de deux foyers, diront : nous étions ensemble.'
          : 'Parlez avec les nouveaux venus : on vous demandera bientôt avec qui vous avez parlé.'}
      </p>
      <Claims claims={claims} />
      {newcomer && view.me !== null && view.me.vouches > 0 && (
        <p>
          <State tone="oui">
            {view.me.vouches === 1 ? 'Un voisin l’a déjà dit' : `${view.me.vouches} voisins l’ont déjà dit`}
          </State>
        </p>
      )}
      <p class="puces">
        <Chip href="/a-table/mes-choix" icon="list-checks">
          Mes choix
        </Chip>
        {newcomer && (
          <Chip href="/a-table/vous-joindre" icon="mailbox">
            Vous joindre
          </Chip>
        )}
      </p>
      <Drawing name="deux-voisins" />
      {newcomer && <HandBack />}
    </Sheet>
  )
}
