import type { ConsoleViewer } from '#domain/access/viewer.ts'
import type { Actor } from '#domain/journal/journal.ts'

/** Who holds the console: the host who opened the table, or the companion at a founding table. */
export const actorOf = (console: ConsoleViewer): Actor =>
  console.personId === null
    ? { kind: 'companion', id: console.companionId }
    : { kind: 'resident', id: console.personId }
