import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { logLevels, type LogLevel } from './settings.ts'

/** What keeps the program from starting, in one French sentence for whoever runs it; main prints it and exits with 1. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

export type Config = {
  readonly port: number
  readonly host: string
  readonly publicUrl: string
  readonly dataDir: string
  readonly databaseUrl: string | null
  readonly smtpUrl: string | null
  readonly mailFrom: string
  readonly keyFile: string
  /** Believe X-Forwarded-For from a relay of this machine: else one relay would look like one sender. */
  readonly trustProxy: boolean
  readonly logLevel: LogLevel
}
/** Reads all settings at once; the first wrong one is refused in one sentence. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = (name: string): string | null => env[name]?.trim() || null
  const port = portNumber(given('PORT') ?? '3000')
  const dataDir = resolve(given('DATA_DIR') ?? './var')
  return {
    port,
    host: hostName(given('HOST') ?? 'localhost'),
    publicUrl: publicAddress(given('PUBLIC_URL') ?? `http://localhost:${port}`),
    dataDir,
    databaseUrl: databaseAddress(given('DATABASE_URL')),
    smtpUrl: smtpAddress(given('SMTP_URL')),
    mailFrom: sender(given('MAIL_FROM') ?? 'Coop-Ère <bonjour@localhost>'),
    keyFile: resolve(given('KEY_FILE') ?? join(dataDir, 'keys', 'coopere.key')),
    trustProxy: yesOrNo('TRUST_PROXY', given('TRUST_PROXY') ?? 'non'),
    logLevel: logLevel(given('LOG_LEVEL') ?? 'info'),
  }
}

/** The 32-byte key of the encrypted columns, drawn at the first start. */
export function readOrCreateKey(keyFile: string): Buffer {
  if (readKey(keyFile) === null) createKey(keyFile)
  const key = readKey(keyFile)
  if (key === null) throw new ConfigError(`KEY_FILE ne peut pas être créé : ${keyFile}.`)
  if (key.length !== 32)
    throw new ConfigError(`KEY_FILE doit tenir exactement 32 octets ; ${keyFile} en compte ${key.length}.`)
  return key
}

function portNumber(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0
  if (port < 1 || port > 65535)
    throw new ConfigError(`PORT doit être un nombre de 1 à 65535 ; ${received(text)}.`)
  return port
}

function yesOrNo(name: string, text: string): boolean {
  if (text !== 'oui' && text !== 'non')
    throw new ConfigError(`${name} doit être « oui » ou « non » ; ${received(text)}.`)
  return text === 'oui'
}

function hostName(text: string): string {
  if (!/^[\w.:-]+$/.test(text))
    throw new ConfigError(
      `HOST doit être un nom ou une adresse de machine, comme « localhost » ou « 0.0.0.0 » ; ${received(text)}.`,
    )
  return text
}

function publicAddress(text: string): string {
  const url = addressOf(text, ['http:', 'https:'])
  if (url === null || url.pathname !== '/' || url.search || url.hash || url.username)
    throw new ConfigError(
      `PUBLIC_URL doit être une adresse comme « https://voisins.example.org », sans rien derrière ; ${received(text)}.`,
    )
  return url.origin
}

function databaseAddress(text: string | null): string | null {
  if (text === null) return null
  const url = addressOf(text, ['postgres:', 'postgresql:'])
  if (url === null || url.pathname.length < 2)
    throw new ConfigError(
      'DATABASE_URL doit être une adresse comme « postgres://nom:secret@machine:5432/base ».', // never echoed: it holds a password
    )
  return text
}

function smtpAddress(text: string | null): string | null {
  if (text !== null && !addressOf(text, ['smtp:', 'smtps:'])?.hostname)
    throw new ConfigError(
      'SMTP_URL doit être une adresse comme « smtps://nom:secret@courrier.example.org:465 ».',
    )
  return text
}

function sender(text: string): string {
  if (!/^(?:[^<>\r\n]+ )?<?[^<>@\s]+@[^<>@\s]+>?$/.test(text))
    throw new ConfigError(
      `MAIL_FROM doit être un expéditeur comme « Coop-Ère <bonjour@example.org> » ; ${received(text)}.`,
    )
  return text
}

function logLevel(text: string): LogLevel {
  const level = logLevels.find((known) => known === text)
  if (level === undefined)
    throw new ConfigError(`LOG_LEVEL doit être l’un de : ${logLevels.join(', ')} ; ${received(text)}.`)
  return level
}

function addressOf(text: string, protocols: readonly string[]): URL | null {
  const url = URL.parse(text)
  return url !== null && protocols.includes(url.protocol) ? url : null
}

function readKey(keyFile: string): Buffer | null {
  try {
    return readFileSync(keyFile)
  } catch (cause) {
    if (isCode(cause, 'ENOENT')) return null
    throw new ConfigError(`KEY_FILE ne peut pas être lu : ${keyFile}.`, { cause })
  }
}

// Written whole beside its place, then linked: of two first starts one key wins, and a cut leaves no half key.
function createKey(keyFile: string): void {
  const draft = `${keyFile}.${process.pid}`
  try {
    mkdirSync(dirname(dirname(keyFile)), { recursive: true })
    mkdirSync(dirname(keyFile), { recursive: true, mode: 0o700 })
    writeFileSync(draft, randomBytes(32), { mode: 0o600, flush: true })
    linkSync(draft, keyFile)
  } catch (cause) {
    if (!isCode(cause, 'EEXIST'))
      throw new ConfigError(`KEY_FILE ne peut pas être créé : ${keyFile}.`, { cause })
  } finally {
    rmSync(draft, { force: true })
  }
}

const received = (text: string): string => `reçu « ${text.replace(/\s+/g, ' ')} »`

const isCode = (cause: unknown, code: string): boolean =>
  cause instanceof Error && 'code' in cause && cause.code === code
