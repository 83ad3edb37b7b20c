import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { openConsoleSession } from '#domain/access/session.acts.server.ts'
import { tableSheet, type TableSheet } from '#domain/gatherings/host-tables.views.server.ts'
import { cancelRefusals, openingRefusals, resumingRefusals } from '#domain/gatherings/host-tables.words.ts'
import { openGathering } from '#domain/gatherings/opening.acts.server.ts'
import { resumeConsole } from '#domain/gatherings/resuming.acts.server.ts'
import { cancelGathering } from '#domain/gatherings/planning.acts.server.ts'
import { named } from '#pages/secteurs/sector.scope.server.ts'
import { keepSession, sessionToken } from '#platform/cookies.server.ts'
import { outsideSectors } from '#platform/db.server.ts'
import { stuck } from '#platform/stuck.server.ts'
import { formBody, goTo, show } from '#platform/web.server.ts'
import { CancelView } from './CancelView.tsx'
import { tableScope, type TableScope } from './table.scope.server.ts'
import { TableView } from './view.tsx'

const path = '/secteurs/:slug/tables/:table'

/** One table: its place, its opening on the day, its newcomers for thirty days. */
export function register(app: FastifyInstance): void {
  app.get(path, async (request, reply) => {
    const { scope, table } = await asked(request)
    return show(reply, <TableView scope={scope} table={table} />)
  })

  app.post(`${path}/ouvrir`, async (request, reply) => {
    const { scope, table } = await asked(request)
    const opened = await openGathering(scope.viewer, scope.sector.sectorId, table.id, codeIn(request))
    if (opened.ok) return becomeConsole(request, reply, scope, table.id)
    return show(reply, <TableView scope={scope} table={table} stuck={openingRefusals[opened.reason]} />, 422)
  })

  app.post(`${path}/reprendre`, async (request, reply) => {
    const { scope, table } = await asked(request)
    const resumed = await resumeConsole(scope.viewer, scope.sector.sectorId, table.id, sessionToken(request))
    if (!resumed.ok)
      return show(
        reply,
        <TableView scope={scope} table={table} stuck={resumingRefusals[resumed.reason]} />,
        422,
      )
    keepSession(reply, resumed.value.token, resumed.value.until)
    return goTo(reply, '/pupitre')
  })

  app.get(`${path}/annuler`, async (request, reply) => {
    const { scope, table } = await asked(request)
    return show(reply, <CancelView scope={scope} table={table} />)
  })

  app.post(`${path}/annuler`, async (request, reply) => {
    const { scope, table } = await asked(request)
    if (scope.viewer.kind !== 'resident') throw stuck('not-here')
    const cancelled = await cancelGathering(scope.viewer, table.id)
    if (cancelled.ok) return goTo(reply, scope.tables)
    return show(
      reply,
      <TableView scope={scope} table={table} stuck={cancelRefusals[cancelled.reason]} />,
      422,
    )
  })
}

async function asked(request: FastifyRequest): Promise<{ scope: TableScope; table: TableSheet }> {
  const scope = await tableScope(request)
  const table = await tableSheet(scope.viewer, scope.sector.sectorId, named(request, 'table'))
  if (table === null) throw stuck('not-here')
  return { scope, table }
}

/** From here on this device knows the table and no longer its opener (decisions.md 20). */
async function becomeConsole(
  request: FastifyRequest,
  reply: FastifyReply,
  scope: TableScope,
  gatheringId: string,
) {
  const { viewer, sector } = scope
  const held = {
    sectorId: sector.sectorId,
    gatheringId,
    personId: viewer.personId,
    companionId: viewer.kind === 'companion' ? viewer.companionId : null,
  }
  const session = await outsideSectors((tx) => openConsoleSession(tx, held, sessionToken(request)))
  keepSession(reply, session.token, session.until)
  return goTo(reply, '/pupitre')
}

function codeIn(request: FastifyRequest): string {
  const { code } = formBody(request)
  return typeof code === 'string' ? code.trim() : ''
}
