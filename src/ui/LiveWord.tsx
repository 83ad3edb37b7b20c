type LiveWordProps = {
  word: string
  /** Seconds until it changes, said in words under it. */
  seconds: number
  /** How long a word lives. */
  lasts?: number
}

const ring = 'M150 12C228 8 290 70 289 150C288 232 226 290 148 289C70 288 10 226 12 148C14 74 74 14 150 12Z'

/** The word that opens the door, in the ring a cup leaves. Read by the eye: no screen reader is interrupted. */
export function LiveWord({ word, seconds, lasts = 60 }: LiveWordProps) {
  return (
    <div class="mot-cadre">
      <svg width="500" height="500" viewBox="0 0 300 300" aria-hidden="true">
        <path class="reste" d={ring} />
        <path
          class="cafe-rond"
          d={ring}
          pathLength="100"
          stroke-dasharray={`${Math.round((Math.min(seconds, lasts) / lasts) * 100)} 200`}
          data-ring
        />
        <path class="trace" d="M150 27C216 25 274 80 274 150C274 216 222 272 152 275" />
      </svg>
      <div class="dedans">
        <p class={word.length > 6 ? 'mot long' : 'mot'} aria-live="off" data-word>
          {word}
        </p>
        <p class="doux" data-seconds>
          {changesIn(seconds)}
        </p>
      </div>
    </div>
  )
}

/** « change dans 41 secondes » */
export function changesIn(seconds: number): string {
  if (seconds <= 0) return 'change maintenant'
  return seconds === 1 ? 'change dans une seconde' : `change dans ${seconds} secondes`
}
