import type { FastifyInstance } from 'fastify'
import { currentCatalogue } from '#domain/ideas/ideas.acts.server.ts'
import { nextPublicTables } from '#domain/site/next-tables.views.server.ts'
import { clock } from '#platform/clock.ts'
import { outsideSectors } from '#platform/db.server.ts'
import { show } from '#platform/web.server.ts'
import { Home } from './view.tsx'

const tablesShown = 6

/** « / » : what Coop-Ère is, and when and where the next tables are. */
export async function register(app: FastifyInstance): Promise<void> {
  app.get('/', async (_request, reply) => {
    const { themes, ideas } = await currentCatalogue()
    const tables = await outsideSectors((tx) => nextPublicTables(tx, tablesShown, clock.now()))
    return show(
      reply,
      <Home
        themes={themes}
        ideas={ideas.length}
        tables={tables.map(({ plannedFor, ...table }) => ({ ...table, date: plannedFor }))}
      />,
    )
  })
}
