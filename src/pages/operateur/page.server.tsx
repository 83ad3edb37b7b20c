import type { FastifyInstance, FastifyRequest } from 'fastify'
import { followOperatorLink } from '#domain/access/operator.acts.server.ts'
import { keepSession } from '#platform/cookies.server.ts'
import { strandedJobs, tryAgain } from '#platform/jobs.server.ts'
import { keptMails } from '#platform/mail.server.ts'
import { stuck } from '#platform/stuck.server.ts'
import { formBody, goTo, show, typedLine } from '#platform/web.server.ts'
import { DeskView, KeyView, MailView } from './view.tsx'

type Desk = { readonly dataDir: string }
type Asked = { Querystring: { cle?: string }; Params: { id?: string } }

export function register(app: FastifyInstance, { dataDir }: Desk): void {
  app.get<Asked>('/operateur', async (request, reply) => {
    const { cle } = request.query
    if (cle !== undefined) return show(reply.header('cache-control', 'no-store'), <KeyView token={cle} />)
    requireOperator(request)
    return show(reply, <DeskView mails={await keptMails(dataDir)} stranded={await strandedJobs()} />)
  })

  app.post('/operateur', async (request, reply) => {
    const followed = await followOperatorLink(typedLine(formBody(request), 'cle'))
    if (!followed.ok) throw stuck('not-here')
    keepSession(reply, followed.value.token, followed.value.until)
    return goTo(reply, '/operateur')
  })

  app.get<Asked>('/operateur/courrier/:id', async (request, reply) => {
    requireOperator(request)
    const mail = (await keptMails(dataDir)).find(({ id }) => id === request.params.id)
    if (mail === undefined) throw stuck('not-here')
    return show(reply, <MailView mail={mail} />)
  })

  app.post('/operateur/reprendre', async (request, reply) => {
    requireOperator(request)
    if (!(await tryAgain(typedLine(formBody(request), 'id')))) throw stuck('not-here')
    return goTo(reply, '/operateur')
  })
}

// To anyone else there is no such page: a 404, not a closed door.
function requireOperator(request: FastifyRequest): void {
  if (request.viewer.kind !== 'operator') throw stuck('not-here')
}
