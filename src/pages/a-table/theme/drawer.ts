import type { Kept } from './outbox.ts'

// Where a phone keeps what is not sent yet: this tab's own storage, under the seat it belongs to, and nowhere
// else. It holds codes of ideas and themes; no name, and nothing that anyone typed.

const prefix = 'a-table:'

/** What this device kept for this seat; what it kept for another seat is thrown away. */
export function openDrawer(seat: string, counter: number): Kept {
  const fresh: Kept = { device: randomName(), counter, operations: [], seen: [] }
  try {
    emptyOthers(prefix + seat)
    const text = sessionStorage.getItem(prefix + seat)
    if (text === null) return fresh
    const kept = JSON.parse(text) as Kept // written by keepInDrawer, in this tab
    return { ...fresh, ...kept, counter: Math.max(counter, kept.counter) }
  } catch {
    return fresh // a browser that keeps nothing still sends at once
  }
}

export function keepInDrawer(seat: string, kept: Kept): void {
  try {
    sessionStorage.setItem(prefix + seat, JSON.stringify(kept))
  } catch {
    // it stays in memory, and leaves with the page at the latest
  }
}

function emptyOthers(but: string): void {
  for (const key of Object.keys(sessionStorage))
    if (key.startsWith(prefix) && key !== but) sessionStorage.removeItem(key)
}

const randomName = (): string => newId().replaceAll('-', '').slice(0, 16)

/** A random UUID; `crypto.randomUUID` is missing where the address is not a secure one. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes.set([((bytes[6] ?? 0) & 0x0f) | 0x40], 6)
  bytes.set([((bytes[8] ?? 0) & 0x3f) | 0x80], 8)
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
