import type { FastifyInstance } from 'fastify'
import { viewerOf } from '#domain/access/session.views.server.ts'
import { visitor, type Viewer } from '#domain/access/viewer.ts'
import { publishStarterCharter } from '#domain/charter/charter.acts.server.ts'
import { currentCatalogue, publishStarterCatalogue } from '#domain/ideas/ideas.acts.server.ts'
import { StuckView } from '#pages/coince/view.tsx'
import { serveAssets, useThemes } from '#platform/assets.server.ts'
import type { Config } from '#platform/config.server.ts'
import { sessionToken } from '#platform/cookies.server.ts'
import { buildWeb } from '#platform/web.server.ts'
import { pages } from './pages.server.ts'

declare module 'fastify' {
  interface FastifyRequest {
    viewer: Viewer
  }
  interface FastifyContextConfig {
    /** A page that reads its session itself, in the one question it asks of the database. */
    ownDoor?: boolean
  }
}

/** What the site needs to know of its configuration. */
export type AppConfig = Pick<Config, 'publicUrl' | 'dataDir' | 'logLevel'> &
  Partial<Pick<Config, 'trustProxy'>>

/** The whole site, on a database already connected: who asks is known before any page. */
export async function buildApp(config: AppConfig): Promise<FastifyInstance> {
  await publishStarterCharter()
  await publishStarterCatalogue()
  useThemes((await currentCatalogue()).themes)
  const app = await buildWeb({
    publicUrl: config.publicUrl,
    log: { level: config.logLevel },
    trustProxy: config.trustProxy ?? false,
    sorry: (why, reference) => StuckView({ why, reference, publicUrl: config.publicUrl }),
  })
  await app.register(async (scope) => serveAssets(scope)) // before the next hook: a style sheet asks no session
  app.decorateRequest('viewer')
  app.addHook('onRequest', async (request) => {
    const token = request.routeOptions.config.ownDoor ? null : sessionToken(request)
    request.viewer = token === null ? visitor : await viewerOf(token)
  })
  for (const register of pages) await app.register(async (scope) => register(scope, config))
  return app
}
