import { createHash } from 'node:crypto'
import { clock } from '#platform/clock.ts'
import { outsideSectors } from '#platform/db.server.ts'
import type { Catalogue } from './catalogue.ts'
import { parseCatalogue } from './catalogue.form.ts'

// The starter proposal travels with the software; once published it is one version among others (decisions.md 8).
const starter = import.meta.glob<string>('../../../data/*.csv', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** A fault in the catalogue's files, each named with its file and line: the site does not start on it. */
export class CatalogueFault extends Error {
  readonly faults: readonly string[]
  constructor(faults: readonly string[]) {
    super(`Le catalogue ne peut pas être publié :\n${faults.join('\n')}`)
    this.faults = faults
  }
}

/** Reads the catalogue of `data/`, refuses it with every fault named, or publishes it once. Returns its version. */
export async function publishStarterCatalogue(): Promise<string> {
  const parsed = parseCatalogue(starterFiles())
  if (!parsed.ok) throw new CatalogueFault(parsed.faults)
  const content = JSON.stringify(parsed.value)
  const version = createHash('sha256').update(content).digest('hex').slice(0, 12)
  await outsideSectors((tx) =>
    tx
      .insertInto('catalogue_versions')
      .values({ version, published_at: clock.now(), content })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )
  return version
}

const kept = new Map<string, Promise<Catalogue>>()

/** One published version, whole; kept in memory since a published version never changes. */
export function catalogueOf(version: string): Promise<Catalogue> {
  const known = kept.get(version)
  if (known) return known
  const reading = readCatalogue(version)
  kept.set(version, reading)
  reading.catch(() => kept.delete(version))
  return reading
}

/** The version that tables opened today will keep. */
export async function currentCatalogueVersion(): Promise<string> {
  const row = await outsideSectors((tx) =>
    tx
      .selectFrom('catalogue_versions')
      .select('version')
      .orderBy('published_at', 'desc')
      .limit(1)
      .executeTakeFirst(),
  )
  if (!row) throw new Error('no catalogue is published')
  return row.version
}

export const currentCatalogue = async (): Promise<Catalogue> => catalogueOf(await currentCatalogueVersion())

const codes = new Map<string, Set<string>>()

/** The codes of the ideas of a version: what an operation may speak of. */
export async function ideaCodesOf(version: string): Promise<ReadonlySet<string>> {
  const known = codes.get(version)
  if (known) return known
  const catalogue = await catalogueOf(version)
  const set = new Set(catalogue.ideas.map((idea) => idea.code))
  codes.set(version, set)
  return set
}

async function readCatalogue(version: string): Promise<Catalogue> {
  const row = await outsideSectors((tx) =>
    tx
      .selectFrom('catalogue_versions')
      .select('content')
      .where('version', '=', version)
      .executeTakeFirstOrThrow(),
  )
  return row.content as Catalogue // a parser: what was published was parsed by parseCatalogue
}

const starterFiles = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(starter).map(([path, text]) => [path.slice(path.lastIndexOf('/') + 1), text]),
  )
