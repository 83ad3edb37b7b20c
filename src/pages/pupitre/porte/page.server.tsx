import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { liveWord } from '#domain/gatherings/door.views.server.ts'
import { setDoor } from '#domain/gatherings/opening.acts.server.ts'
import { admitSeat, refuseSeat } from '#domain/gatherings/seating.acts.server.ts'
import { goTo, show } from '#platform/web.server.ts'
import { consoleOf, consoleViewer, tellTable } from '../console.scope.server.ts'
import { seatRefusals } from '../console.words.ts'
import type { ConsoleSettings } from '../desk.server.tsx'
import { idNamed, textPosted } from '../posted.server.ts'
import { DoorView } from './DoorView.tsx'

/** « La porte »: open or closed, and the host's yes to each person who waits. */
export function register(app: FastifyInstance, settings: ConsoleSettings): void {
  app.get('/pupitre/porte', async (request, reply) => showDoor(request, reply, settings))

  app.post('/pupitre/porte', async (request, reply) => {
    const viewer = consoleViewer(request)
    const done = await setDoor(viewer, textPosted(request, 'porte') === 'ouvrir')
    if (!done.ok) return showDoor(request, reply, settings, seatRefusals[done.reason])
    tellTable(viewer)
    return goTo(reply, back(request))
  })

  app.post('/pupitre/porte/:seat', async (request, reply) => {
    const viewer = consoleViewer(request)
    const seatId = idNamed(request, 'seat')
    const said = textPosted(request, 'reponse')
    const done = await (said === 'oui' ? admitSeat(viewer, seatId) : refuseSeat(viewer, seatId))
    if (!done.ok) return showDoor(request, reply, settings, seatRefusals[done.reason])
    tellTable(viewer)
    return goTo(reply, back(request))
  })
}

async function showDoor(
  request: FastifyRequest,
  reply: FastifyReply,
  settings: ConsoleSettings,
  stuck?: string,
) {
  const held = await consoleOf(request)
  const live = await liveWord(held.viewer)
  const isDesk =
    stuck !== undefined && back(request) === '/pupitre' && held.view.gathering.phase === 'welcome'
  const door = (
    <DoorView held={held} live={live} publicUrl={settings.publicUrl} isDesk={isDesk} stuck={stuck} />
  )
  return show(reply, door, stuck === undefined ? 200 : 422)
}

/** The screen the button was pressed on: the desk itself while the door is the table's step. */
const back = (request: FastifyRequest): string =>
  textPosted(request, 'retour') === '/pupitre' ? '/pupitre' : '/pupitre/porte'
