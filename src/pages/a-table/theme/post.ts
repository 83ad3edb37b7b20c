import type { Operation } from '#domain/offers/operation.ts'
import type { Answer, Sent } from './outbox.ts'

/** Hands a batch over; `leaving` lets it go on after the page is gone. */
export const postTicks = (operations: readonly Operation[], leaving = false): Promise<Sent<Answer>> =>
  post('/a-table/coches', JSON.stringify({ operations }), 'application/json', leaving, (answer) =>
    answer.json(),
  )

export const postSeen = (theme: string, leaving = false): Promise<Sent<'done'>> =>
  post(
    '/a-table/vu',
    `theme=${encodeURIComponent(theme)}`,
    'application/x-www-form-urlencoded',
    leaving,
    async (): Promise<'done'> => 'done',
  )

async function post<T>(
  path: string,
  body: string,
  type: string,
  keepalive: boolean,
  read: (answer: Response) => Promise<T>,
): Promise<Sent<T>> {
  try {
    const answer = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': type, accept: 'application/json' },
      body,
      keepalive,
    })
    if (answer.ok) return await read(answer)
    return answer.status === 409 ? 'lost' : 'later'
  } catch {
    return 'later'
  }
}
