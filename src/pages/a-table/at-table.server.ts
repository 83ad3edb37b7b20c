import type { FastifyRequest } from 'fastify'
import { seatOf, type AtTable } from '#domain/gatherings/at-table.acts.server.ts'
import { screenOf, type Screen } from '#domain/gatherings/screen.ts'
import { seatView, type SeatView } from '#domain/gatherings/seat.views.server.ts'
import type { Catalogue, Theme } from '#domain/ideas/catalogue.ts'
import { catalogueOf } from '#domain/ideas/ideas.acts.server.ts'
import { clock } from '#platform/clock.ts'
import { changed } from '#platform/live.server.ts'

/** What every page of someone at the table knows before it begins. */
export type AtTableScope = {
  readonly viewer: AtTable
  readonly view: SeatView
  readonly catalogue: Catalogue
  readonly screen: Screen
  /** The theme the table is at, or will begin with. */
  readonly theme: Theme | null
}

/** The table this device sits at; null for anyone else, who is then led to the door. */
export async function atTable(request: FastifyRequest): Promise<AtTableScope | null> {
  const viewer = tableViewer(request)
  if (viewer === null) return null
  const view = await seatView(viewer)
  if (view === null || view.gathering.catalogueVersion === null || isLongPast(view, clock.now())) return null
  const catalogue = await catalogueOf(view.gathering.catalogueVersion)
  const theme = catalogue.themes[view.gathering.themePosition] ?? null
  return { viewer, view, catalogue, theme, screen: screenOf(view, theme?.code ?? null) }
}

// A neighbour's session outlives the table: the next time, their phone starts from the door again.
const isLongPast = ({ gathering: { openedAt } }: SeatView, now: Date): boolean =>
  openedAt !== null && now.getTime() - openedAt.getTime() > 12 * 3600 * 1000

/** The same for pages that need a seat the host has said yes to. */
export async function seated(request: FastifyRequest): Promise<AtTableScope | null> {
  const scope = await atTable(request)
  return scope?.view.seat?.state === 'seated' ? scope : null
}

export function tableViewer({ viewer }: FastifyRequest): AtTable | null {
  if (viewer.kind !== 'seat' && viewer.kind !== 'resident') return null
  return seatOf(viewer) === null ? null : viewer
}

export const channelOf = (gatheringId: string): string => `table:${gatheringId}`

/** Every other device of this table looks again. */
export const tellTable = ({ view }: AtTableScope): void => changed(channelOf(view.gathering.id))
