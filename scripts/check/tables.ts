import type { Source, Trap } from './files.ts'

// Imports do not show that a view joins the tables of another concept: the map is held to table names as well.
// A table belongs to the concept whose store inserts into it.

type May = Readonly<Record<string, readonly string[]>>

/** Tables read or written by a concept that the map does not let it know, and tables with two owners. */
export const tablesOffTheMap =
  (may: May): Trap =>
  (files) => {
    const sources = files.filter(({ path }) => /^src\/domain\/.*\.(store|views|acts)\.server\.ts$/.test(path))
    const owners = ownersOf(sources)
    return [...sharedTables(owners), ...sources.flatMap((source) => strangers(source, owners, may))]
  }

type Owners = ReadonlyMap<string, ReadonlySet<string>>

function ownersOf(sources: readonly Source[]): Owners {
  const pairs = sources.flatMap((source) =>
    matches(source.text, /\binsertInto\(\s*'(\w+)|\bINSERT INTO (\w+)/gi).map((table) => ({ table, source })),
  )
  const byTable = Map.groupBy(pairs, ({ table }) => table)
  return new Map(
    [...byTable].map(([table, all]) => [table, new Set(all.map(({ source }) => conceptOf(source)))]),
  )
}

const sharedTables = (owners: Owners): string[] =>
  [...owners]
    .filter(([, concepts]) => concepts.size > 1)
    .map(
      ([table, concepts]) =>
        `${table} est écrite par ${[...concepts].join(' et ')} : un seul concept la remplit`,
    )

function strangers(source: Source, owners: Owners, may: May): string[] {
  const concept = conceptOf(source)
  const known = new Set([concept, ...(may[concept] ?? [])])
  return [...new Set(tablesIn(source.text))].flatMap((table) => {
    const owner = [...(owners.get(table) ?? [])]
    if (owner.length === 0 || owner.some((name) => known.has(name))) return []
    return [`${source.path} : lit « ${table} », qui est à ${owner.join(', ')} et hors de sa liste`]
  })
}

const tablesIn = (text: string): string[] => [
  ...matches(
    text,
    /\b(?:selectFrom|(?:inner|left|right|full|cross)Join|updateTable|deleteFrom|using)\(\s*\[?'(\w+)/g,
  ),
  ...matches(text, /\b(?:FROM|JOIN|UPDATE|INTO)\s+(\w+)/g),
]

const matches = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? '')

const conceptOf = ({ path }: Source): string => path.split('/')[2] ?? ''
