import type { FastifyInstance } from 'fastify'
import { freeSeat } from '#domain/gatherings/declining.acts.server.ts'
import { seatTogether } from '#domain/gatherings/seating.acts.server.ts'
import { stuck } from '#platform/stuck.server.ts'
import { goTo, show } from '#platform/web.server.ts'
import { consoleOf, consoleViewer, tellTable } from '../console.scope.server.ts'
import { freeRefusal, seatRefusals } from '../console.words.ts'
import { idNamed, idsPosted } from '../posted.server.ts'
import { FreeView } from './FreeView.tsx'
import { PlacesView } from './PlacesView.tsx'

/** « Autour de la table »: who sits, who lives with whom, and a seat to free when someone goes home. */
export function register(app: FastifyInstance): void {
  app.get('/pupitre/places', async (request, reply) =>
    show(reply, <PlacesView held={await consoleOf(request)} />),
  )

  app.post('/pupitre/places/ensemble', async (request, reply) => {
    const viewer = consoleViewer(request)
    const [seat] = idsPosted(request, 'place')
    const [other] = idsPosted(request, 'avec')
    const done = seat && other ? await seatTogether(viewer, seat, other) : undefined
    if (!done?.ok) {
      const sentence = done === undefined ? 'Choisissez deux personnes.' : seatRefusals[done.reason]
      return show(reply, <PlacesView held={await consoleOf(request)} stuck={sentence} />, 422)
    }
    tellTable(viewer)
    return goTo(reply, '/pupitre/places')
  })

  app.get('/pupitre/places/:seat/liberer', async (request, reply) => {
    const held = await consoleOf(request)
    const id = idNamed(request, 'seat')
    const seat = held.view.seats.find((one) => one.id === id && one.kind === 'newcomer')
    if (seat === undefined) throw stuck('not-here')
    return show(reply, <FreeView held={held} seat={seat} />)
  })

  app.post('/pupitre/places/:seat/liberer', async (request, reply) => {
    const viewer = consoleViewer(request)
    const done = await freeSeat(viewer, idNamed(request, 'seat'))
    if (!done.ok) {
      const sentence = done.reason === 'not-a-newcomer' ? freeRefusal : seatRefusals[done.reason]
      return show(reply, <PlacesView held={await consoleOf(request)} stuck={sentence} />, 422)
    }
    tellTable(viewer)
    return goTo(reply, '/pupitre/places')
  })
}
