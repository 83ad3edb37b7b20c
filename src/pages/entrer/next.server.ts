import type { FastifyRequest } from 'fastify'
import { safePath } from '#platform/web.server.ts'

/** Where a page asked to come back to once entered: one of our paths, or nothing. */
export function nextOf(request: FastifyRequest): string | null {
  const { query } = request
  return typeof query === 'object' && query !== null ? safePath(Reflect.get(query, 'suite')) : null
}

export const keepingNext = (path: string, next: string | null): string =>
  next === null ? path : `${path}?suite=${encodeURIComponent(next)}`
