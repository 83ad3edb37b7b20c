/** The answer of a rule: a value, or a named refusal that `<concept>.words.ts` puts into French. */
export type Result<T, R extends string> = Ok<T> | Refused<R>
export type Ok<T> = { readonly ok: true; readonly value: T }
export type Refused<R extends string> = { readonly ok: false; readonly reason: R }

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value })
export const refused = <R extends string>(reason: R): Refused<R> => ({ ok: false, reason })
