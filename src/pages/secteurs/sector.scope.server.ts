import type { FastifyRequest } from 'fastify'
import type { ResidentViewer } from '#domain/access/viewer.ts'
import { neighbourAt, type Neighbour } from '#domain/residents/neighbour.views.server.ts'
import { clock } from '#platform/clock.ts'
import { stuck } from '#platform/stuck.server.ts'
import type { Nav } from '#ui/nav.tsx'

/** What every page under `/secteurs/:slug` knows before it begins. */
export type SectorScope = Neighbour & {
  readonly viewer: ResidentViewer
  /** `/secteurs/le-cerisier` */
  readonly path: string
  readonly nav: Nav
}

/**
 * The sector of the address and the neighbour who asks. For anyone who does not live there it is the same « not
 * here » as for a sector that does not exist (trust.md T20).
 */
export async function sectorScope(request: FastifyRequest): Promise<SectorScope> {
  const { viewer } = request
  if (viewer.kind !== 'resident') throw stuck('not-here')
  const neighbour = await neighbourAt(viewer, named(request, 'slug'), clock.now())
  if (neighbour === null) throw stuck('not-here')
  const path = `/secteurs/${neighbour.sector.slug}`
  return { ...neighbour, viewer, path, nav: entriesOf(path, neighbour.host) }
}

/** The same, for those of the host team; a page of hosts does not exist for others. */
export async function hostScope(request: FastifyRequest): Promise<SectorScope> {
  const scope = await sectorScope(request)
  if (!scope.host) throw stuck('not-here')
  return scope
}

/** A part of the address, empty when it is missing. */
export function named(request: FastifyRequest, name: string): string {
  const { params } = request
  const value: unknown = typeof params === 'object' && params !== null ? Reflect.get(params, name) : ''
  return typeof value === 'string' ? value : ''
}

/** Four entries at the thumb; a host's tables take the place of the chair at someone else's. */
const entriesOf = (path: string, host: boolean): Nav => ({
  place: 'bottom',
  entries: [
    { href: '/', icon: 'house', word: 'Accueil' },
    { href: `${path}/offres`, icon: 'users', word: 'Par ici' },
    { href: `${path}/mes-choix`, icon: 'list-checks', word: 'Mes choix' },
    host
      ? { href: `${path}/tables`, icon: 'coffee', word: 'Nos tables' }
      : { href: '/a-table', icon: 'coffee', word: 'À table' },
  ],
})
