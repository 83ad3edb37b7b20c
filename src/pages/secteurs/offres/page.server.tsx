import type { FastifyInstance, FastifyRequest } from 'fastify'
import { viewerOf } from '#domain/access/session.views.server.ts'
import { catalogueOf } from '#domain/ideas/ideas.acts.server.ts'
import type { Catalogue } from '#domain/ideas/catalogue.ts'
import { openDirectory, type Opened } from '#domain/offers/directory-door.views.server.ts'
import { directoryOf } from '#domain/offers/directory.ts'
import { offersOf } from '#domain/offers/directory.views.server.ts'
import { named, sectorScope } from '#pages/secteurs/sector.scope.server.ts'
import { sessionToken } from '#platform/cookies.server.ts'
import { withSector } from '#platform/db.server.ts'
import { pageHtml } from '#platform/html.server.ts'
import { stuck } from '#platform/stuck.server.ts'
import { keptPages } from './kept-pages.server.ts'
import { DirectoryView } from './view.tsx'

type Query = { readonly theme?: string }

const pages = keptPages(32 * 1024 * 1024)

/** « Par ici » : the offers of the sector, for its registered neighbours. */
export function register(app: FastifyInstance): void {
  app.get<{ Querystring: Query }>(
    '/secteurs/:slug/offres',
    { config: { ownDoor: true } },
    async (request, reply) => {
      const asked = askedTheme(request.query)
      const opened = (await knock(request)) ?? (await theLongWay(request))
      const theme = themeIn(await catalogueOf(opened.catalogue), asked)
      // All that the page depends on. The first name of who reads is not in it.
      const key = [opened.sectorId, opened.version, opened.catalogue, opened.host, theme].join('|')
      const page = await pages.page(key, () => written(request, opened, theme))
      void reply.type('text/html; charset=utf-8').header('cache-control', 'private, no-store')
      void reply.header('vary', 'accept-encoding')
      return readsBrotli(request)
        ? reply.header('content-encoding', 'br').send(page.brotli)
        : reply.send(page.html())
    },
  )
}

const knock = (request: FastifyRequest): Promise<Opened | null> =>
  openDirectory(sessionToken(request), named(request, 'slug'))

// Whoever the door did not let in hears from the sector's own scope why; it throws, unless something has just changed.
async function theLongWay(request: FastifyRequest): Promise<Opened> {
  await scopeOf(request)
  const opened = await knock(request)
  if (opened === null) throw stuck('not-here')
  return opened
}

async function scopeOf(request: FastifyRequest) {
  request.viewer = await viewerOf(sessionToken(request) ?? '')
  return sectorScope(request)
}

async function written(request: FastifyRequest, opened: Opened, theme: string | null): Promise<string> {
  const { sector, path, nav, host } = await scopeOf(request)
  if (host !== opened.host) throw stuck('not-here') // a mandate began or ended this very moment: keep nothing of it
  const catalogue = await catalogueOf(opened.catalogue)
  const offers = await withSector({ personId: null }, opened.sectorId, (tx) => offersOf(tx, opened.sectorId))
  const directory = directoryOf(catalogue, offers)
  return pageHtml(<DirectoryView {...{ directory, theme, path, nav }} sector={sector.name} />)
}

/** `?theme=` and nothing else: this list is not sorted or filtered by anything about people (trust.md T5). */
function askedTheme(query: Query): string | null {
  if (Object.keys(query).some((name) => name !== 'theme')) throw stuck('garbled')
  return query.theme === undefined || query.theme === '' ? null : query.theme
}

function themeIn(catalogue: Catalogue, asked: string | null): string | null {
  if (asked !== null && !catalogue.themes.some((theme) => theme.code === asked)) throw stuck('not-here')
  return asked
}

const readsBrotli = (request: FastifyRequest): boolean =>
  /\bbr\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(String(request.headers['accept-encoding'] ?? ''))
