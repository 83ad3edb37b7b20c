import { AsyncLocalStorage } from 'node:async_hooks'

// The only source of time. Rules receive a Date; acts ask this clock; seeds and tests move it.
const elsewhen = new AsyncLocalStorage<Date>()
let travelled: number | null = null

export const clock = {
  /** The present moment, or the one given by `at` or `travelTo`. */
  now: (): Date => elsewhen.getStore() ?? new Date(Date.now() + (travelled ?? 0)),
  /** Runs `fn` as if it were `date`: for seeds, which build a past. */
  at: <T>(date: Date, fn: () => T): T => elsewhen.run(date, fn),
  /** Shifts the whole process to `date`, time then goes on; null comes back. For tests only. */
  travelTo: (date: Date | null): void => {
    travelled = date === null ? null : date.getTime() - Date.now()
  },
}
