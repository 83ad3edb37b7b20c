import type { MyIdea } from '#domain/offers/my-choices.ts'
import { Plate } from '#ui/Plate.tsx'
import { Press } from './OfferLine.tsx'

/** One of my wishes: nothing to say about it, only to keep it or not. */
export function WishLine({ idea }: { idea: MyIdea }) {
  return (
    <li class="choisi" data-theme={idea.theme.code}>
      <Plate theme={idea.theme.code} icon={idea.theme.pictogram} small use />
      <div>
        <p>
          <b>{idea.phrase}</b>
        </p>
        <Press value={`enlever-envie:${idea.code}`} icon="x" word="Enlever" phrase={idea.phrase} />
      </div>
    </li>
  )
}
