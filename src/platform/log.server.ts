import { LogController, type FastifyReply, type FastifyRequest, type FastifyServerOptions } from 'fastify'
import pg from 'pg'

export type LogTarget = { readonly level: string; readonly to?: { write(line: string): void } }

/** A log for technicians that names no one: a route's pattern, never an address bar, a body or a parameter. */
export const logOptions = ({
  level,
  to,
}: LogTarget): Pick<FastifyServerOptions, 'logger' | 'logController'> => ({
  logController: new LogController({ disableRequestLogging: true }),
  logger: {
    level,
    base: null,
    serializers: { err: anonymousError },
    ...(to === undefined ? {} : { stream: to }),
  },
})

/** One line an answer. */
export async function logAnswer(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  request.log.info({
    method: request.method,
    route: request.routeOptions.url ?? 'none',
    status: reply.statusCode,
    ms: Math.round(reply.elapsedTime),
  })
}

// PostgreSQL quotes the very values it refuses in its messages: only code, names and the way there are kept.
function anonymousError(error: Error): { type: string; message: string; stack: string } {
  const stack = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const message =
    error instanceof pg.DatabaseError
      ? [error.code, error.table, error.constraint].filter((part) => part !== undefined).join(' ')
      : error.message
  return { type: error.name, message, stack: stack.join('\n') }
}
