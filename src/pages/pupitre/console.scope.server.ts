import type { FastifyRequest } from 'fastify'
import type { ConsoleViewer } from '#domain/access/viewer.ts'
import { consoleView, type ConsoleView } from '#domain/gatherings/console.views.server.ts'
import { isUnderWay } from '#domain/gatherings/gathering.ts'
import type { Catalogue } from '#domain/ideas/catalogue.ts'
import { catalogueOf } from '#domain/ideas/ideas.acts.server.ts'
import { clock } from '#platform/clock.ts'
import { changed } from '#platform/live.server.ts'
import { stuck } from '#platform/stuck.server.ts'

/** The table this device holds, as every page of the console knows it before it begins. */
export type Console = {
  readonly viewer: ConsoleViewer
  readonly view: ConsoleView
  readonly catalogue: Catalogue
  readonly now: Date
}

/** The console of an open table; for any other session the page does not exist. */
export async function consoleOf(request: FastifyRequest): Promise<Console> {
  const viewer = consoleViewer(request)
  const view = await consoleView(viewer)
  if (view === null || !isUnderWay(view.gathering) || view.gathering.catalogueVersion === null)
    throw stuck('not-here')
  return { viewer, view, catalogue: await catalogueOf(view.gathering.catalogueVersion), now: clock.now() }
}

export function consoleViewer({ viewer }: FastifyRequest): ConsoleViewer {
  if (viewer.kind !== 'console') throw stuck('not-here')
  return viewer
}

export const tableChannel = (gatheringId: string): string => `table:${gatheringId}`

/** Tells every device of the table to look again. */
export const tellTable = ({ gatheringId }: ConsoleViewer): void => changed(tableChannel(gatheringId))
