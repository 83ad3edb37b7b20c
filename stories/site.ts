import { createServer, type AddressInfo } from 'node:net'
import { existsSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core'
import { buildApp } from '../src/app.server.ts'
import { enter, plantLeCerisier, person, type World } from '#seeds/le-cerisier.ts'
import { freshDatabase } from '../tests/fresh-database.ts'

// The real site, on a database of its own, and real browsers: what stories are told with.

export type Site = {
  readonly url: string
  readonly world: World
  /** A new person with a device: a context of their own, that shares nothing with the others. */
  readonly device: (options?: BrowserContextOptions) => Promise<{ context: BrowserContext; page: Page }>
  /** Puts a neighbour's session on a device, as if they had entered with their code. */
  readonly signIn: (context: BrowserContext, firstName: string) => Promise<void>
  readonly close: () => Promise<void>
}

/** Chromium as it must be started here: no network of its own behind our back. */
const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export async function openSite(options: { plant?: boolean } = {}): Promise<Site> {
  await freshDatabase()
  const port = await freePort()
  const url = `http://localhost:${port}`
  const app = await buildApp({ publicUrl: url, dataDir: 'var/stories', logLevel: 'silent' })
  const world = options.plant === false ? emptyWorld : await plantLeCerisier()
  await app.listen({ port, host: '127.0.0.1' })
  const browser = await chromium.launch({
    executablePath: chromePath(),
    headless: true,
    args: chromiumArguments,
  })
  return {
    url,
    world,
    device: (wanted) => newDevice(browser, url, wanted),
    signIn: async (context, firstName) => {
      const token = await enter(person(world.people, firstName))
      await context.addCookies([
        {
          name: '__Host-coopere',
          value: token,
          url: url.replace('http:', 'https:'),
          secure: true,
          httpOnly: true,
          sameSite: 'Lax',
        },
      ])
    },
    close: () => closeAll(browser, app),
  }
}

function chromePath(): string {
  const path = process.env.CHROME_PATH ?? '/usr/bin/chromium'
  if (!existsSync(path)) throw new Error('Chromium est introuvable : indiquez-le par CHROME_PATH.')
  return path
}

async function newDevice(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    baseURL: url,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    viewport: { width: 390, height: 844 },
    ...options,
  })
  context.setDefaultTimeout(15_000)
  return { context, page: await context.newPage() }
}

async function closeAll(browser: Browser, app: FastifyInstance): Promise<void> {
  await browser.close()
  await app.close()
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

const emptyWorld: World = {
  companion: { kind: 'companion', companionId: '', personId: null },
  sectorId: '0',
  slug: '',
  entrances: new Map(),
  people: new Map(),
  nextGathering: '',
}
