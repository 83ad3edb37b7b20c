import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { currentCatalogue } from '#domain/ideas/ideas.acts.server.ts'
import { detailRefusals } from '#domain/offers/choice.words.ts'
import { changeMyChoices } from '#domain/offers/my-choices.acts.server.ts'
import { parseChange, type ReadChange } from '#domain/offers/my-choices.form.ts'
import type { Press } from '#domain/offers/my-choices.ts'
import { myChoices } from '#domain/offers/my-choices.views.server.ts'
import { myChoicesRefusals } from '#domain/offers/my-choices.words.ts'
import { sectorScope, type SectorScope } from '#pages/secteurs/sector.scope.server.ts'
import { withSector } from '#platform/db.server.ts'
import { stuck } from '#platform/stuck.server.ts'
import { formBody, goTo, show } from '#platform/web.server.ts'
import { register as add } from './ajouter/page.server.tsx'
import { nothingTyped, typedIn, type Typed } from './typed.ts'
import { MyChoicesView } from './view.tsx'

/** « Mes choix »: what one offers and would like, read and changed by oneself. */
export function register(app: FastifyInstance): void {
  add(app)

  app.get<{ Querystring: { fait?: string } }>('/secteurs/:slug/mes-choix', async (request, reply) => {
    const scope = await sectorScope(request)
    const done = request.query.fait === '1'
    return showChoices(reply, scope, { typed: nothingTyped, done, status: 200 })
  })

  app.post('/secteurs/:slug/mes-choix', async (request, reply) => {
    const scope = await sectorScope(request)
    const read = parseChange(plainFields(request))
    if (read.change === null) return showChoices(reply, scope, { typed: problemsOf(read), status: 422 })
    const kept = await changeMyChoices(scope.viewer, read.change)
    if (kept.ok) return goTo(reply, `${scope.path}/mes-choix${placeAfter(read.change.press)}`)
    if (kept.reason !== 'changed-since')
      return showChoices(reply, scope, {
        typed: { ...typedIn(read), sentence: myChoicesRefusals[kept.reason] },
        status: 422,
      })
    const clashes = new Map(kept.clashes.map((clash) => [clash.idea, clash]))
    return showChoices(reply, scope, { typed: { ...typedIn(read), clashes }, status: 409 })
  })
}

type Showing = { readonly typed: Typed; readonly status: number; readonly done?: boolean }

async function showChoices(
  reply: FastifyReply,
  scope: SectorScope,
  { typed, status, done = false }: Showing,
) {
  const catalogue = await currentCatalogue()
  const mine = await withSector(scope.viewer, scope.viewer.sectorId, (tx) =>
    myChoices(tx, scope.viewer, catalogue),
  )
  return show(reply, <MyChoicesView {...{ scope, mine, typed, done }} />, status)
}

/** The fields of the form, each sent once: a list where a text belongs is nobody's typing. */
function plainFields(request: FastifyRequest): Record<string, unknown> {
  const fields = formBody(request)
  if (Object.values(fields).some((value) => typeof value !== 'string')) throw stuck('garbled')
  return fields
}

function problemsOf(read: ReadChange): Typed {
  if (read.problems.size === 0 && read.ideaProblem === null) throw stuck('garbled') // a button that is not ours
  return {
    ...typedIn(read),
    problems: new Map([...read.problems].map(([idea, why]) => [idea, detailRefusals[why]])),
    ideaProblem: read.ideaProblem === null ? undefined : detailRefusals[read.ideaProblem],
  }
}

/** Back to the line one touched; to the top, with a word, when everything was kept. */
const placeAfter = (press: Press): string => {
  if (press.kind === 'pause' || press.kind === 'resume') return `#choix-${press.idea}`
  if (press.kind === 'drop') return press.hand === 'offers' ? '#propose' : '#aimerait'
  return '?fait=1'
}
