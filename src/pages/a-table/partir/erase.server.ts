import type { FastifyReply } from 'fastify'
import { decline } from '#domain/gatherings/declining.acts.server.ts'
import { dropSession } from '#platform/cookies.server.ts'
import { tellTable, type AtTableScope } from '../at-table.server.ts'

/** Everything of this newcomer goes at once, in the house and on the phone; false for anyone else. */
export async function erase(reply: FastifyReply, scope: AtTableScope): Promise<boolean> {
  if (scope.viewer.kind !== 'seat') return false
  const gone = await decline(scope.viewer)
  if (!gone.ok) return false
  dropSession(reply)
  reply.header('clear-site-data', '"cache", "storage"')
  tellTable(scope)
  return true
}
