import type { FastifyInstance } from 'fastify'
import { leave } from '#domain/access/session.acts.server.ts'
import { dropSession, sessionToken } from '#platform/cookies.server.ts'
import { goTo, show } from '#platform/web.server.ts'
import { LeaveView } from './view.tsx'

export function register(app: FastifyInstance): void {
  app.get('/sortir', async (_request, reply) => show(reply, <LeaveView />))

  app.post('/sortir', async (request, reply) => {
    const token = sessionToken(request)
    if (token !== null) await leave(request.viewer, token)
    dropSession(reply)
    reply.header('clear-site-data', '"cache", "cookies", "storage"')
    return goTo(reply, '/')
  })
}
