import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { deck, type DeckTheme } from '#domain/ideas/catalogue.ts'
import { currentCatalogue } from '#domain/ideas/ideas.acts.server.ts'
import { chooseIdea } from '#domain/offers/my-choices.acts.server.ts'
import { parseTick } from '#domain/offers/my-choices.form.ts'
import { myTicks } from '#domain/offers/my-choices.views.server.ts'
import { myChoicesRefusals } from '#domain/offers/my-choices.words.ts'
import { sectorScope, type SectorScope } from '#pages/secteurs/sector.scope.server.ts'
import { withSector } from '#platform/db.server.ts'
import { stuck } from '#platform/stuck.server.ts'
import { formBody, goTo, show } from '#platform/web.server.ts'
import { IdeasView, ThemesView, type Lit } from './view.tsx'

/** All the ideas of the catalogue, theme by theme, outside any table. */
export function register(app: FastifyInstance): void {
  app.get('/secteurs/:slug/mes-choix/ajouter', async (request, reply) => {
    const scope = await sectorScope(request)
    const theme = await askedTheme(request)
    if (theme !== null) return showIdeas(reply, scope, theme)
    const catalogue = await currentCatalogue()
    return show(reply, <ThemesView scope={scope} catalogue={catalogue} lit={await litOf(scope, null)} />)
  })

  app.post('/secteurs/:slug/mes-choix/ajouter', async (request, reply) => {
    const scope = await sectorScope(request)
    const theme = await askedTheme(request)
    const tick = parseTick(formBody(request))
    if (theme === null || tick === null) throw stuck('garbled')
    const chosen = await chooseIdea(scope.viewer, tick)
    if (!chosen.ok) return showIdeas(reply, scope, theme, myChoicesRefusals[chosen.reason])
    return goTo(reply, `${scope.path}/mes-choix/ajouter?theme=${theme.theme.code}#idee-${tick.idea}`)
  })
}

async function showIdeas(reply: FastifyReply, scope: SectorScope, theme: DeckTheme, sentence?: string) {
  const lit = await litOf(scope, theme)
  return show(
    reply,
    <IdeasView {...{ scope, theme, lit }} stuck={sentence} />,
    sentence === undefined ? 200 : 422,
  )
}

async function litOf({ viewer }: SectorScope, theme: DeckTheme | null): Promise<Lit> {
  const ticks = await withSector(viewer, viewer.sectorId, (tx) => myTicks(tx, viewer))
  const wanted = theme && new Set(theme.blocks.flatMap((block) => block.rows.map((row) => row.idea.code)))
  return new Set(
    [...ticks.values()]
      .filter(({ idea }) => wanted === null || wanted.has(idea))
      .flatMap(({ idea, offers, wishes }) => [
        ...(offers ? [`${idea}:offer`] : []),
        ...(wishes ? [`${idea}:wish`] : []),
      ]),
  )
}

/** `?theme=`: one the catalogue knows, or none. */
async function askedTheme(request: FastifyRequest): Promise<DeckTheme | null> {
  const asked: unknown = Reflect.get(Object(request.query), 'theme')
  if (asked === undefined) return null
  const theme = deck(await currentCatalogue()).find((one) => one.theme.code === asked)
  if (theme === undefined) throw stuck('not-here')
  return theme
}
