import { brotliCompress, brotliDecompressSync, constants } from 'node:zlib'
import { promisify } from 'node:util'

// Pages that many people read alike, rendered and compressed once, kept by what they depend on. Only compressed
// bytes stay in memory; the pages unread for longest leave when there are too many.

export type KeptPages = {
  /** The page of this key, made by `make` the first time; two who ask at once wait for the same making. */
  readonly page: (key: string, make: () => Promise<string>) => Promise<KeptPage>
  readonly size: () => number
}
export type KeptPage = { readonly brotli: Buffer; readonly html: () => string }

export function keptPages(mostBytes: number): KeptPages {
  const kept = new Map<string, { page: Promise<KeptPage>; bytes: number }>()
  let total = 0
  const drop = (key: string): void => {
    total -= kept.get(key)?.bytes ?? 0
    kept.delete(key)
  }
  const makeRoom = (): void => {
    for (const [key, { bytes }] of kept) {
      if (total <= mostBytes) return
      if (bytes > 0) drop(key)
    }
  }
  const keep = (key: string, make: () => Promise<string>): Promise<KeptPage> => {
    const entry = { page: compressed(make), bytes: 0 }
    kept.set(key, entry)
    entry.page.then(
      ({ brotli }) => {
        entry.bytes = brotli.length
        total += brotli.length
        makeRoom()
      },
      () => drop(key), // a page that could not be made is made again for the next one who asks
    )
    return entry.page
  }
  return {
    page(key, make) {
      const known = kept.get(key)
      if (known === undefined) return keep(key, make)
      kept.delete(key) // put back last: the first ones of the map are those unread for longest
      kept.set(key, known)
      return known.page
    },
    size: () => total,
  }
}

const compress = promisify(brotliCompress)
// 10 costs 30 ms for 200 offers, off the main thread; 11 would cost 150 for 2 % less.
const asText = {
  params: { [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT, [constants.BROTLI_PARAM_QUALITY]: 10 },
}

async function compressed(make: () => Promise<string>): Promise<KeptPage> {
  const brotli = await compress(await make(), asText)
  return { brotli, html: () => brotliDecompressSync(brotli).toString('utf8') }
}
