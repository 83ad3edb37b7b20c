import type { FastifyInstance, FastifyReply } from 'fastify'
import { askForCode } from '#domain/access/sign-in.acts.server.ts'
import { parseAddress } from '#domain/access/sign-in.form.ts'
import type { AskRefusal } from '#domain/access/sign-in.ts'
import { askRefusals } from '#domain/access/sign-in.words.ts'
import { keepToken } from '#platform/cookies.server.ts'
import { formBody, goTo, safePath, show, typedLine } from '#platform/web.server.ts'
import { keepingNext, nextOf } from './next.server.ts'
import { homeOf } from './home.server.ts'
import { AskView } from './view.tsx'

/** The short-lived secret that binds a code to the browser that asked for it. */
export const ENTRY = '__Host-entree'

export function register(app: FastifyInstance): void {
  app.get('/entrer', async (request, reply) => {
    const home = await homeOf(request.viewer)
    return home === null ? show(reply, <AskView next={nextOf(request)} />) : goTo(reply, home)
  })

  app.post('/entrer', async (request, reply) => {
    const typed = formBody(request)
    const again = { next: safePath(typed['suite']), typed: typedLine(typed, 'adresse') }
    const address = parseAddress(typed)
    if (!address.ok) return refuse(reply, address.reason, again)
    const asked = await askForCode({ address: address.value, sender: request.ip })
    if (!asked.ok) return refuse(reply, asked.reason, again)
    keepToken(reply, ENTRY, asked.value.browser, asked.value.until)
    return goTo(reply, keepingNext('/entrer/code', again.next))
  })
}

const refuse = (reply: FastifyReply, why: AskRefusal, again: { next: string | null; typed: string }) =>
  show(reply, <AskView {...again} stuck={askRefusals[why]} />, why === 'too-often' ? 429 : 422)
