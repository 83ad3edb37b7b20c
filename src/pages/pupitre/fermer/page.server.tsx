import type { FastifyInstance } from 'fastify'
import { closeGathering } from '#domain/gatherings/closing.acts.server.ts'
import { dropSession, sessionToken } from '#platform/cookies.server.ts'
import { stuck } from '#platform/stuck.server.ts'
import { show } from '#platform/web.server.ts'
import { consoleOf, tellTable } from '../console.scope.server.ts'
import { closingRefusals } from '../console.words.ts'
import { ClosedView } from './ClosedView.tsx'
import { CloseView } from './CloseView.tsx'

/** « Fermer la table »: what it will do, then the act that registers, and the end of this console. */
export function register(app: FastifyInstance): void {
  app.get('/pupitre/fermer', async (request, reply) =>
    show(reply, <CloseView held={await consoleOf(request)} />),
  )

  app.post('/pupitre/fermer', async (request, reply) => {
    const held = await consoleOf(request)
    const token = sessionToken(request)
    if (token === null) throw stuck('not-here')
    const closed = await closeGathering(held.viewer, token)
    if (!closed.ok) return show(reply, <CloseView held={held} stuck={closingRefusals[closed.reason]} />, 422)
    tellTable(held.viewer)
    dropSession(reply)
    reply.header('clear-site-data', '"cache", "cookies", "storage"')
    return show(reply, <ClosedView {...closed.value} />)
  })
}
