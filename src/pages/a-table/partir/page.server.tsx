import type { FastifyInstance } from 'fastify'
import { goTo, show } from '#platform/web.server.ts'
import { atTable } from '../at-table.server.ts'
import { erase } from './erase.server.ts'
import { Gone, LeavePage, WithAParent } from './view.tsx'

/** « Je préfère ne pas m'inscrire »: one touch to say it, one to be sure, and no question. */
export function register(app: FastifyInstance): void {
  app.get('/a-table/partir', async (request, reply) => {
    const scope = await atTable(request)
    const may = scope?.viewer.kind === 'seat' && scope.view.me?.registered !== true
    return may ? show(reply, <LeavePage />) : goTo(reply, '/a-table')
  })

  app.post('/a-table/partir', async (request, reply) => {
    const scope = await atTable(request)
    const gone = scope !== null && (await erase(reply, scope))
    return goTo(reply, gone ? '/a-table/parti' : '/a-table')
  })

  app.get('/a-table/parti', async (_request, reply) => show(reply, <Gone />))

  app.get('/a-table/avec-un-parent', async (_request, reply) => show(reply, <WithAParent />))
}
