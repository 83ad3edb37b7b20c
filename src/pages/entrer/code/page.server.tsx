import type { FastifyInstance, FastifyReply } from 'fastify'
import { enterWithCode } from '#domain/access/sign-in.acts.server.ts'
import { parseCode } from '#domain/access/sign-in.form.ts'
import type { CodeRefusal } from '#domain/access/sign-in.ts'
import { codeRefusals } from '#domain/access/sign-in.words.ts'
import { dropToken, sessionToken, tokenIn } from '#platform/cookies.server.ts'
import { formBody, safePath, show, typedLine } from '#platform/web.server.ts'
import { ENTRY } from '../page.server.tsx'
import { comeIn } from '../come-in.server.ts'
import { nextOf } from '../next.server.ts'
import { CodeView, OtherBrowserView } from './view.tsx'

export function register(app: FastifyInstance): void {
  app.get('/entrer/code', async (request, reply) => {
    reply.header('cache-control', 'no-store')
    return tokenIn(request, ENTRY) === null
      ? show(reply, <OtherBrowserView sentence={codeRefusals['other-browser']} />)
      : show(reply, <CodeView next={nextOf(request)} />)
  })

  app.post('/entrer/code', async (request, reply) => {
    const typed = formBody(request)
    const again = { next: safePath(typed['suite']), typed: typedLine(typed, 'code') }
    const code = parseCode(typed)
    if (!code.ok) return refuse(reply, code.reason, again)
    const entered = await enterWithCode({
      browser: tokenIn(request, ENTRY),
      code: code.value,
      sender: request.ip,
      replaced: sessionToken(request),
    })
    if (!entered.ok) return refuse(reply, entered.reason, again)
    dropToken(reply, ENTRY)
    return comeIn(reply, entered.value, again.next)
  })
}

function refuse(reply: FastifyReply, why: CodeRefusal, again: { next: string | null; typed: string }) {
  reply.header('cache-control', 'no-store')
  const sentence = codeRefusals[why]
  if (why === 'other-browser') return show(reply, <OtherBrowserView sentence={sentence} />, 422)
  return show(reply, <CodeView {...again} stuck={sentence} />, why === 'too-often' ? 429 : 422)
}
