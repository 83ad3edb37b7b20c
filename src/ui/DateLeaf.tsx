import { dayOfMonth, isoDate, month, weekday } from '#ui/dates.ts'

/** A leaf torn from the calendar. */
export function DateLeaf({ date }: { date: Date }) {
  return (
    <time class="jour" datetime={isoDate(date)}>
      <span>{weekday(date)}</span> <b>{dayOfMonth(date)}</b> <span>{month(date)}</span>
    </time>
  )
}
