import type { Harvest as Harvested } from '#domain/gatherings/counts.ts'
import type { SeatView } from '#domain/gatherings/seat.views.server.ts'
import { Drawing } from '#ui/Drawing.tsx'
import { Icon } from '#ui/icons.tsx'
import { Notice } from '#ui/Notice.tsx'
import { number } from '#ui/typography.ts'
import { marksOf } from './marks.ts'
import { Sheet } from './Sheet.tsx'

/** What the table gathered, on every phone: numbers and phrases, never a name. */
export function Harvest({ view, harvest }: { view: SeatView; harvest: Harvested | null }) {
  return (
    <Sheet
      title="La récolte"
      word="La récolte"
      live={marksOf(view, 'follow')}
      mayLeave={view.seat?.kind === 'newcomer'}
    >
      {harvest && (
        <h1>
          {number(harvest.offers)} {harvest.offers > 1 ? 'offres' : 'offre'}, {number(harvest.wishes)}{' '}
          {harvest.wishes > 1 ? 'envies' : 'envie'}
        </h1>
      )}
      {harvest && harvest.shared.length > 0 && <Shared phrases={harvest.shared} />}
      <p class="fort">Une chose qui vous a surpris ?</p>
      <Unfinished view={view} />
      <Drawing name="pelote" />
    </Sheet>
  )
}

const titles = [
  '',
  'Une idée qui nous rassemble',
  'Deux idées qui nous rassemblent',
  'Trois idées qui nous rassemblent',
]

function Shared({ phrases }: { phrases: readonly string[] }) {
  return (
    <section class="pile">
      <h2>{titles[phrases.length] ?? 'Des idées qui nous rassemblent'}</h2>
      <ul class="faits">
        {phrases.map((phrase) => (
          <li>
            <Icon name="heart" />
            <span>{phrase}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What is still missing before the table closes; said once, without pressing. */
function Unfinished({ view: { seat, me } }: { view: SeatView }) {
  if (seat?.kind !== 'newcomer' || me === null || (me.contact !== null && me.charterAccepted)) return null
  return (
    <Notice tone="attente">
      Avant de partir, il vous reste à dire{' '}
      {me.contact === null ? (
        <a href="/a-table/vous-joindre">comment vous joindre</a>
      ) : (
        <a href="/a-table/charte">si la charte vous convient</a>
      )}
      .
    </Notice>
  )
}
