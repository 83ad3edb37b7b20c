import type { FastifyReply, FastifyRequest } from 'fastify'
import { welcomeOf, type Door } from '#domain/gatherings/door.views.server.ts'
import { doorsOpenNow } from '#domain/gatherings/open-doors.views.server.ts'
import { nextPublicTables } from '#domain/site/next-tables.views.server.ts'
import { clock } from '#platform/clock.ts'
import { outsideSectors } from '#platform/db.server.ts'
import { refused, type Result } from '#platform/result.ts'
import { goTo, show } from '#platform/web.server.ts'
import { textIn, whatIsTyped } from './door.form.ts'
import { ring, type Typed } from './doorbell.server.ts'
import { NoTable, TakeAChair, WelcomePage, WordPage, type DoorTrouble } from './view.tsx'

/** Someone who has no seat: the word to type, a welcome, or only the next date. Looking creates nothing. */
export async function showDoor(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { viewer, query } = request
  if (viewer.kind === 'console') return goTo(reply, '/pupitre')
  const typed = whatIsTyped(query)
  if (typed !== null) return showWelcome(request, reply, typed)
  const doors = await doorsOpenNow()
  if (doors.length === 0) return show(reply, <NoTable next={await nextTable()} />)
  const own = viewer.kind === 'resident' ? doors.filter((door) => door.sectorId === viewer.sectorId) : []
  if (own.length > 0) return show(reply, <TakeAChair tables={await welcomesOf(own)} />)
  return show(reply, <WordPage />)
}

/** Finds the door for this person: a neighbour of another sector gets the answer of a wrong word. */
export async function doorFor(request: FastifyRequest, typed: Typed): Promise<Result<Door, DoorTrouble>> {
  const { viewer } = request
  const door = await ring(request.ip, typed)
  if (!door.ok) return door
  return viewer.kind === 'resident' && viewer.sectorId !== door.value.sectorId ? refused('wrong-word') : door
}

export const showTrouble = (reply: FastifyReply, sent: unknown, trouble: DoorTrouble): FastifyReply =>
  show(reply, <WordPage typed={textIn(sent, 'mot')} trouble={trouble} />, trouble === 'too-often' ? 429 : 422)

async function showWelcome(
  request: FastifyRequest,
  reply: FastifyReply,
  typed: Typed,
): Promise<FastifyReply> {
  const door = await doorFor(request, typed)
  const welcome = door.ok ? await welcomeOf(door.value) : null
  if (!door.ok || welcome === null)
    return showTrouble(reply, request.query, door.ok ? 'wrong-word' : door.reason)
  const proof =
    'square' in typed
      ? { name: 'carre' as const, value: typed.square }
      : { name: 'mot' as const, value: typed.word }
  return show(
    reply,
    <WelcomePage welcome={welcome} proof={proof} neighbour={request.viewer.kind === 'resident'} />,
  )
}

async function welcomesOf(doors: readonly Door[]) {
  const welcomes = await Promise.all(doors.map(welcomeOf))
  return doors.flatMap(({ gatheringId }, i) => {
    const welcome = welcomes[i]
    return welcome ? [{ ...welcome, gatheringId }] : []
  })
}

async function nextTable() {
  const [next] = await outsideSectors((tx) => nextPublicTables(tx, 1, clock.now()))
  return next ?? null
}
