import type { FastifyInstance } from 'fastify'
import { planGathering } from '#domain/gatherings/planning.acts.server.ts'
import { parsePlan } from '#domain/gatherings/planning.form.ts'
import { besidePlanFields, besidePlanRefusal, type PlanStuck } from '#domain/gatherings/host-tables.words.ts'
import { hostScope } from '#pages/secteurs/sector.scope.server.ts'
import { clock } from '#platform/clock.ts'
import { formBody, goTo, show } from '#platform/web.server.ts'
import { isoDate } from '#ui/dates.ts'
import { PrepareView } from './view.tsx'

/** « Préparer une table »: a day, an hour, a place in the open, a shelter. */
export function register(app: FastifyInstance): void {
  app.get('/secteurs/:slug/tables/preparer', async (request, reply) => {
    const scope = await hostScope(request)
    return show(reply, <PrepareView scope={scope} today={isoDate(clock.now())} />)
  })

  app.post('/secteurs/:slug/tables/preparer', async (request, reply) => {
    const scope = await hostScope(request)
    const { typed, problems, plan } = parsePlan(formBody(request))
    const again = (stuck: PlanStuck) =>
      show(reply, <PrepareView scope={scope} today={isoDate(clock.now())} typed={typed} stuck={stuck} />, 422)
    if (plan === null) return again(besidePlanFields(problems))
    const planned = await planGathering(scope.viewer, plan)
    if (planned.ok) return goTo(reply, `${scope.path}/tables/${planned.value}`)
    return again(besidePlanRefusal(planned.reason))
  })
}
