import type { LiveWord } from '#domain/gatherings/live-word.ts'
import { changesIn } from '#ui/LiveWord.tsx'

const ring = 'M150 12C228 8 290 70 289 150C288 232 226 290 148 289C70 288 10 226 12 148C14 74 74 14 150 12Z'
const lasts = 60

/** The live word and its two digits, in the ring a cup leaves; the island counts its seconds down. */
export function DoorWord({ live }: { live: LiveWord }) {
  const share = Math.round((Math.min(live.untilSeconds, lasts) / lasts) * 100)
  return (
    <div class="mot-cadre" data-until={live.untilSeconds}>
      <svg width="500" height="500" viewBox="0 0 300 300" aria-hidden="true">
        <path class="reste" d={ring} />
        <path class="cafe-rond" d={ring} pathLength="100" stroke-dasharray={`${share} 200`} data-ring />
        <path class="trace" d="M150 27C216 25 274 80 274 150C274 216 222 272 152 275" />
      </svg>
      <div class="dedans">
        <p class={live.word.length > 6 ? 'mot long' : 'mot'} aria-live="off" data-word>
          {live.word} <span data-digits>{live.digits}</span>
        </p>
        <p class="doux" data-seconds>
          {changesIn(live.untilSeconds)}
        </p>
      </div>
    </div>
  )
}
