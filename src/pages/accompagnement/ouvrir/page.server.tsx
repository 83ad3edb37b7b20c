import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { readStart, type ReadStart } from '#domain/association/association.form.ts'
import { isDemonstration } from '#domain/association/association.views.server.ts'
import { installationRefusals, removalRefusals } from '#domain/association/association.words.ts'
import {
  replaceDemonstration,
  type ReplacementRefusal,
} from '#domain/association/installation.acts.server.ts'
import { openSector } from '#domain/sectors/sectors.acts.server.ts'
import { readSector, type ReadSector } from '#domain/sectors/sector.form.ts'
import { planSector, type SectorRefusal } from '#domain/sectors/sector.ts'
import { sectorRefusalField, sectorRefusals } from '#domain/sectors/sector.words.ts'
import { INSTALLER } from '#pages/installation/installer.server.ts'
import { dropToken, keepSession, tokenIn } from '#platform/cookies.server.ts'
import { formBody, goTo, show } from '#platform/web.server.ts'
import { companionScope, type CompanionScope } from '../companion.scope.server.ts'
import { OpenSectorView, type SectorStuck } from './view.tsx'

/** « /accompagnement/ouvrir »: type or paste, look at what was understood, open. */
export function register(app: FastifyInstance): void {
  app.get('/accompagnement/ouvrir', async (request, reply) => {
    await companionScope(request)
    return show(reply, <OpenSectorView replacing={isDemonstration()} />)
  })

  app.post('/accompagnement/ouvrir', async (request, reply) => {
    const scope = await companionScope(request)
    const body = formBody(request)
    const read = readSector(body)
    const start = isDemonstration() ? readStart(body) : null
    if (body['geste'] !== 'ouvrir' || !isWhole(read, start)) return again(reply, read, start)
    return start?.start ? replace(request, reply, read, start) : open(scope, reply, read)
  })
}

const isWhole = (read: ReadSector, start: ReadStart | null): boolean =>
  read.stuck.length === 0 && Object.keys(read.fields).length === 0 && (start === null || start.start !== null)

async function open({ viewer }: CompanionScope, reply: FastifyReply, read: ReadSector) {
  const opened = await openSector(viewer, read.plan)
  if (!opened.ok) return again(reply, read, null, besideField(opened.reason))
  return goTo(reply, `/accompagnement/secteurs/${opened.value.slug}?fait=ouvert`)
}

// A real sector never stands beside the demonstration: it takes its place.
async function replace(request: FastifyRequest, reply: FastifyReply, read: ReadSector, start: ReadStart) {
  if (start.start === null) return again(reply, read, start)
  const replaced = await replaceDemonstration(tokenIn(request, INSTALLER) ?? '', start.start, read.plan)
  if (!replaced.ok) return again(reply, read, start, { page: replacementRefusals[replaced.reason] })
  const { session, sector } = replaced.value
  dropToken(reply, INSTALLER)
  keepSession(reply, session.token, session.until)
  return goTo(reply, `/accompagnement/secteurs/${sector.slug}?fait=ouvert`)
}

const replacementRefusals: Record<ReplacementRefusal, string> = {
  ...sectorRefusals,
  ...installationRefusals,
  ...removalRefusals,
}

const besideField = (reason: SectorRefusal): SectorStuck => ({
  [sectorRefusalField[reason] ?? 'page']: sectorRefusals[reason],
})

// What is wrong with the sector as a whole is said as soon as one verifies, once every line is understood.
function again(reply: FastifyReply, read: ReadSector, start: ReadStart | null, said?: SectorStuck) {
  const decision = planSector(read.plan)
  const stuck = said ?? (decision.ok || read.stuck.length > 0 ? {} : besideField(decision.reason))
  const view = (
    <OpenSectorView read={read} start={start ?? undefined} replacing={start !== null} stuck={stuck} />
  )
  return show(reply, view, Object.keys(stuck).length === 0 && isWhole(read, start) ? 200 : 422)
}
