import { sql } from 'kysely'
import type { Tx } from '#platform/db.server.ts'
import { peopleAtTable } from './faces.views.server.ts'
import type { Gathering } from './gathering.ts'
import { lacksOf, type Lack } from './host-tables.ts'
import { acceptances, vouchesFor } from './vouch.store.server.ts'

/** A newcomer of a closed table, as its host may read them for thirty days. */
export type RosterLine = {
  readonly firstName: string
  /** Empty for someone discreet. */
  readonly entrance: string
  readonly registered: boolean
  readonly lacks: readonly Lack[]
}

/** The newcomers of a table, in the order in which they sat down. What they ticked is not here. */
export async function rosterOf(tx: Tx, gathering: Gathering): Promise<RosterLine[]> {
  const seated = await newcomersOf(tx, gathering)
  const ids = seated.map((one) => one.personId)
  const faces = await peopleAtTable(tx, gathering.sectorId, ids)
  const vouches = await vouchesFor(tx, gathering.sectorId, ids)
  const accepted = await acceptances(tx, gathering.sectorId, ids)
  return seated.flatMap(({ personId, registered }) => {
    const face = faces.get(personId)
    if (!face || face.firstName === '') return []
    const own = vouches.filter((vouch) => vouch.newcomerId === personId)
    const progress = {
      contactGiven: face.contactGiven,
      charterAccepted: accepted.has(personId),
      vouches: new Set(own.map((vouch) => vouch.witnessHouseholdId)).size,
      vouchedByTeam: own.some((vouch) => vouch.mandateId !== null),
    }
    const lacks = registered ? [] : lacksOf(progress, gathering.kind)
    return [{ firstName: face.firstName, entrance: face.entrance, registered, lacks }]
  })
}

const newcomersOf = (tx: Tx, gathering: Gathering): Promise<{ personId: string; registered: boolean }[]> =>
  tx
    .selectFrom('seats')
    .leftJoin('residents', (join) =>
      join
        .onRef('residents.sector_id', '=', 'seats.sector_id')
        .onRef('residents.person_id', '=', 'seats.person_id'),
    )
    .select(['seats.person_id as personId', sql<boolean>`residents.person_id IS NOT NULL`.as('registered')])
    .where('seats.sector_id', '=', gathering.sectorId)
    .where('seats.gathering_id', '=', gathering.id)
    .where('seats.kind', '=', 'newcomer')
    .where('seats.state', '=', 'seated')
    .where('seats.person_id', 'is not', null)
    .orderBy('seats.joined_at')
    .$narrowType<{ personId: string }>()
    .execute()
