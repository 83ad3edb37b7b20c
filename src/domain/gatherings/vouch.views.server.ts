import type { ConsoleViewer } from '#domain/access/viewer.ts'
import { withSector, type Tx } from '#platform/db.server.ts'
import { seatOf, type AtTable } from './at-table.acts.server.ts'
import { peopleAtTable } from './faces.views.server.ts'
import { findGathering } from './gathering.store.server.ts'
import { findSeat, seatsOf } from './seat.store.server.ts'
import { vouchesFor } from './vouch.store.server.ts'

/** A newcomer as a checked-in witness sees them: a first name, an entrance unless discreet, and nothing more. */
export type Newcomer = {
  readonly personId: string
  readonly firstName: string
  readonly entrance: string
  readonly already: boolean
}

/** « Avec qui avez-vous parlé aujourd'hui ? » Empty for whoever may not be a witness at this table. */
export const newcomersFor = (viewer: AtTable): Promise<Newcomer[]> =>
  withSector(viewer, viewer.sectorId, async (tx) => {
    const at = seatOf(viewer)
    if (at === null) return []
    const seat = await findSeat(tx, viewer.sectorId, at.gatheringId, at.seatId)
    const gathering = await findGathering(tx, viewer.sectorId, at.gatheringId)
    if (!gathering || seat?.state !== 'seated' || seat.personId === null) return []
    if (seat.kind === 'newcomer' && gathering.kind !== 'founding') return []
    return newcomers(tx, viewer.sectorId, at.gatheringId, seat.personId)
  })

/** The same list on the host's screen, for a witness who has no device of their own. */
export const newcomersForWitness = (console: ConsoleViewer, witnessId: string): Promise<Newcomer[]> =>
  withSector(console, console.sectorId, (tx) =>
    newcomers(tx, console.sectorId, console.gatheringId, witnessId),
  )

/** Who may confirm at this table: registered neighbours who checked in, or every founder at the founding table. */
export const witnessesAtTable = (
  console: ConsoleViewer,
): Promise<{ personId: string; firstName: string; entrance: string }[]> =>
  withSector(console, console.sectorId, async (tx) => {
    const gathering = await findGathering(tx, console.sectorId, console.gatheringId)
    const seats = await seatsOf(tx, console.sectorId, console.gatheringId)
    const ids = seats.flatMap((seat) =>
      seat.state === 'seated' &&
      seat.personId !== null &&
      (seat.kind === 'registered' || gathering?.kind === 'founding')
        ? [seat.personId]
        : [],
    )
    const faces = await peopleAtTable(tx, console.sectorId, ids)
    return ids.flatMap((personId) => {
      const face = faces.get(personId)
      return face ? [{ personId, firstName: face.firstName, entrance: face.entrance }] : []
    })
  })

/** Neighbours who say they live with this resident and wait for a yes (trust.md T3). */
export const claimsOn = (viewer: AtTable): Promise<{ claimantId: string; firstName: string }[]> =>
  withSector(viewer, viewer.sectorId, async (tx) => {
    if (viewer.personId === null) return []
    const rows = await tx
      .selectFrom('household_claims')
      .innerJoin('people', (join) =>
        join
          .onRef('people.sector_id', '=', 'household_claims.sector_id')
          .onRef('people.id', '=', 'household_claims.claimant_id'),
      )
      .select(['household_claims.claimant_id', 'people.first_name'])
      .where('household_claims.sector_id', '=', viewer.sectorId)
      .where('household_claims.member_id', '=', viewer.personId)
      .where('household_claims.answered_at', 'is', null)
      .execute()
    return rows.map((row) => ({ claimantId: row.claimant_id, firstName: row.first_name ?? '' }))
  })

async function newcomers(
  tx: Tx,
  sectorId: string,
  gatheringId: string,
  witnessId: string,
): Promise<Newcomer[]> {
  const seats = await seatsOf(tx, sectorId, gatheringId)
  const ids = seats.flatMap((seat) =>
    seat.kind === 'newcomer' && seat.personId !== null && seat.personId !== witnessId ? [seat.personId] : [],
  )
  const faces = await peopleAtTable(tx, sectorId, ids)
  const given = await vouchesFor(tx, sectorId, ids)
  return ids.flatMap((personId) => {
    const face = faces.get(personId)
    if (!face) return []
    const already = given.some((vouch) => vouch.newcomerId === personId && vouch.witnessId === witnessId)
    return [{ personId, firstName: face.firstName, entrance: face.entrance, already }]
  })
}
