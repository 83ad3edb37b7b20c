import type { FastifyInstance, FastifyReply } from 'fastify'
import { approveGathering } from '#domain/gatherings/planning.acts.server.ts'
import { latestDay } from '#domain/roles/mandate.ts'
import { endingRefusals, mandateRefusalField, mandateRefusals } from '#domain/roles/mandate.words.ts'
import { endMandate, giveMandate } from '#domain/roles/roles.acts.server.ts'
import { openingOf } from '#domain/sectors/sectors.views.server.ts'
import { coverageOf } from '#domain/site/coverage.views.server.ts'
import { sectorOverview } from '#domain/site/overview.views.server.ts'
import { foundingTable, tablesToApprove } from '#domain/site/tables.views.server.ts'
import { hostTeam, mandateCandidates } from '#domain/site/team.views.server.ts'
import { clock } from '#platform/clock.ts'
import { withSector } from '#platform/db.server.ts'
import { stuck } from '#platform/stuck.server.ts'
import { formBody, goTo, show } from '#platform/web.server.ts'
import { accompaniedScope, type AccompaniedScope } from '../companion.scope.server.ts'
import type { JustSaid } from './just-said.ts'
import { approvalRefusals, doneWords } from './secteur.words.ts'
import { SectorView } from './view.tsx'

type Asked = { Params: { slug: string }; Querystring: { fait?: string } }

/** « /accompagnement/secteurs/:slug »: one sector, its team, and the tables that wait for a yes. */
export function register(app: FastifyInstance): void {
  const path = '/accompagnement/secteurs/:slug'

  app.get<Asked>(path, async (request, reply) => {
    const scope = await accompaniedScope(request)
    return show(reply, await view(scope, { done: doneWords(request.query.fait) }))
  })

  app.post<Asked>(`${path}/mandats`, async (request, reply) => {
    const scope = await accompaniedScope(request)
    const { voisin, jour } = texts(formBody(request))
    const given = await giveMandate(scope.viewer, scope.sector.sectorId, voisin, jour)
    if (given.ok) return goTo(reply, `${scope.path}?fait=mandat`)
    const mandate = { [mandateRefusalField[given.reason]]: mandateRefusals[given.reason] }
    return again(reply, scope, { mandate, chosen: voisin, lastDay: jour })
  })

  app.post<Asked>(`${path}/mandats/fin`, async (request, reply) => {
    const scope = await accompaniedScope(request)
    const ended = await endMandate(scope.viewer, scope.sector.sectorId, texts(formBody(request)).voisin)
    if (ended.ok) return goTo(reply, `${scope.path}?fait=merci`)
    return again(reply, scope, { page: endingRefusals[ended.reason] })
  })

  app.post<Asked>(`${path}/tables/accord`, async (request, reply) => {
    const scope = await accompaniedScope(request)
    const approved = await approveGathering(
      scope.viewer,
      scope.sector.sectorId,
      texts(formBody(request)).table,
    )
    if (approved.ok) return goTo(reply, `${scope.path}?fait=accord`)
    return again(reply, scope, { page: approvalRefusals[approved.reason] })
  })
}

const again = async (reply: FastifyReply, scope: AccompaniedScope, said: JustSaid) =>
  show(reply, await view(scope, said), 422)

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const nobodys = '00000000-0000-0000-0000-000000000000'

// What is no id names nobody and no table: the acts then answer as for one that does not exist.
function texts(body: Record<string, unknown>): Record<'voisin' | 'table' | 'jour', string> {
  const text = (name: string): string => (typeof body[name] === 'string' ? body[name] : '')
  const id = (name: string): string => (uuid.test(text(name)) ? text(name) : nobodys)
  return { voisin: id('voisin'), table: id('table'), jour: text('jour') }
}

async function view(scope: AccompaniedScope, said: JustSaid) {
  const { sectorId } = scope.sector
  const now = clock.now()
  const shown = await withSector(scope.viewer, sectorId, async (tx) => ({
    overview: await sectorOverview(tx, sectorId, now),
    opening: await openingOf(tx, sectorId),
    entrances: await coverageOf(tx, sectorId),
    team: await hostTeam(tx, sectorId, now),
    candidates: await mandateCandidates(tx, sectorId, now),
    waiting: await tablesToApprove(tx, sectorId),
    founding: await foundingTable(tx, sectorId),
  }))
  const { overview, opening, ...rest } = shown
  if (overview === null || opening === null) throw stuck('not-here')
  return (
    <SectorView
      path={scope.path}
      overview={overview}
      opening={opening}
      {...rest}
      latestDay={latestDay(now)}
      said={said}
    />
  )
}
