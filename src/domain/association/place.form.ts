import * as v from 'valibot'

/** Whose place is asked for. */
export type Place = { readonly kind: 'neighbour' | 'companion'; readonly id: string }

const shape = v.object({ place: v.pipe(v.string(), v.regex(/^(voisin|association):[0-9a-f-]{36}$/)) })

/** Reads `place`, « voisin:… » or « association:… »; null for anything else. */
export function parsePlace(body: Record<string, unknown>): Place | null {
  const read = v.safeParse(shape, body)
  if (!read.success) return null
  const [who = '', id = ''] = read.output.place.split(':')
  return { kind: who === 'voisin' ? 'neighbour' : 'companion', id }
}
