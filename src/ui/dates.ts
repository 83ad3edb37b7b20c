// Everything shown is the time of the neighbourhood, whatever the clock of the machine.
const zone = 'Europe/Paris'

const format = new Intl.DateTimeFormat('fr-FR', {
  timeZone: zone,
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h23',
})
const monthNumber = new Intl.DateTimeFormat('fr-FR', { timeZone: zone, month: '2-digit' })

/** « samedi 12 décembre » */
export const longDate = (date: Date): string => `${weekday(date)} ${dayOfMonth(date)} ${month(date)}`

/** « samedi 12 décembre 2026 » */
export const fullDate = (date: Date): string => `${longDate(date)} ${part(date, 'year')}`

/** « 10 h », « 10 h 30 » */
export function hour(date: Date): string {
  const minute = part(date, 'minute')
  const hours = Number(part(date, 'hour'))
  return minute === '00' ? `${hours} h` : `${hours} h ${minute}`
}

/** « samedi 12 décembre, 10 h 30 » */
export const dateAndHour = (date: Date): string => `${longDate(date)}, ${hour(date)}`

export const weekday = (date: Date): string => part(date, 'weekday')
export const month = (date: Date): string => part(date, 'month')

/** « 12 », « 1er » */
export function dayOfMonth(date: Date): string {
  const day = part(date, 'day')
  return day === '1' ? '1er' : day
}

/** What a date field and `<time datetime>` hold: « 2026-12-12 » */
export const isoDate = (date: Date): string =>
  `${part(date, 'year').padStart(4, '0')}-${monthNumber.format(date)}-${part(date, 'day').padStart(2, '0')}`

/** What a time field holds: « 10:30 » */
export const isoHour = (date: Date): string =>
  `${part(date, 'hour').padStart(2, '0')}:${part(date, 'minute')}`

/**
 * The moment a date field and a time field mean in Paris; null when they mean none (a day that does not
 * exist, or the hour skipped in March). The hour lived twice in October is the first one.
 */
export function parisTime(day: string, time: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^\d{2}:\d{2}$/.test(time)) return null
  const asUtc = Date.parse(`${day}T${time}:00Z`)
  if (Number.isNaN(asUtc)) return null
  const found = [2, 1]
    .map((ahead) => new Date(asUtc - ahead * 3_600_000))
    .find((moment) => isoDate(moment) === day && isoHour(moment) === time)
  return found ?? null
}

const part = (date: Date, type: Intl.DateTimeFormatPartTypes): string =>
  format.formatToParts(date).find((found) => found.type === type)?.value ?? ''
