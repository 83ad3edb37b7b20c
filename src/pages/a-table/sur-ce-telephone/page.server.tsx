import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { leave, openSeatSession } from '#domain/access/session.acts.server.ts'
import type { ResidentViewer } from '#domain/access/viewer.ts'
import { checkIn } from '#domain/gatherings/arrival.acts.server.ts'
import type { Door } from '#domain/gatherings/door.views.server.ts'
import { doorsOpenNow } from '#domain/gatherings/open-doors.views.server.ts'
import { keepSession, sessionToken } from '#platform/cookies.server.ts'
import { outsideSectors } from '#platform/db.server.ts'
import { newId } from '#platform/ids.server.ts'
import { changed } from '#platform/live.server.ts'
import { refused, type Result } from '#platform/result.ts'
import { formBody, goTo, show } from '#platform/web.server.ts'
import { channelOf } from '../at-table.server.ts'
import { textIn, whatIsTyped } from '../door.form.ts'
import { doorFor, showTrouble } from '../porte.server.tsx'
import { arrivalRefusals } from '../refusals.words.ts'
import type { DoorTrouble } from '../view.tsx'
import { NotNow, OtherUse } from './view.tsx'

/** « Sur ce téléphone »: the word or the square is checked again, and this device may then take one seat. */
export function register(app: FastifyInstance): void {
  app.post('/a-table/sur-ce-telephone', async (request, reply) => {
    const { viewer } = request
    if (viewer.kind === 'console' || viewer.kind === 'companion' || viewer.kind === 'operator')
      return show(reply, <OtherUse />, 409)
    const sent = formBody(request)
    const door = await doorSaid(request, sent)
    if (!door.ok) return showTrouble(reply, sent, door.reason)
    return viewer.kind === 'resident'
      ? sitDown(request, reply, viewer, door.value)
      : lendSeat(request, reply, door.value)
  })
}

async function doorSaid(
  request: FastifyRequest,
  sent: Record<string, unknown>,
): Promise<Result<Door, DoorTrouble>> {
  const { viewer } = request
  const typed = whatIsTyped(sent)
  if (typed !== null) return doorFor(request, typed)
  const asked = textIn(sent, 'table')
  const door = (await doorsOpenNow()).find((one) => one.gatheringId === asked)
  const own = viewer.kind === 'resident' && door?.sectorId === viewer.sectorId
  return door && own ? { ok: true, value: door } : refused('wrong-word')
}

/** A registered neighbour keeps their own session: it learns which chair they take. */
async function sitDown(
  request: FastifyRequest,
  reply: FastifyReply,
  viewer: ResidentViewer,
  door: Door,
): Promise<FastifyReply> {
  const token = sessionToken(request)
  if (token === null) return goTo(reply, '/a-table')
  const seat = await checkIn(viewer, token, door.gatheringId)
  if (!seat.ok) return show(reply, <NotNow sentence={arrivalRefusals[seat.reason]} />, 409)
  changed(channelOf(door.gatheringId))
  return goTo(reply, '/a-table')
}

/** A newcomer's device gets a session for one seat of this table, in place of any other it held. */
async function lendSeat(request: FastifyRequest, reply: FastifyReply, door: Door): Promise<FastifyReply> {
  const before = sessionToken(request)
  if (before !== null) await leave(request.viewer, before)
  const session = await outsideSectors((tx) => openSeatSession(tx, { ...door, seatId: newId() }))
  keepSession(reply, session.token, session.until)
  return goTo(reply, '/a-table/prenom')
}
