import { latinDigits } from '#domain/residents/writing.ts'
import { second, settings } from './settings.ts'

// The live word stands on the host's screen: it changes every minute and stays good for one minute more.
// Nothing is stored: word and token come from the table's secret and the hour. They open a place in the queue
// at the door, never a seat; the host's « Oui, à notre table » does (decisions.md 21).

/** What a door needs: the words, a keyed hash under the secret of this table, and an equality in constant time. */
export type DoorKey = {
  readonly words: readonly string[]
  readonly mac: (message: string) => Uint8Array
  readonly equals: (one: Uint8Array, other: Uint8Array) => boolean
}
export type LiveWord = { readonly word: string; readonly digits: string; readonly untilSeconds: number }

const slotLasts = settings.wordLives.value * second
const slotsKept = settings.wordGrace.value / settings.wordLives.value
const tokenBytes = 10

/** The word to show now, its two digits, and how many seconds it has left on the screen. */
export function wordAt(door: DoorKey, now: Date): LiveWord {
  const slot = slotAt(now)
  const left = (slot + 1) * slotLasts - now.getTime()
  return { ...wordOf(door, slot), untilSeconds: Math.ceil(left / second) }
}

/** Whether what was typed is the word on the screen, or the one before: « kiwi-O4 » for KIWI 04. */
export function accepts(door: DoorKey, typed: string, now: Date): boolean {
  if (typed.length > 100) return false
  const said = asTyped(typed)
  return slotsGoodAt(now).some((slot) => {
    const { word, digits } = wordOf(door, slot)
    return said === asTyped(word + digits)
  })
}

/** What the QR code of the screen carries now. */
export const tokenAt = (door: DoorKey, now: Date): string => tokenOf(door, slotAt(now))

/** Whether a token was on the screen during this minute or the one before. */
export function acceptsToken(door: DoorKey, token: string, now: Date): boolean {
  const given = bytesOf(token)
  if (given === null) return false
  return slotsGoodAt(now).some((slot) => {
    const expected = bytesOf(tokenOf(door, slot))
    return expected !== null && expected.length === given.length && door.equals(expected, given)
  })
}

const slotAt = (now: Date): number => Math.floor(now.getTime() / slotLasts)

const slotsGoodAt = (now: Date): number[] =>
  Array.from({ length: 1 + slotsKept }, (_, minutesAgo) => slotAt(now) - minutesAgo)

function wordOf(door: DoorKey, slot: number): { word: string; digits: string } {
  const { buffer, byteOffset, byteLength } = door.mac(`word ${slot}`)
  const drawn = new DataView(buffer, byteOffset, byteLength)
  return {
    word: door.words[drawn.getUint32(0) % door.words.length] ?? '',
    digits: String(drawn.getUint32(4) % 100).padStart(2, '0'),
  }
}

// Capitals and digits: the shortest QR code. The minute is in it, under the seal of the table's secret.
function tokenOf(door: DoorKey, slot: number): string {
  const seal = door.mac(`code ${slot}`).slice(0, tokenBytes)
  const minute = slot.toString(16).padStart(8, '0')
  return (minute + Array.from(seal, (byte) => byte.toString(16).padStart(2, '0')).join('')).toUpperCase()
}

function bytesOf(token: string): Uint8Array | null {
  if (!/^[0-9A-F]{28}$/.test(token)) return null
  return Uint8Array.from({ length: token.length / 2 }, (_, at) =>
    parseInt(token.slice(2 * at, 2 * at + 2), 16),
  )
}

/** How a word is compared: no spaces, hyphens, accents or capitals, and O with 0, I and L with 1. */
export const asTyped = (text: string): string =>
  latinDigits(text.normalize('NFKC').normalize('NFD'))
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replaceAll('o', '0')
    .replace(/[il]/g, '1')
