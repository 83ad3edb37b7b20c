// A bucket of tokens per key: some at once, then one more every so often. Kept in memory, since what it
// protects is this process; a restart forgives. Keys are senders, keyed hashes or seats, never names.
export type Allowance = { readonly burst: number; readonly everySeconds: number }

export type Limiter = {
  /** Takes one token; answers 0 when it was granted, else the seconds to wait before the next. */
  readonly take: (key: string, now: Date) => number
}

type Bucket = { tokens: number; at: number }

const MOST_KEYS = 20_000

/** A table of twelve behind one address is the ordinary case: allow it, and slow what comes after. */
export function limiter(allowance: Allowance): Limiter {
  const buckets = new Map<string, Bucket>()
  return {
    take(key, now) {
      const bucket = filled(buckets.get(key), allowance, now.getTime())
      buckets.delete(key) // put back last, so that the first keys of the map are the longest unused
      if (buckets.size >= MOST_KEYS) forgetTheOldest(buckets)
      buckets.set(key, bucket)
      if (bucket.tokens < 1) return Math.ceil((1 - bucket.tokens) * allowance.everySeconds)
      bucket.tokens -= 1
      return 0
    },
  }
}

function filled(bucket: Bucket | undefined, { burst, everySeconds }: Allowance, now: number): Bucket {
  if (bucket === undefined) return { tokens: burst, at: now }
  const elapsed = Math.max(0, now - bucket.at) / 1000 // a clock set back gives nothing and takes nothing
  return { tokens: Math.min(burst, bucket.tokens + elapsed / everySeconds), at: now }
}

function forgetTheOldest(buckets: Map<string, Bucket>): void {
  for (const key of buckets.keys()) {
    buckets.delete(key)
    return
  }
}
