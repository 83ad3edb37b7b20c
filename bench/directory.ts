import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { outputOf, spawnOn } from './pinned.ts'
import { rawGet } from './raw.ts'
import { atLeast, median, rounded, watched, type Measure, type Row } from './row.ts'
import { freePort, startServer, type Server } from './server.ts'
import { once } from './tidy.ts'
import { plantOffers, plantWorld } from './world.ts'

const CONNECTIONS = 16
const SECONDS = 4
const ROUNDS = 3

/**
 * `directory.vs_bare` and `directory.req_s`: 200 offers read by a signed-in neighbour, row-level security on. The
 * site and its PostgreSQL share one core, the load has the other; a bare Node server on that same core sends the
 * same bytes with the same headers from memory. They take turns, and the middle round of each is kept.
 */
export const directory: Measure = { names: ['directory.vs_bare', 'directory.req_s'], run: measure }

async function measure(): Promise<Row[]> {
  const server = await startServer({ core: 0 })
  try {
    const world = await plantWorld(server)
    await server.asOwner((client) => plantOffers(client, world.sectorId, 200))
    const cookie = (await world.enterAs('Paul')).cookies()
    const page = { path: `/secteurs/${world.slug}/offres`, cookie }
    const rates = await inTurns(server, page)
    return [
      atLeast('directory.vs_bare', rounded(rates.site / rates.bare, 3), '×', 0.03),
      watched('directory.req_s', rounded(rates.site), 'pages/s'),
      watched('directory.bare_req_s', rounded(rates.bare), 'pages/s'),
    ]
  } finally {
    await server.stop()
  }
}

type Page = { readonly path: string; readonly cookie: string }

async function inTurns(server: Server, page: Page): Promise<{ site: number; bare: number }> {
  const bare = await startBare(server, page)
  try {
    await rate(server.port, page, 2) // warm: compiled code, open connections, the page in memory
    await rate(bare.port, page, 1)
    const site: number[] = []
    const plain: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      site.push(await rate(server.port, page, SECONDS))
      plain.push(await rate(bare.port, page, SECONDS))
    }
    return { site: median(site), bare: median(plain) }
  } finally {
    await bare.stop()
  }
}

async function rate(port: number, page: Page, seconds: number): Promise<number> {
  const args = ['bench/load.ts', String(port), page.path, String(CONNECTIONS), String(seconds)]
  const load = spawnOn(1, process.execPath, args, {
    env: { ...process.env, LOAD_COOKIE: page.cookie },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [requests = 0, refused = 0, , lasted = NaN] = (await outputOf(load)).split(' ').map(Number)
  if (refused > 0) throw new Error(`${refused} of ${requests} pages were refused`)
  return requests / lasted
}

// What Node writes by itself.
const ofTheConnection = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding'])

async function startBare(server: Server, page: Page): Promise<{ port: number; stop: () => Promise<void> }> {
  const { status, body, headers } = await rawGet(server.url + page.path, page.cookie)
  if (status !== 200) throw new Error(`the directory answered ${status}`)
  const folder = mkdtempSync(join(tmpdir(), 'coopere-bare-'))
  writeFileSync(join(folder, 'body'), body)
  const kept = Object.entries(headers).filter(([name]) => !ofTheConnection.has(name))
  writeFileSync(join(folder, 'headers'), kept.map(([name, value]) => `${name}: ${value}`).join('\n'))
  const port = await freePort()
  const child = spawnOn(
    0,
    process.execPath,
    ['bench/bare.ts', String(port), join(folder, 'body'), join(folder, 'headers')],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  await new Promise((resolve) => child.stdout?.once('data', resolve))
  await sleep(100)
  return {
    port,
    stop: once(async () => {
      child.kill('SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    }),
  }
}
