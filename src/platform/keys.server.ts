import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

// Personal contact data is encrypted by column with a key that never enters the database
// (decisions.md 23, trust.md T27): a dump alone tells no address and no number.
let master: Buffer | null = null

/** Gives the process its 32-byte master key, read from the key file at start. */
export function useKeys(key: Buffer): void {
  if (key.length !== 32) throw new Error('the key file must hold 32 bytes')
  master = key
}

const derived = (purpose: string): Buffer => {
  if (master === null) throw new Error('keys are not loaded')
  return Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), `coopere/${purpose}`, 32))
}

/** AES-256-GCM; table, id and column are bound in, so a value moved to another row no longer opens. */
export function seal(table: string, id: string, column: string, plain: string): Buffer {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', derived('columns'), iv)
  cipher.setAAD(Buffer.from(`${table}|${id}|${column}`))
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  return Buffer.concat([Buffer.of(1), iv, cipher.getAuthTag(), body])
}

/** Opens what `seal` closed; throws when the value was changed or moved. */
export function open(table: string, id: string, column: string, sealed: Buffer): string {
  if (sealed.readUInt8(0) !== 1) throw new Error('unknown seal version')
  const decipher = createDecipheriv('aes-256-gcm', derived('columns'), sealed.subarray(1, 13), {
    authTagLength: 16,
  })
  decipher.setAAD(Buffer.from(`${table}|${id}|${column}`))
  decipher.setAuthTag(sealed.subarray(13, 29))
  return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()]).toString('utf8')
}

/** HMAC-SHA-256 under a key of its own for each purpose: finds an address without storing it in clear. */
export const keyedHash = (purpose: string, text: string): Buffer =>
  createHmac('sha256', derived(`hash/${purpose}`))
    .update(text)
    .digest()

/** The password of the request role: derived, so that no second secret has to be kept. */
export const requestRolePassword = (): string => keyedHash('request-role', 'password').toString('hex')
