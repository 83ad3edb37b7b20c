import type { FastifyInstance } from 'fastify'
import { consoleView } from '#domain/gatherings/console.views.server.ts'
import { isUnderWay } from '#domain/gatherings/gathering.ts'
import { liveStream } from '#platform/live.server.ts'
import { liveConsole } from '../console.live.ts'
import { consoleOf, tableChannel } from '../console.scope.server.ts'

/** The console's stream: it says that the table changed, and the page reads its own parts again. */
export function register(app: FastifyInstance): void {
  app.get('/pupitre/vivant', async (request, reply) => {
    const { viewer } = await consoleOf(request)
    return liveStream(request, reply, tableChannel(viewer.gatheringId), async () => {
      const view = await consoleView(viewer)
      return view !== null && isUnderWay(view.gathering) ? liveConsole(view) : null
    })
  })
}
