import type { FastifyInstance } from 'fastify'
import { viewerOf } from '#domain/access/session.views.server.ts'
import { consoleView } from '#domain/gatherings/console.views.server.ts'
import { isUnderWay } from '#domain/gatherings/gathering.ts'
import { sessionToken } from '#platform/cookies.server.ts'
import { liveStream } from '#platform/live.server.ts'
import { liveConsole } from '../console.live.ts'
import { consoleOf, tableChannel } from '../console.scope.server.ts'

/** The console's stream: it says that the table changed, and the page reads its own parts again. */
export function register(app: FastifyInstance): void {
  app.get('/pupitre/vivant', async (request, reply) => {
    const { viewer } = await consoleOf(request)
    const token = sessionToken(request) ?? ''
    return liveStream(request, reply, tableChannel(viewer.gatheringId), async () => {
      // Read again each time: once the console is taken over on another device, this one hears no more.
      const now = await viewerOf(token)
      const view = now.kind === 'console' ? await consoleView(now) : null
      return view !== null && isUnderWay(view.gathering) ? liveConsole(view) : null
    })
  })
}
