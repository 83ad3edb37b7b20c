import type { FastifyRequest } from 'fastify'

/** An island says so; a person's browser always names HTML. */
export const wantsJson = ({ headers: { accept = '' } }: FastifyRequest): boolean =>
  accept.includes('application/json') && !accept.includes('text/html')
