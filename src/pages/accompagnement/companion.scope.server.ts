import type { FastifyReply, FastifyRequest } from 'fastify'
import type { CompanionViewer } from '#domain/access/viewer.ts'
import { accompanies, companionAtWork, type CompanionAtWork } from '#domain/roles/roles.views.server.ts'
import { sectorBySlug, type PublicSector } from '#domain/sectors/sectors.views.server.ts'
import { clock } from '#platform/clock.ts'
import { outsideSectors } from '#platform/db.server.ts'
import { stuck } from '#platform/stuck.server.ts'
import { goTo } from '#platform/web.server.ts'

export type CompanionScope = { readonly viewer: CompanionViewer; readonly companion: CompanionAtWork }
export type AccompaniedScope = CompanionScope & { readonly sector: PublicSector; readonly path: string }

/** Who accompanies, with a mandate that runs now; the page does not exist for anyone else. */
export async function companionScope(request: FastifyRequest): Promise<CompanionScope> {
  const { viewer } = request
  if (viewer.kind !== 'companion') throw stuck('not-here')
  const companion = await outsideSectors((tx) => companionAtWork(tx, viewer.companionId, clock.now()))
  if (companion === null) throw stuck('not-here')
  return { viewer, companion }
}

/** The same, in a sector they accompany: another one is not here, whether it exists or not. */
export async function accompaniedScope(
  request: FastifyRequest<{ Params: { slug: string } }>,
): Promise<AccompaniedScope> {
  const scope = await companionScope(request)
  const sector = await outsideSectors(async (tx) => {
    const found = await sectorBySlug(tx, request.params.slug)
    const theirs = found && (await accompanies(tx, scope.companion.id, found.sectorId, clock.now()))
    return theirs ? found : null
  })
  if (sector === null) throw stuck('not-here')
  return { ...scope, sector, path: `/accompagnement/secteurs/${sector.slug}` }
}

/** Whoever has not entered yet is led to the entrance, then back here. */
export const enterFirst = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
  if (request.viewer.kind === 'visitor')
    await goTo(reply, `/entrer?suite=${encodeURIComponent('/accompagnement')}`)
}
