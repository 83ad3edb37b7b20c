import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { answerClaim } from '#domain/gatherings/seating.acts.server.ts'
import { vouchFor } from '#domain/gatherings/vouch.acts.server.ts'
import { claimsOn, newcomersFor } from '#domain/gatherings/vouch.views.server.ts'
import { vouchRefusals } from '#domain/gatherings/vouch.words.ts'
import { formBody, goTo, show } from '#platform/web.server.ts'
import { seated, tellTable, type AtTableScope } from '../at-table.server.ts'
import { listIn, textIn } from '../door.form.ts'
import { VouchPage, type Outcome } from './view.tsx'

/** « Je confirme », on the witness's own device; and « Karine dit habiter avec vous ». */
export function register(app: FastifyInstance): void {
  app.get('/a-table/confirmer', async (request, reply) => {
    const scope = await witnessing(request)
    return scope === null ? goTo(reply, '/a-table') : showVouch(reply, scope)
  })

  app.post('/a-table/confirmer', async (request, reply) => {
    const scope = await witnessing(request)
    if (scope === null) return goTo(reply, '/a-table')
    const named = listIn(formBody(request), 'avec').filter(isId)
    if (named.length === 0) return showVouch(reply, scope, { none: true })
    const newcomers = await newcomersFor(scope.viewer)
    const vouched = await vouchFor(scope.viewer, named)
    if (!vouched.ok) return goTo(reply, '/a-table')
    if (vouched.value.some((one) => one.refusal === null)) tellTable(scope)
    const outcomes = vouched.value.flatMap(({ newcomerId, refusal }) => {
      const name = newcomers.find((one) => one.personId === newcomerId)?.firstName
      return refusal === null ? [] : [{ name: name ?? null, sentence: vouchRefusals[refusal] }]
    })
    return outcomes.length === 0 ? goTo(reply, '/a-table/confirmer') : showVouch(reply, scope, { outcomes })
  })

  app.post('/a-table/foyer', async (request, reply) => {
    const { viewer } = request
    const scope = await seated(request)
    const sent = formBody(request)
    const claimant = textIn(sent, 'voisin')
    if (viewer.kind !== 'resident' || scope === null || !isId(claimant)) return goTo(reply, '/a-table')
    const answered = await answerClaim(viewer, claimant, textIn(sent, 'reponse') === 'oui')
    if (answered.ok) tellTable(scope)
    return goTo(reply, '/a-table')
  })
}

async function witnessing(request: FastifyRequest): Promise<AtTableScope | null> {
  const scope = await seated(request)
  return scope?.screen === 'vouch' ? scope : null
}

async function showVouch(
  reply: FastifyReply,
  scope: AtTableScope,
  after: { outcomes?: readonly Outcome[]; none?: boolean } = {},
): Promise<FastifyReply> {
  const newcomers = await newcomersFor(scope.viewer)
  const claims = await claimsOn(scope.viewer)
  const page = (
    <VouchPage
      view={scope.view}
      newcomers={newcomers}
      claims={claims}
      outcomes={after.outcomes ?? []}
      none={after.none ?? false}
    />
  )
  return show(reply, page, after.none || after.outcomes ? 422 : 200)
}

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
