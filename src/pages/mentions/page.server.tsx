import type { FastifyInstance } from 'fastify'
import { houseNow } from '#domain/association/association.views.server.ts'
import { outsideSectors } from '#platform/db.server.ts'
import { show } from '#platform/web.server.ts'
import { Notices } from './view.tsx'

/** « /mentions » : « Vos informations, vos droits ». */
export async function register(app: FastifyInstance): Promise<void> {
  app.get('/mentions', async (_request, reply) => {
    const house = await outsideSectors(houseNow)
    return show(reply, <Notices publisher={{ name: house?.name ?? 'L’association Coop-Ère' }} />)
  })
}
