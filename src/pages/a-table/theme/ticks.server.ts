import type { FastifyInstance } from 'fastify'
import { tick, toggle, type Hand } from '#domain/gatherings/ticks.acts.server.ts'
import { myTableChoices } from '#domain/gatherings/my-choices.views.server.ts'
import { parseBatch } from '#domain/offers/operation.form.ts'
import { batchRefusals } from '#domain/offers/operation.words.ts'
import { formBody, goTo } from '#platform/web.server.ts'
import { seated, type AtTableScope } from '../at-table.server.ts'
import { textIn } from '../door.form.ts'

/** Ticks: a batch from a phone that runs the island, or one press of a button from a phone that runs nothing. */
export function register(app: FastifyInstance): void {
  app.post('/a-table/coches', async (request, reply) => {
    const scope = await seated(request)
    if (scope === null) return reply.code(409).send({ lost: true })
    const batch = parseBatch(request.body)
    if (!batch.ok)
      return reply.code(422).send({ refusal: batch.reason, sentence: batchRefusals[batch.reason] })
    const received = await tick(scope.viewer, batch.value)
    if (!received.ok) return reply.code(409).send({ lost: true })
    const { acknowledged, refused } = received.value
    return reply.send({ acknowledged, refused })
  })

  app.post('/a-table/cocher', async (request, reply) => {
    const scope = await seated(request)
    const sent = formBody(request)
    const pressed = pressedIn(textIn(sent, 'tick'))
    if (scope === null || pressed === null) return goTo(reply, '/a-table')
    await toggle(scope.viewer, { ...pressed, on: !(await isOn(scope, pressed)) })
    return goTo(reply, backTo(scope, pressed.idea, textIn(sent, 'rythme') === 'own'))
  })
}

type Pressed = { readonly idea: string; readonly hand: Hand }

/** `CODE:offer` or `CODE:wish`, as the two targets of a row post themselves. */
function pressedIn(value: string): Pressed | null {
  const [idea = '', side] = value.split(':')
  if (!/^[a-z0-9-]{1,64}$/.test(idea)) return null
  if (side === 'offer') return { idea, hand: 'offers' }
  return side === 'wish' ? { idea, hand: 'wishes' } : null
}

async function isOn({ viewer }: AtTableScope, { idea, hand }: Pressed): Promise<boolean> {
  const choices = await myTableChoices(viewer)
  return choices?.[hand].some((choice) => choice.code === idea) ?? false
}

/** The same theme at the same row, even when the host has moved on meanwhile. */
function backTo({ catalogue }: AtTableScope, idea: string, own: boolean): string {
  const theme = catalogue.ideas.find((one) => one.code === idea)?.theme
  if (theme === undefined) return '/a-table'
  return `${own ? `/a-table/theme/${theme}` : `/a-table?theme=${theme}`}#idee-${idea}`
}
