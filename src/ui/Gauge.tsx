import type { ComponentChildren } from 'preact'

type GaugeProps = {
  value: number
  towards: number
  /** Where we are, in words: « 41 foyers inscrits ». */
  here: ComponentChildren
  /** Where we are going: « vers 60 ». */
  goal: ComponentChildren
}

/** A marker on a path, not a score: no percentage, no red. */
export function Gauge({ value, towards, here, goal }: GaugeProps) {
  const share = Math.round(Math.min(1, towards === 0 ? 1 : value / towards) * 100)
  return (
    <div class="jauge">
      <p class="mots">
        <b>{here}</b> <span>{goal}</span>
      </p>
      <svg width="400" height="20" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect width={share} height="10" />
      </svg>
    </div>
  )
}
