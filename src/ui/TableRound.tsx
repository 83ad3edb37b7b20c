import { Icon, iconNamed } from '#ui/icons.tsx'

type TableRoundProps = {
  seats: number
  /** Cups that are full: people who have finished. */
  finished: number
  /** What the drawing says, in words: « Sept tasses pleines sur neuf ». */
  label: string
  /** Share of the time gone, 0 to 1; no ring without it. */
  timeGone?: number
  /** A theme's pictogram in the middle, in place of the count. */
  icon?: string
}

/** The table seen from above: a cup a person, the ring of time around. Islands change `data-*` parts in place. */
export function TableRound({ seats, finished, label, timeGone, icon }: TableRoundProps) {
  return (
    <svg
      class="table-ronde"
      width="310"
      height="310"
      viewBox="0 0 280 280"
      role="img"
      aria-label={label}
      data-table
    >
      {timeGone !== undefined && <TimeRing gone={timeGone} />}
      <circle class="nappe-ronde" cx="143" cy="144" r="112" />
      <circle class="plateau" cx="140" cy="140" r="112" />
      {Array.from({ length: seats }, (_, i) => (
        <g class={i < finished ? 'tasse pleine' : 'tasse'} transform={turned(i, seats)} data-cup>
          <circle cx="158.6" cy="48.8" r="5.5" />
          <circle cx="140" cy="56" r="16" />
          <circle class="cafe-plein" cx="140" cy="56" r="11" />
        </g>
      ))}
      {icon === undefined ? <Middle finished={finished} seats={seats} /> : <Pictogram icon={icon} />}
    </svg>
  )
}

function TimeRing({ gone }: { gone: number }) {
  const share = Math.round(Math.min(Math.max(gone, 0), 1) * 100)
  return (
    <>
      <circle class="temps" cx="140" cy="140" r="134" />
      <circle
        class="temps passe"
        cx="140"
        cy="140"
        r="134"
        pathLength="100"
        stroke-dasharray={`${share} 200`}
        transform="rotate(-90 140 140)"
        data-ring
      />
    </>
  )
}

function Middle({ finished, seats }: { finished: number; seats: number }) {
  return (
    <>
      <text x="140" y="146" data-finished>
        {finished}
      </text>
      <text x="140" y="170" data-seats>
        sur {seats}
      </text>
    </>
  )
}

function Pictogram({ icon }: { icon: string }) {
  return (
    <svg x="104" y="104" width="72" height="72" viewBox="0 0 24 24">
      <Icon name={iconNamed(icon)} />
    </svg>
  )
}

const turned = (seat: number, seats: number): string =>
  `rotate(${Math.round((seat * 3600) / seats) / 10} 140 140)`
