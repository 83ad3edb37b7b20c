import type { FastifyInstance } from 'fastify'
import { show } from '#platform/web.server.ts'
import { HowItGoes } from './view.tsx'

/** « /comment-ca-se-passe » : a table told minute by minute. */
export async function register(app: FastifyInstance): Promise<void> {
  app.get('/comment-ca-se-passe', async (_request, reply) => show(reply, <HowItGoes />))
}
