import type { FastifyInstance } from 'fastify'
import { currentCharter } from '#domain/charter/charter.acts.server.ts'
import { show } from '#platform/web.server.ts'
import { CharterPage } from './view.tsx'

/** « /charte » : the charter in force, for anyone. */
export async function register(app: FastifyInstance): Promise<void> {
  app.get('/charte', async (_request, reply) => show(reply, <CharterPage charter={await currentCharter()} />))
}
