import { clock } from '#platform/clock.ts'
import { outsideSectors, withSector, type Tx } from '#platform/db.server.ts'
import { choosingAccount } from './session.views.server.ts'
import type { Place } from './sign-in.ts'

/** Between whom the holder of a choosing session may choose; null when this session chooses nothing. */
export async function choicesOf(token: string | null): Promise<Place[] | null> {
  const accountId = token === null ? null : await choosingAccount(token)
  return accountId === null ? null : placesOf(accountId)
}

/** Everyone this account may enter as, now: neighbours who are registered, companions whose time runs. */
export async function placesOf(accountId: string): Promise<Place[]> {
  const { companions, people } = await outsideSectors(async (tx) => ({
    companions: await runningCompanions(tx, accountId),
    people: await tx
      .selectFrom('account_people')
      .select(['sector_id', 'person_id'])
      .where('account_id', '=', accountId)
      .orderBy('person_id')
      .execute(),
  }))
  const neighbours: Place[] = []
  for (const { sector_id, person_id } of people) {
    const neighbour = await withSector({ personId: null }, sector_id, (tx) =>
      registered(tx, sector_id, person_id),
    )
    if (neighbour !== null) neighbours.push(neighbour)
  }
  return [...neighbours, ...companions]
}

/** Where a neighbour's directory is, or null when their sector is not public yet. */
export async function sectorSlug(sectorId: string): Promise<string | null> {
  const row = await outsideSectors((tx) =>
    tx.selectFrom('public_sectors').select('slug').where('sector_id', '=', sectorId).executeTakeFirst(),
  )
  return row?.slug ?? null
}

async function registered(tx: Tx, sectorId: string, personId: string): Promise<Place | null> {
  const row = await tx
    .selectFrom('residents')
    .innerJoin('people', (join) =>
      join
        .onRef('people.sector_id', '=', 'residents.sector_id')
        .onRef('people.id', '=', 'residents.person_id'),
    )
    .innerJoin('sectors', 'sectors.sector_id', 'residents.sector_id')
    .select(['people.first_name', 'sectors.name'])
    .where('residents.sector_id', '=', sectorId)
    .where('residents.person_id', '=', personId)
    .where('residents.left_at', 'is', null)
    .where('residents.suspended_at', 'is', null)
    .where('people.erased_at', 'is', null)
    .executeTakeFirst()
  if (!row || row.first_name === null) return null
  return { kind: 'resident', sectorId, sectorName: row.name, personId, firstName: row.first_name }
}

async function runningCompanions(tx: Tx, accountId: string): Promise<Place[]> {
  const now = clock.now()
  const rows = await tx
    .selectFrom('companions')
    .select(['id', 'name'])
    .where('account_id', '=', accountId)
    .where('starts_at', '<=', now)
    .where('ends_at', '>', now)
    .execute()
  return rows.map(({ id, name }) => ({ kind: 'companion', companionId: id, name }))
}
