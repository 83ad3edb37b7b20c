import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { charterOf } from '#domain/charter/charter.acts.server.ts'
import { acceptCharter } from '#domain/gatherings/review.acts.server.ts'
import { formBody, goTo, show } from '#platform/web.server.ts'
import { seated, tellTable, type AtTableScope } from '../at-table.server.ts'
import { textIn } from '../door.form.ts'
import { erase } from '../partir/erase.server.ts'
import { CharterPage } from './view.tsx'

/** The charter of this table, heard or read, and an age in plain words; under fifteen, everything stops kindly. */
export function register(app: FastifyInstance): void {
  app.get('/a-table/charte', async (request, reply) => {
    const scope = await agreeing(request)
    return scope === null ? goTo(reply, '/a-table') : ask(reply, scope)
  })

  app.post('/a-table/charte', async (request, reply) => {
    const scope = await agreeing(request)
    if (scope === null) return goTo(reply, '/a-table')
    const age = textIn(formBody(request), 'age')
    if (age === 'moins-de-15') {
      await erase(reply, scope)
      return goTo(reply, '/a-table/avec-un-parent')
    }
    if (age !== 'adult' && age !== '15-17')
      return ask(reply, scope, 'Dites-nous votre âge, à peu près : une des trois lignes suffit.')
    if ((await acceptCharter(scope.viewer, age)).ok) tellTable(scope)
    return goTo(reply, '/a-table')
  })
}

/** A newcomer who has said how to be reached. */
async function agreeing(request: FastifyRequest): Promise<AtTableScope | null> {
  const scope = await seated(request)
  if (scope?.view.seat?.kind !== 'newcomer' || scope.view.me?.contact === null) return null
  return ['review', 'witness', 'harvest'].includes(scope.view.gathering.phase) ? scope : null
}

async function ask(reply: FastifyReply, scope: AtTableScope, stuck?: string): Promise<FastifyReply> {
  const charter = await charterOf(scope.view.gathering.charterVersion ?? '')
  return show(
    reply,
    <CharterPage scope={scope} charter={charter} stuck={stuck} />,
    stuck === undefined ? 200 : 422,
  )
}
