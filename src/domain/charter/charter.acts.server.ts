import { createHash } from 'node:crypto'
import markdown from '../../../data/charte.md?raw'
import { clock } from '#platform/clock.ts'
import { outsideSectors } from '#platform/db.server.ts'
import { parseCharter, type Charter } from './charter.ts'

/** Publishes the charter that travels with the software, once. Returns its version. */
export async function publishStarterCharter(): Promise<string> {
  const version = createHash('sha256').update(markdown).digest('hex').slice(0, 12)
  parseCharter(version, markdown)
  await outsideSectors((tx) =>
    tx
      .insertInto('charter_versions')
      .values({ version, published_at: clock.now(), markdown })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )
  return version
}

export async function currentCharterVersion(): Promise<string> {
  const row = await outsideSectors((tx) =>
    tx
      .selectFrom('charter_versions')
      .select('version')
      .orderBy('published_at', 'desc')
      .limit(1)
      .executeTakeFirst(),
  )
  if (!row) throw new Error('no charter is published')
  return row.version
}

const kept = new Map<string, Charter>()

/** A published charter; a table reads aloud, and keeps, the one it opened with. */
export async function charterOf(version: string): Promise<Charter> {
  const known = kept.get(version)
  if (known) return known
  const row = await outsideSectors((tx) =>
    tx
      .selectFrom('charter_versions')
      .select('markdown')
      .where('version', '=', version)
      .executeTakeFirstOrThrow(),
  )
  const charter = parseCharter(version, row.markdown)
  kept.set(version, charter)
  return charter
}

export const currentCharter = async (): Promise<Charter> => charterOf(await currentCharterVersion())
