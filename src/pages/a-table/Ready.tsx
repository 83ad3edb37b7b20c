import type { SeatView } from '#domain/gatherings/seat.views.server.ts'
import { Chip } from '#ui/Chip.tsx'
import { Drawing } from '#ui/Drawing.tsx'
import { State } from '#ui/Notice.tsx'
import { Claims, type Claim } from './Claims.tsx'
import { marksOf } from './marks.ts'
import { HandBack } from './HandBack.tsx'
import { Sheet } from './Sheet.tsx'

const toBeMet = {
  title: 'Il reste à se reconnaître',
  next: 'Posez votre téléphone et parlez avec vos voisins. Deux d’entre eux, de deux foyers, diront : nous étions ensemble.',
}
const confirmed = {
  title: 'Tout est prêt',
  next: 'Deux voisins ont dit : nous étions ensemble. Rien d’autre à faire, la suite s’affichera ici.',
}
const registered = {
  title: 'Merci, tout est gardé',
  next: 'Parlez avec les nouveaux venus : on vous demandera bientôt avec qui vous avez parlé.',
}

/** Everything is said; what remains happens between people. */
export function Ready({ view, claims }: { view: SeatView; claims: readonly Claim[] }) {
  const newcomer = view.seat?.kind === 'newcomer'
  const words = !newcomer ? registered : (view.me?.vouches ?? 0) >= 2 ? confirmed : toBeMet
  return (
    <Sheet title="Tout est prêt" word="Deuxième tasse" live={marksOf(view, 'follow')} mayLeave={newcomer}>
      <h1>{words.title}</h1>
      <p class="fort">{words.next}</p>
      <Claims claims={claims} />
      {newcomer && view.me?.vouches === 1 && (
        <p>
          <State tone="oui">Un voisin l’a déjà dit</State>
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
