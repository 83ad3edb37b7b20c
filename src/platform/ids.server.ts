import { createHash, randomBytes, randomInt } from 'node:crypto'

/** A UUID of version 7 (RFC 9562 §5.7): sortable, and made here so that no sequence is shared between servers. */
export function newId(): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(Date.now(), 0, 6)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** A sector's number: 15 random digits, fits a bigint and a JavaScript integer. */
export const newSectorId = (): string =>
  `${randomInt(1, 10)}${String(randomInt(0, 10 ** 14)).padStart(14, '0')}`

/** A secret for a cookie or a link; only its hash is ever stored. */
export const newToken = (bytes = 32): string => randomBytes(bytes).toString('base64url')

export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()

/** A code of `digits` digits, evenly drawn. */
export const newCode = (digits: number): string => String(randomInt(0, 10 ** digits)).padStart(digits, '0')

/** Chance for rules that take it as an argument: an integer from 0 to `below` − 1. */
export const chance = (below: number): number => randomInt(0, below)
