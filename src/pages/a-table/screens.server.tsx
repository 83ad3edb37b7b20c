import type { FastifyReply } from 'fastify'
import { harvestOf } from '#domain/gatherings/harvest.views.server.ts'
import { claimsOn } from '#domain/gatherings/vouch.views.server.ts'
import { goTo, show } from '#platform/web.server.ts'
import type { AtTableScope } from './at-table.server.ts'
import { nextTableOf } from './next-table.server.ts'
import { Done } from './Done.tsx'
import { Gone } from './Gone.tsx'
import { Harvest } from './Harvest.tsx'
import { Ready } from './Ready.tsx'
import { Seated } from './Seated.tsx'
import { showSweep } from './theme/sweep.server.tsx'
import { Waiting } from './Waiting.tsx'

// Screens where one fills something in have an address of their own; `/a-table` leads there when it is time.
const addresses = {
  rule: '/a-table/regle',
  choices: '/a-table/mes-choix',
  contact: '/a-table/vous-joindre',
  charter: '/a-table/charte',
  vouch: '/a-table/confirmer',
} as const

/** What this phone shows now; asked again, from anywhere, it is always the right screen. */
export async function showScreen(
  reply: FastifyReply,
  scope: AtTableScope,
  still: string,
): Promise<FastifyReply> {
  const { view } = scope
  switch (scope.screen) {
    case 'gone':
      return show(reply, <Gone view={view} />)
    case 'waiting':
      return show(reply, <Waiting view={view} />)
    case 'seated':
      return show(reply, <Seated view={view} />)
    case 'theme':
    case 'heads-up':
      return showSweep(reply, scope, { pace: 'together', theme: still })
    case 'ready':
      return show(reply, <Ready view={view} claims={await claimsOn(scope.viewer)} />)
    case 'harvest':
      return show(reply, <Harvest view={view} harvest={await harvestOf(scope.viewer)} />)
    case 'done':
      return show(reply, <Done view={view} next={await nextTableOf(view)} />)
    default:
      return goTo(reply, addresses[scope.screen])
  }
}
