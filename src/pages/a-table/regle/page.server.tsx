import type { FastifyInstance } from 'fastify'
import { readRule } from '#domain/gatherings/sweep.acts.server.ts'
import { goTo, show } from '#platform/web.server.ts'
import { seated } from '../at-table.server.ts'
import { RulePage } from './view.tsx'

/** The rule of the game, with a rehearsal that is never kept. */
export function register(app: FastifyInstance): void {
  app.get('/a-table/regle', async (request, reply) => {
    const scope = await seated(request)
    return scope?.screen === 'rule' ? show(reply, <RulePage scope={scope} />) : goTo(reply, '/a-table')
  })

  app.post('/a-table/regle', async (request, reply) => {
    const scope = await seated(request)
    if (scope !== null) await readRule(scope.viewer)
    return goTo(reply, '/a-table')
  })
}
