import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { leave } from '#domain/access/session.acts.server.ts'
import type { SeatViewer } from '#domain/access/viewer.ts'
import { takeSeat } from '#domain/gatherings/arrival.acts.server.ts'
import { decline } from '#domain/gatherings/declining.acts.server.ts'
import { entrancesOfGathering, welcomeOf } from '#domain/gatherings/door.views.server.ts'
import { dropSession, sessionToken } from '#platform/cookies.server.ts'
import { changed } from '#platform/live.server.ts'
import { formBody, goTo, show } from '#platform/web.server.ts'
import { atTable, channelOf } from '../at-table.server.ts'
import { arrivalField, arrivalRefusals } from '../refusals.words.ts'
import { elsewhere, parseArrival, type Problems, type TypedArrival } from './name.form.ts'
import { JustBeside, NamePage } from './view.tsx'

/** A first name and an entrance, then the phone waits for the host's yes. */
export function register(app: FastifyInstance): void {
  app.get('/a-table/prenom', async (request, reply) => {
    const arrivant = await arriving(request)
    return arrivant === null ? goTo(reply, '/a-table') : ask(reply, arrivant.viewer)
  })

  app.post('/a-table/prenom', async (request, reply) => {
    const arrivant = await arriving(request)
    const token = sessionToken(request)
    if (arrivant === null || token === null) return goTo(reply, '/a-table')
    const { viewer } = arrivant
    const { typed, problems, arrival } = parseArrival(formBody(request))
    if (typed.entranceId === elsewhere) return liveElsewhere(reply, arrivant, token)
    if (arrival === null) return ask(reply, viewer, typed, problems)
    const seat = await takeSeat(viewer, token, arrival)
    if (!seat.ok && seat.reason !== 'already-seated')
      return ask(reply, viewer, typed, {
        [arrivalField[seat.reason] ?? 'table']: arrivalRefusals[seat.reason],
      })
    changed(channelOf(viewer.gatheringId))
    return goTo(reply, '/a-table')
  })

  app.get('/a-table/juste-a-cote', async (_request, reply) => show(reply, <JustBeside />))
}

type Arrivant = { readonly viewer: SeatViewer; readonly waiting: boolean }

/** A device that gave a right word and is not seated yet; it may come back to correct its name while it waits. */
async function arriving(request: FastifyRequest): Promise<Arrivant | null> {
  const scope = await atTable(request)
  if (scope === null || scope.viewer.kind !== 'seat') return null
  const { seat, gathering } = scope.view
  if (seat?.state === 'seated' || gathering.phase === 'closed') return null
  return { viewer: scope.viewer, waiting: seat !== null }
}

async function ask(
  reply: FastifyReply,
  viewer: SeatViewer,
  typed?: TypedArrival,
  problems?: Problems,
): Promise<FastifyReply> {
  const [welcome, entrances] = await Promise.all([welcomeOf(viewer), entrancesOfGathering(viewer)])
  const page = <NamePage welcome={welcome} entrances={entrances} typed={typed} problems={problems} />
  return show(reply, page, problems === undefined ? 200 : 422)
}

/** Nothing stays of someone from the next street: neither a seat, nor the session. */
async function liveElsewhere(reply: FastifyReply, arrivant: Arrivant, token: string): Promise<FastifyReply> {
  if (arrivant.waiting) await decline(arrivant.viewer)
  else await leave(arrivant.viewer, token)
  changed(channelOf(arrivant.viewer.gatheringId))
  dropSession(reply)
  return goTo(reply, '/a-table/juste-a-cote')
}
