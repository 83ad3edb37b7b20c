import type { FastifyInstance } from 'fastify'
import { formBody, goTo } from '#platform/web.server.ts'
import { atTable } from './at-table.server.ts'
import { register as charter } from './charte/page.server.tsx'
import { register as vouch } from './confirmer/page.server.tsx'
import { textIn, whatIsTyped } from './door.form.ts'
import { register as choices } from './mes-choix/page.server.tsx'
import { register as leaving } from './partir/page.server.tsx'
import { doorFor, showDoor, showTrouble } from './porte.server.tsx'
import { register as naming } from './prenom/page.server.tsx'
import { register as rule } from './regle/page.server.tsx'
import { showScreen } from './screens.server.tsx'
import { register as sitting } from './sur-ce-telephone/page.server.tsx'
import { register as sweep } from './theme/page.server.tsx'
import { register as live } from './vivant/page.server.ts'
import { register as contact } from './vous-joindre/page.server.tsx'

/** « /a-table »: the door for a visitor, and for someone at the table the screen of the moment. */
export async function register(app: FastifyInstance): Promise<void> {
  app.get('/a-table', async (request, reply) => {
    const scope = await atTable(request)
    const comesBack = scope?.screen === 'gone' && whatIsTyped(request.query) !== null
    if (scope === null || comesBack) return showDoor(request, reply)
    return showScreen(reply, scope, textIn(request.query, 'theme'))
  })

  app.post('/a-table', async (request, reply) => {
    const sent = formBody(request)
    const word = textIn(sent, 'mot')
    const door = await doorFor(request, { word })
    return door.ok
      ? goTo(reply, `/a-table?mot=${encodeURIComponent(word)}`)
      : showTrouble(reply, sent, door.reason)
  })

  for (const page of pages) await app.register(async (scope) => page(scope))
}

const pages: readonly ((app: FastifyInstance) => void)[] = [
  sitting,
  naming,
  rule,
  sweep,
  live,
  choices,
  contact,
  charter,
  vouch,
  leaving,
]
