import type { FastifyInstance } from 'fastify'
import { besidePlanFields, besidePlanRefusal } from '#domain/gatherings/host-tables.words.ts'
import { planFounding } from '#domain/gatherings/planning.acts.server.ts'
import { parsePlan } from '#domain/gatherings/planning.form.ts'
import { foundingTable } from '#domain/site/tables.views.server.ts'
import { clock } from '#platform/clock.ts'
import { withSector } from '#platform/db.server.ts'
import { formBody, goTo, show } from '#platform/web.server.ts'
import { isoDate } from '#ui/dates.ts'
import { accompaniedScope } from '../companion.scope.server.ts'
import { FoundingView } from './view.tsx'

type Asked = { Params: { slug: string } }

/** « Préparer la table fondatrice »: once per sector, with the companion there. */
export function register(app: FastifyInstance): void {
  const path = '/accompagnement/secteurs/:slug/table-fondatrice'

  app.get<Asked>(path, async (request, reply) => {
    const { viewer, sector, path: here } = await accompaniedScope(request)
    const already = await withSector(viewer, sector.sectorId, (tx) => foundingTable(tx, sector.sectorId))
    if (already !== null) return goTo(reply, here)
    return show(reply, <FoundingView sector={sector.name} path={here} today={isoDate(clock.now())} />)
  })

  app.post<Asked>(path, async (request, reply) => {
    const { viewer, sector, path: here } = await accompaniedScope(request)
    const { typed, problems, plan } = parsePlan(formBody(request))
    const page = { sector: sector.name, path: here, today: isoDate(clock.now()), typed }
    if (plan === null) return show(reply, <FoundingView {...page} stuck={besidePlanFields(problems)} />, 422)
    const planned = await planFounding(viewer, sector.sectorId, plan)
    if (planned.ok) return goTo(reply, `${here}?fait=fondatrice`)
    return show(reply, <FoundingView {...page} stuck={besidePlanRefusal(planned.reason)} />, 422)
  })
}
