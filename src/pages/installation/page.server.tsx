import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isInstaller } from '#domain/access/session.views.server.ts'
import {
  followInstallationLink,
  installDemonstration,
  installForReal,
} from '#domain/association/installation.acts.server.ts'
import { readStart, type ReadStart } from '#domain/association/association.form.ts'
import { houseNow } from '#domain/association/association.views.server.ts'
import { installationRefusals, linkRefusals } from '#domain/association/association.words.ts'
import { dropToken, keepSession, keepToken, tokenIn } from '#platform/cookies.server.ts'
import { outsideSectors } from '#platform/db.server.ts'
import { stuck } from '#platform/stuck.server.ts'
import { formBody, goTo, show } from '#platform/web.server.ts'
import { INSTALLER } from './installer.server.ts'
import { LinkView, StartView } from './view.tsx'

type Asked = { Querystring: { cle?: string } }

/** « /installation »: the first run, by a link good once; then two doors, to try or to begin. */
export function register(app: FastifyInstance): void {
  app.get<Asked>('/installation', async (request, reply) => {
    const { cle } = request.query
    if (cle !== undefined) return follow(reply, cle)
    if ((await outsideSectors(houseNow)) !== null) throw stuck('not-here')
    return (await keyOf(request)) === null
      ? show(reply, <LinkView sentence={installationRefusals['not-the-installer']} />)
      : show(reply, <StartView />)
  })

  app.post('/installation', async (request, reply) => {
    const key = tokenIn(request, INSTALLER) ?? ''
    if (formBody(request)['choix'] === 'essayer') return tryIt(reply, key)
    const read = readStart(formBody(request))
    return read.start === null
      ? show(reply, <StartView read={read} />, 422)
      : begin(reply, key, read, read.start)
  })
}

// The link leaves the address bar at once: what stays is a cookie of this browser.
async function follow(reply: FastifyReply, link: string) {
  const followed = await followInstallationLink(link)
  reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer')
  if (!followed.ok) return show(reply, <LinkView sentence={linkRefusals[followed.reason]} />, 410)
  keepToken(reply, INSTALLER, followed.value.token, followed.value.until)
  return goTo(reply, (await outsideSectors(houseNow)) === null ? '/installation' : '/demonstration')
}

async function tryIt(reply: FastifyReply, key: string) {
  const installed = await installDemonstration(key)
  if (!installed.ok) return refuse(reply, installationRefusals[installed.reason])
  keepToken(reply, INSTALLER, key, installed.value)
  return goTo(reply, '/demonstration')
}

async function begin(
  reply: FastifyReply,
  key: string,
  read: ReadStart,
  start: NonNullable<ReadStart['start']>,
) {
  const installed = await installForReal(key, start)
  if (!installed.ok)
    return installed.reason === 'already-installed'
      ? refuse(reply, installationRefusals[installed.reason])
      : show(reply, <StartView read={read} stuck={installationRefusals[installed.reason]} />, 422)
  dropToken(reply, INSTALLER)
  keepSession(reply, installed.value.token, installed.value.until)
  return goTo(reply, '/accompagnement')
}

const refuse = (reply: FastifyReply, sentence: string) => show(reply, <LinkView sentence={sentence} />, 422)

async function keyOf(request: FastifyRequest): Promise<string | null> {
  const key = tokenIn(request, INSTALLER)
  return key !== null && (await isInstaller(key)) ? key : null
}
