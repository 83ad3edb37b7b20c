import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { themeStylesheet, type ThemeColour } from '#ui/colours.ts'
import type { PageUrls } from '#ui/urls.ts'

type Manifest = ReadonlyMap<string, string>
type Sheet = { readonly path: string; readonly css: string }

const forEver = 'public, max-age=31536000, immutable'

// Read once; a build replaces it, and the server starts again.
let manifest: Manifest | null = null
let themes: Sheet = sheetOf('')
const sheets = new Map<string, Sheet>()

/** The address of a built file, from its source: `src/ui/styles/site.css`. Its content never changes. */
export function asset(source: string): string {
  manifest ??= readManifest(clientFolder())
  const file = manifest.get(source)
  if (file === undefined)
    throw new Error(`« ${source} » n’est pas dans dist/client : lancez « npm run build ».`)
  return `/${file}`
}

/** Puts the catalogue's colours in force; the sheets of older versions keep answering until the server stops. */
export function useThemes(colours: readonly ThemeColour[]): void {
  themes = sheetOf(themeStylesheet(colours))
  sheets.set(themes.path, themes)
}

/** What `Page` asks for: hashed addresses of files, and the sheet of the themes. */
export const pageUrls = (): PageUrls => ({ asset, themes: themes.path })

/** Serves the built files and the themes' sheet, both to be kept for ever by browsers. */
export async function serveAssets(app: FastifyInstance, folder = clientFolder()): Promise<void> {
  manifest = readManifest(folder)
  await app.register(fastifyStatic, {
    root: join(folder, 'assets'),
    prefix: '/assets/',
    preCompressed: true,
    index: false,
    decorateReply: false,
    cacheControl: false,
    setHeaders: (reply) => void reply.header('cache-control', forEver),
  })
  app.get<{ Params: { hash: string } }>('/themes-:hash.css', async (request, reply) => {
    const sheet = sheets.get(`/themes-${request.params.hash}.css`)
    if (sheet === undefined) return reply.callNotFound()
    return reply.header('cache-control', forEver).type('text/css; charset=utf-8').send(sheet.css)
  })
}

function sheetOf(css: string): Sheet {
  const hash = createHash('sha256').update(css).digest('hex').slice(0, 10)
  return { path: `/themes-${hash}.css`, css }
}

/** dist/client, whether the program runs from src/ or from dist/server/. */
function clientFolder(): string {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const client = join(folder, 'dist', 'client')
    if (existsSync(join(client, '.vite', 'manifest.json'))) return client
  }
  throw new Error(
    'Les fichiers du navigateur ne sont pas construits (dist/client) : lancez « npm run build ».',
  )
}

/** Vite's manifest, reduced to what a page asks: from a source to its hashed file. */
function readManifest(folder: string): Manifest {
  const parsed: unknown = JSON.parse(readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8'))
  const found = new Map<string, string>()
  for (const [source, entry] of Object.entries(parsed ?? {})) {
    const file: unknown = typeof entry === 'object' && entry !== null ? Reflect.get(entry, 'file') : null
    if (typeof file === 'string') found.set(source, file)
  }
  return found
}
