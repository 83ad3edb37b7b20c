import { sql } from 'kysely'
import { outsideSectors, type Tx } from '#platform/db.server.ts'
import type { House } from './association.ts'

/** The association at home here, and whether it is a demonstration; null while nothing is installed. */
export async function houseNow(tx: Tx): Promise<House | null> {
  const row = await tx
    .selectFrom('association')
    .select((select) => [
      'name',
      'demonstration',
      select
        .selectFrom('public_sectors')
        .select(sql<number>`count(*)::int`.as('count'))
        .as('sectors'),
    ])
    .executeTakeFirst()
  return row ? { name: row.name, demonstration: row.demonstration, sectors: row.sectors ?? 0 } : null
}

// Every page says when this is a demonstration: it is looked up once at start, and after each act that changes it.
let demonstration = false

export const isDemonstration = (): boolean => demonstration

/** Looks again at what is installed here, for the banner of every page. */
export async function lookAtTheHouse(): Promise<void> {
  demonstration = (await outsideSectors(houseNow))?.demonstration === true
}

export type DemonstrationNeighbour = {
  readonly personId: string
  readonly firstName: string
  readonly entrance: string | null
  readonly host: boolean
}
export type DemonstrationCompanion = { readonly companionId: string; readonly name: string }

/** The sector of the demonstration: the only one there is. */
export async function demonstrationSector(
  tx: Tx,
): Promise<{ readonly sectorId: string; readonly slug: string; readonly name: string } | null> {
  const row = await tx.selectFrom('public_sectors').select(['sector_id', 'slug', 'name']).executeTakeFirst()
  return row ? { sectorId: row.sector_id, slug: row.slug, name: row.name } : null
}

/** Everyone whose place may be taken: registered neighbours, hosts first. */
export async function demonstrationNeighbours(
  tx: Tx,
  sectorId: string,
  now: Date,
): Promise<DemonstrationNeighbour[]> {
  const rows = await tx
    .selectFrom('residents')
    .innerJoin('people', (join) =>
      join
        .onRef('people.sector_id', '=', 'residents.sector_id')
        .onRef('people.id', '=', 'residents.person_id'),
    )
    .leftJoin('entrances', (join) =>
      join
        .onRef('entrances.sector_id', '=', 'people.sector_id')
        .onRef('entrances.id', '=', 'people.entrance_id'),
    )
    .select([
      'people.id',
      'people.first_name',
      'people.discreet',
      'entrances.name as entrance',
      hostSince(now),
    ])
    .where('residents.sector_id', '=', sectorId)
    .where('residents.left_at', 'is', null)
    .where('people.erased_at', 'is', null)
    .orderBy('host', 'desc')
    .orderBy('entrances.position')
    .orderBy(sql`people.first_name COLLATE "fr-x-icu"`)
    .execute()
  return rows.map((row) => ({
    personId: row.id,
    firstName: row.first_name ?? '',
    entrance: row.discreet ? null : row.entrance,
    host: row.host,
  }))
}

const hostSince = (now: Date) =>
  sql<boolean>`EXISTS (
    SELECT FROM mandates
    WHERE mandates.sector_id = people.sector_id AND mandates.person_id = people.id
      AND mandates.starts_at <= ${now} AND mandates.ends_at > ${now})`.as('host')

export async function demonstrationCompanions(tx: Tx, now: Date): Promise<DemonstrationCompanion[]> {
  const rows = await tx
    .selectFrom('companions')
    .select(['id', 'name'])
    .where('ends_at', '>', now)
    .orderBy('starts_at')
    .execute()
  return rows.map((row) => ({ companionId: row.id, name: row.name }))
}
