import type { FastifyInstance } from 'fastify'
import { nextUnseen } from '#domain/gatherings/screen.ts'
import { finishTheme } from '#domain/gatherings/sweep.acts.server.ts'
import { goTo, formBody } from '#platform/web.server.ts'
import { seated, tellTable, type AtTableScope } from '../at-table.server.ts'
import { textIn } from '../door.form.ts'
import { showSweep } from './sweep.server.tsx'
import { register as ticks } from './ticks.server.ts'
import { wantsJson } from './wants-json.server.ts'

/** A theme at one's own pace, and « C'est vu ». */
export function register(app: FastifyInstance): void {
  app.get('/a-table/theme/:code', async (request, reply) => {
    const scope = await seated(request)
    const theme = textIn(request.params, 'code')
    if (scope === null || !hasSwept(scope) || !isTheme(scope, theme)) return goTo(reply, '/a-table')
    return showSweep(reply, scope, { pace: 'own', theme })
  })

  app.post('/a-table/vu', async (request, reply) => {
    const scope = await seated(request)
    const sent = formBody(request)
    const theme = textIn(sent, 'theme')
    const done = scope === null ? null : await finishTheme(scope.viewer, theme)
    if (scope !== null && done?.ok === true) tellTable(scope)
    if (wantsJson(request)) return reply.code(done?.ok === true ? 204 : 409).send()
    return goTo(reply, scope !== null && textIn(sent, 'rythme') === 'own' ? after(scope, theme) : '/a-table')
  })

  ticks(app)
}

const hasSwept = ({ screen, view }: AtTableScope): boolean =>
  screen !== 'rule' && ['sweep', 'review', 'witness', 'harvest'].includes(view.gathering.phase)

const isTheme = ({ catalogue }: AtTableScope, code: string): boolean =>
  catalogue.themes.some((theme) => theme.code === code)

/** The next theme not seen yet; with none left one is back with the table. */
function after({ catalogue, view }: AtTableScope, theme: string): string {
  const themes = catalogue.themes.map(({ code }) => code)
  const next = nextUnseen(themes, view.seen, theme)
  return next === null ? '/a-table' : `/a-table/theme/${next}`
}
