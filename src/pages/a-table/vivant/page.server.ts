import type { FastifyInstance } from 'fastify'
import { viewerOf } from '#domain/access/session.views.server.ts'
import { seatOf } from '#domain/gatherings/at-table.acts.server.ts'
import { liveSeat, seatView } from '#domain/gatherings/seat.views.server.ts'
import { sessionToken } from '#platform/cookies.server.ts'
import { liveStream } from '#platform/live.server.ts'
import { channelOf, tableViewer } from '../at-table.server.ts'

/** « /a-table/vivant »: this seat's own state, the step and numbers; never a name (decisions.md 22). */
export function register(app: FastifyInstance): void {
  app.get('/a-table/vivant', async (request, reply) => {
    const token = sessionToken(request)
    const viewer = tableViewer(request)
    const at = viewer && seatOf(viewer)
    if (token === null || at === null) return reply.code(204).send()
    return liveStream(request, reply, channelOf(at.gatheringId), () => stateOf(token))
  })
}

// The session is read again each time: the host's yes gives it a person, and « Je préfère ne pas » ends it.
async function stateOf(token: string): Promise<unknown> {
  const viewer = await viewerOf(token)
  if (viewer.kind !== 'seat' && viewer.kind !== 'resident') return null
  const view = await seatView(viewer)
  return view === null ? null : liveSeat(view)
}
