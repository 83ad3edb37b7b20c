import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { myTableChoices, type MyTableChoices } from '#domain/gatherings/my-choices.views.server.ts'
import {
  finishReview,
  giveDetail,
  giveOwnIdea,
  takeBackOwnIdea,
} from '#domain/gatherings/review.acts.server.ts'
import { toggle } from '#domain/gatherings/ticks.acts.server.ts'
import { parseDetail } from '#domain/offers/choice.form.ts'
import { detailRefusals } from '#domain/offers/choice.words.ts'
import { myChoicesRefusals } from '#domain/offers/my-choices.words.ts'
import { formBody, goTo, show } from '#platform/web.server.ts'
import { seated, tellTable, type AtTableScope } from '../at-table.server.ts'
import { textIn } from '../door.form.ts'
import { ownField, parseDetails, pressedIn, type Details, type Pressed } from './choices.form.ts'
import { ChoicesPage } from './view.tsx'

/** « Mes choix »: re-read, remove, add a detail; what was typed is kept whatever button is pressed. */
export function register(app: FastifyInstance): void {
  app.get('/a-table/mes-choix', async (request, reply) => {
    const scope = await reviewing(request)
    return scope === null ? goTo(reply, '/a-table') : showChoices(reply, scope)
  })

  app.post('/a-table/mes-choix', async (request, reply) => {
    const scope = await reviewing(request)
    const choices = scope && (await myTableChoices(scope.viewer))
    if (scope === null || choices === null) return goTo(reply, '/a-table')
    const sent = formBody(request)
    const details = parseDetails(sent, chosenIn(choices))
    for (const detail of details.sound) await giveDetail(scope.viewer, detail)
    const pressed = pressedIn(sent)
    const own = pressed.kind === 'add' || pressed.kind === 'go-on' ? await addOwn(scope, sent) : null
    if (pressed.kind === 'remove' || pressed.kind === 'forget') await remove(scope, pressed)
    if (details.problems.size > 0 || own !== null) return showChoices(reply, scope, { details, own, sent })
    if (pressed.kind !== 'go-on') return goTo(reply, `/a-table/mes-choix#${anchorOf(pressed)}`)
    if (!scope.view.seat?.reviewDone && (await finishReview(scope.viewer)).ok) tellTable(scope)
    return goTo(reply, '/a-table')
  })
}

const phases = ['review', 'witness', 'harvest']

/** From the second cup on, until the table closes. */
async function reviewing(request: FastifyRequest): Promise<AtTableScope | null> {
  const scope = await seated(request)
  return scope !== null && phases.includes(scope.view.gathering.phase) ? scope : null
}

type Again = { details: Details; own: string | null; sent: Record<string, unknown> }

async function showChoices(reply: FastifyReply, scope: AtTableScope, again?: Again): Promise<FastifyReply> {
  const choices = await myTableChoices(scope.viewer)
  if (choices === null) return goTo(reply, '/a-table')
  const page = (
    <ChoicesPage
      view={scope.view}
      catalogue={scope.catalogue}
      choices={choices}
      details={again?.details}
      own={again && { typed: textIn(again.sent, ownField), stuck: again.own ?? undefined }}
    />
  )
  return show(reply, page, again === undefined ? 200 : 422)
}

const chosenIn = ({ offers, wishes }: MyTableChoices) => [
  ...new Map([...offers, ...wishes].map((choice) => [choice.code, choice])).values(),
]

/** Keeps the idea typed, if there is one; answers the sentence to show beside it when it cannot be kept. */
async function addOwn(scope: AtTableScope, sent: Record<string, unknown>): Promise<string | null> {
  const read = parseDetail(sent[ownField])
  if (!read.ok) return detailRefusals[read.reason]
  if (read.value === null) return null
  const given = await giveOwnIdea(scope.viewer, read.value)
  return !given.ok && given.reason === 'too-many-ideas' ? myChoicesRefusals['too-many-ideas'] : null
}

async function remove(
  { viewer }: AtTableScope,
  pressed: Exclude<Pressed, { kind: 'add' | 'go-on' }>,
): Promise<void> {
  if (pressed.kind === 'forget') await takeBackOwnIdea(viewer, pressed.own)
  else await toggle(viewer, { idea: pressed.idea, hand: pressed.hand, on: false })
}

const anchorOf = (pressed: Pressed): string => (pressed.kind === 'remove' ? pressed.hand : 'idee-a-vous')
