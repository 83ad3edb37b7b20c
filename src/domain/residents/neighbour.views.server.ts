import { isHost } from '#domain/roles/roles.views.server.ts'
import { sectorBySlug, type PublicSector } from '#domain/sectors/sectors.views.server.ts'
import { withSector } from '#platform/db.server.ts'

/** A registered neighbour in their own sector, as every page below it needs to know them. */
export type Neighbour = {
  readonly sector: PublicSector
  readonly firstName: string
  readonly host: boolean
}

type Registered = { readonly sectorId: string; readonly personId: string }

/** Who reads the pages of the sector an address names; null for anyone who does not live there. */
export const neighbourAt = (viewer: Registered, slug: string, now: Date): Promise<Neighbour | null> =>
  withSector(viewer, viewer.sectorId, async (tx) => {
    const sector = await sectorBySlug(tx, slug)
    if (sector?.sectorId !== viewer.sectorId) return null
    const resident = await tx
      .selectFrom('residents')
      .innerJoin('people', (join) =>
        join
          .onRef('people.sector_id', '=', 'residents.sector_id')
          .onRef('people.id', '=', 'residents.person_id'),
      )
      .select('people.first_name')
      .where('residents.sector_id', '=', viewer.sectorId)
      .where('residents.person_id', '=', viewer.personId)
      .where('residents.left_at', 'is', null)
      .where('residents.suspended_at', 'is', null)
      .executeTakeFirst()
    if (!resident) return null
    return {
      sector,
      firstName: resident.first_name ?? '',
      host: await isHost(tx, viewer.sectorId, viewer.personId, now),
    }
  })
