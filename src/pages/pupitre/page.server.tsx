import type { FastifyInstance, FastifyRequest } from 'fastify'
import { phases, type Phase, type Step } from '#domain/gatherings/gathering.life.ts'
import { moveOn } from '#domain/gatherings/sweep.acts.server.ts'
import { stuck } from '#platform/stuck.server.ts'
import { formBody, goTo, show } from '#platform/web.server.ts'
import { register as opening } from './accueil/page.server.tsx'
import { consoleOf, consoleViewer, tellTable } from './console.scope.server.ts'
import { deskOf, type ConsoleSettings } from './desk.server.tsx'
import { register as closing } from './fermer/page.server.tsx'
import { register as places } from './places/page.server.tsx'
import { register as door } from './porte/page.server.tsx'
import { register as witnesses } from './temoins/page.server.tsx'
import { register as live } from './vivant/page.server.ts'

/** « Le pupitre » and the pages around it: one screen for each step of the table, and the button that goes on. */
export function register(app: FastifyInstance, settings: ConsoleSettings): void {
  door(app, settings)
  for (const page of [opening, places, witnesses, closing, live]) page(app)

  app.get('/pupitre', async (request, reply) => show(reply, await deskOf(await consoleOf(request), settings)))

  app.post('/pupitre/suite', async (request, reply) => {
    const viewer = consoleViewer(request)
    const moved = await moveOn(viewer, stepIn(request))
    if (!moved.ok && moved.reason !== 'nothing-next') throw stuck('not-here')
    tellTable(viewer)
    return goTo(reply, '/pupitre')
  })
}

/** The step the pressed page was showing. */
function stepIn(request: FastifyRequest): Step {
  const { etape, theme } = formBody(request)
  return { phase: phaseNamed(etape), theme: Number(theme) }
}

// An unknown name is no step of any table: the act then moves nothing, and the desk shows where the table is.
const phaseNamed = (name: unknown): Phase => phases.find((phase) => phase === name) ?? 'closed'
