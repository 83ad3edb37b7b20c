import type { FastifyInstance } from 'fastify'
import { takePlace } from '#domain/access/sign-in.acts.server.ts'
import { parsePlace } from '#domain/access/sign-in.form.ts'
import { choicesOf } from '#domain/access/sign-in.views.server.ts'
import { placeRefusals } from '#domain/access/sign-in.words.ts'
import { sessionToken } from '#platform/cookies.server.ts'
import { formBody, goTo, safePath, show } from '#platform/web.server.ts'
import { comeIn } from '../come-in.server.ts'
import { nextOf } from '../next.server.ts'
import { WhoView } from './view.tsx'

export function register(app: FastifyInstance): void {
  app.get('/entrer/qui', async (request, reply) => {
    const places = await choicesOf(sessionToken(request))
    return places === null
      ? goTo(reply, '/entrer')
      : show(reply, <WhoView places={places} next={nextOf(request)} />)
  })

  app.post('/entrer/qui', async (request, reply) => {
    const token = sessionToken(request)
    const places = await choicesOf(token)
    if (token === null || places === null) return goTo(reply, '/entrer')
    const next = safePath(formBody(request)['suite'])
    const chosen = parsePlace(formBody(request))
    const entered = chosen.ok ? await takePlace(token, chosen.value) : chosen
    if (entered.ok) return comeIn(reply, entered.value, next)
    return show(reply, <WhoView places={places} next={next} stuck={placeRefusals[entered.reason]} />, 422)
  })
}
