import type { FastifyInstance, FastifyRequest } from 'fastify'
import { charterOf } from '#domain/charter/charter.acts.server.ts'
import { show } from '#platform/web.server.ts'
import { consoleOf } from '../console.scope.server.ts'
import { openingSayings, sayingAt } from '../script.words.ts'
import { OpeningView } from './OpeningView.tsx'
import { minutesIn } from './OpeningLine.tsx'

/** The half hour before anyone looks at a screen: a clock, and the next sentence to say. */
export function register(app: FastifyInstance): void {
  app.get('/pupitre/accueil', async (request, reply) => {
    const held = await consoleOf(request)
    const moment = momentIn(request) ?? sayingAt(minutesIn(held))
    const charter = await charterOf(held.view.gathering.charterVersion ?? '')
    return show(reply, <OpeningView held={held} moment={moment} charter={charter} />)
  })
}

/** `?moment=2`: the host is ahead of the clock, or behind it. */
function momentIn(request: FastifyRequest): number | null {
  const { query } = request
  const moment = Number(
    typeof query === 'object' && query !== null ? Reflect.get(query, 'moment') : undefined,
  )
  return Number.isInteger(moment) && moment >= 0 && moment < openingSayings.length ? moment : null
}
