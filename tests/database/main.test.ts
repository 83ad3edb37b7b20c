import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../fresh-database.ts'
import { testKey } from '../server.ts'

// The program as it is shipped: `npm test` builds it first.
const program =
  process.env.COOPERE_PROGRAM ?? join(import.meta.dirname, '..', '..', 'dist', 'server', 'main.js')
const folder = mkdtempSync(join(tmpdir(), 'coopere-main-'))
const keyFile = join(folder, 'cle')
let databaseUrl: string
let running: ChildProcess | null = null

beforeAll(async () => {
  databaseUrl = urlOf(await freshDatabase())
  writeFileSync(keyFile, testKey) // the request role has one password on the whole server
})
afterEach(() => void running?.kill('SIGKILL'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('au départ, le site répond et donne ses liens ; à l’arrêt, il s’en va proprement', async () => {
  const port = await freePort()
  const said = await started({ PORT: String(port) })
  expect(said.out()).toContain(`Coop-Ère répond à http://localhost:${port}`)
  await said.until('/operateur?cle=')
  expect(said.out()).toMatch(
    /Pour commencer, ouvrez ce lien, une seule fois : http:\/\/localhost:\d+\/installation\?cle=[\w-]{43}/,
  )
  const page = await fetch(`http://localhost:${port}/`)
  expect([page.status, (await page.text()).includes('<html lang="fr">')]).toEqual([200, true])
  const before = Date.now()
  expect(await said.end('SIGTERM')).toBe(0)
  expect(Date.now() - before).toBeLessThan(6000)
})

test('avec un serveur de courrier, aucun lien n’ouvre le côté technique', async () => {
  const port = await freePort()
  const said = await started({ PORT: String(port), SMTP_URL: 'smtp://127.0.0.1:1' })
  await said.until('/installation?cle=')
  expect(await said.end('SIGINT')).toBe(0)
  expect(said.out()).not.toContain('/operateur')
})

test('un port déjà pris, un réglage faux ou une base absente : une phrase, et rien de plus', async () => {
  const taken = createServer()
  const port = await new Promise<number>((ready) =>
    taken.listen(0, '127.0.0.1', () => ready((taken.address() as AddressInfo).port)),
  )
  expect(await refused({ PORT: String(port), HOST: '127.0.0.1' })).toBe(
    'Ce port est déjà pris sur cette machine : arrêtez l’autre programme, ou changez PORT.\n',
  )
  taken.close()
  expect(await refused({ PORT: 'x' })).toMatch(/^PORT doit être un nombre de 1 à 65535[^\n]*\n$/)
  expect(await refused({ DATABASE_URL: 'postgres://a:b@127.0.0.1:1/c' })).toBe(
    'La base de DATABASE_URL ne répond pas.\n',
  )
  const missing = databaseUrl.replace(/coopere_test_\w+/, 'nulle_part')
  expect(await refused({ DATABASE_URL: missing })).toBe('La base nommée dans DATABASE_URL n’existe pas.\n')
})

const settings = () => ({
  PATH: process.env.PATH ?? '',
  HOST: 'localhost',
  DATA_DIR: folder,
  KEY_FILE: keyFile,
  DATABASE_URL: databaseUrl,
  LOG_LEVEL: 'silent',
})

function launched(env: Record<string, string>) {
  const child = spawn(process.execPath, [program], {
    env: { ...settings(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running = child
  let out = ''
  let trouble = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (trouble += text))
  const ended = new Promise<number | null>((end) => child.on('close', (code) => end(code)))
  return { child, ended, out: () => out, trouble: () => trouble }
}

async function started(env: Record<string, string>) {
  const { child, ended, out, trouble } = launched(env)
  const until = (words: string) => expect.poll(() => out() + trouble(), { timeout: 15_000 }).toContain(words)
  await until('Coop-Ère répond')
  const end = (signal: NodeJS.Signals) => (child.kill(signal), ended)
  return { out, until, end }
}

async function refused(env: Record<string, string>): Promise<string> {
  const { ended, out, trouble } = launched({ PORT: String(await freePort()), ...env })
  expect(await ended).toBe(1)
  expect(out()).toBe('')
  return trouble()
}

const freePort = (): Promise<number> =>
  new Promise((free) => {
    const probe = createServer().listen(0, 'localhost', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => free(port))
    })
  })

function urlOf({ connectionString, host = '', port, user = '', database = '' }: pg.ClientConfig): string {
  if (connectionString !== undefined) return connectionString
  return `postgres://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`
}
