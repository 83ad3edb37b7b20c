import { AsyncLocalStorage } from 'node:async_hooks'
import pg from 'pg'

// Hears what `fn` asks of PostgreSQL, and not what jobs ask meanwhile.
const hearing = new AsyncLocalStorage<string[]>()

const send: unknown = Reflect.get(pg.Client.prototype, 'query')
Reflect.set(pg.Client.prototype, 'query', function (this: pg.Client, ...args: unknown[]): unknown {
  hearing.getStore()?.push(textOf(args[0]))
  const answer: unknown = typeof send === 'function' ? Reflect.apply(send, this, args) : undefined
  return answer
})

/** Runs `fn` and tells every statement it sent, in order, without its values. */
export async function statementsOf<T>(fn: () => Promise<T>): Promise<{ value: T; statements: string[] }> {
  const statements: string[] = []
  return { value: await hearing.run(statements, fn), statements }
}

function textOf(query: unknown): string {
  if (typeof query === 'string') return query
  return typeof query === 'object' && query !== null ? String(Reflect.get(query, 'text')) : ''
}
