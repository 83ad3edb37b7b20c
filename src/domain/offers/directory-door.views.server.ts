import type pg from 'pg'
import { sectorBySlug } from '#domain/sectors/sectors.views.server.ts'
import { clock } from '#platform/clock.ts'
import { digits, outsideSectors, requestPool } from '#platform/db.server.ts'
import { hashToken } from '#platform/ids.server.ts'

// The door of the directory. The page behind it is the same for every neighbour of a sector and is kept in memory;
// what is asked at each request is whether this browser may read it, and which version it should read. All of it is
// one round trip under row-level security: a simple query of two statements is one transaction of its own, rolled
// back whole if anything fails. It answers yes or null: whoever gets null goes the long way, which says why.

export type Opened = {
  readonly sectorId: string
  /** Changes each time something that the directory shows has changed. */
  readonly version: string
  readonly catalogue: string
  /** Members of the host team have other entries at the top of the page. */
  readonly host: boolean
}

/** Lets in the holder of a neighbour's session whom this sector counts as registered now; anyone else gets null. */
export async function openDirectory(token: string | null, slug: string): Promise<Opened | null> {
  if (token === null || !/^[a-z0-9-]{1,80}$/.test(slug)) return null
  const sectorId = await sectorIdOf(slug)
  if (sectorId === null) return null
  const found = await asked(question(sectorId, slug, token))
  if (found !== null) return { sectorId, ...found }
  sectorIds.delete(slug) // an address may come to name another sector, once the demonstration is gone
  return null
}

type Answer = Pick<Opened, 'version' | 'catalogue' | 'host'>

// Planned once for each connection: planning would cost three times as much as looking.
const preparation = `PREPARE directory_door (bigint, text, bytea, timestamptz) AS
  SELECT sectors.directory_version AS version,
    (SELECT version FROM catalogue_versions ORDER BY published_at DESC LIMIT 1) AS catalogue,
    EXISTS (SELECT FROM mandates WHERE mandates.sector_id = $1 AND mandates.person_id = residents.person_id
      AND mandates.starts_at <= $4 AND mandates.ends_at > $4) AS host
  FROM sessions
  JOIN residents ON residents.sector_id = $1 AND residents.person_id = sessions.person_id
  JOIN sectors ON sectors.sector_id = $1 AND sectors.slug = $2
  WHERE sessions.token_hash = $3 AND sessions.kind = 'resident'
    AND sessions.sector_id = $1 AND sessions.expires_at > $4
    AND residents.left_at IS NULL AND residents.suspended_at IS NULL`

// Literals, since several statements at once take no parameters: digits, a slug checked above, a hash in
// hexadecimal and a date made here. Nothing that was sent is written as it came.
function question(sectorId: string, slug: string, token: string): string {
  const sector = digits(sectorId)
  const hash = hashToken(token).toString('hex')
  const now = clock.now().toISOString()
  return `SET LOCAL app.sector_id = '${sector}'; EXECUTE directory_door (${sector}, '${slug}', '\\x${hash}', '${now}')`
}

const prepared = new WeakSet<pg.PoolClient>()

async function asked(text: string): Promise<Answer | null> {
  const client = await requestPool().connect()
  let sound = false
  try {
    if (!prepared.has(client)) await client.query(preparation)
    prepared.add(client)
    const answers = [await client.query<Answer>(text)].flat() // two statements, two answers
    sound = true
    return answers.at(-1)?.rows[0] ?? null
  } finally {
    client.release(!sound) // after a failure the connection is closed, whatever state it was left in
  }
}

const sectorIds = new Map<string, string>()
const MOST_SECTORS = 2000

async function sectorIdOf(slug: string): Promise<string | null> {
  const known = sectorIds.get(slug)
  if (known !== undefined) return known
  const sector = await outsideSectors((tx) => sectorBySlug(tx, slug))
  if (sector === null) return null
  if (sectorIds.size >= MOST_SECTORS) sectorIds.clear()
  sectorIds.set(slug, sector.sectorId)
  return sector.sectorId
}
