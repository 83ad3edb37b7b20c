import type { FastifyReply } from 'fastify'
import { deck } from '#domain/ideas/catalogue.ts'
import { choicesOf } from '#domain/offers/choices.acts.server.ts'
import { withSector } from '#platform/db.server.ts'
import { goTo, show } from '#platform/web.server.ts'
import type { AtTableScope } from '../at-table.server.ts'
import { Sweep } from './Sweep.tsx'

/** `theme` is the one this phone is on, when it is not the table's. */
export type Wanted = { readonly pace: 'together' | 'own'; readonly theme: string }

/** The document of the sweep, on the table's theme or on the one asked for. */
export async function showSweep(
  reply: FastifyReply,
  scope: AtTableScope,
  wanted: Wanted,
): Promise<FastifyReply> {
  const { view, catalogue, viewer } = scope
  const table = view.gathering.phase === 'sweep' ? scope.theme : null
  const asked = catalogue.themes.find((theme) => theme.code === wanted.theme)
  const shown = asked ?? table ?? catalogue.themes[0]
  if (view.me === null || view.seat === null || shown === undefined) return goTo(reply, '/a-table')
  const { sectorId } = view.gathering
  const { personId } = view.me
  const choices = await withSector(viewer, sectorId, (tx) => choicesOf(tx, sectorId, personId))
  const up =
    wanted.pace === 'together' && shown === table && asked === undefined && view.seen.includes(shown.code)
  return show(
    reply,
    <Sweep
      view={{
        seat: view.seat.id,
        newcomer: view.seat.kind === 'newcomer',
        deck: deck(catalogue),
        offers: new Set(choices.flatMap((choice) => (choice.offers ? [choice.idea] : []))),
        wishes: new Set(choices.flatMap((choice) => (choice.wishes ? [choice.idea] : []))),
        counter: Math.max(0, ...choices.map((choice) => choice.counter)),
        pace: wanted.pace,
        shown,
        table,
        seen: view.seen,
        up,
        around: view.around,
        count: view.counts.find((count) => count.theme === shown.code)?.ticks ?? null,
      }}
    />,
  )
}
