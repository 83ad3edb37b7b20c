import { sectorById } from '#domain/sectors/sectors.views.server.ts'
import type { SeatView } from '#domain/gatherings/seat.views.server.ts'
import { nextPublicTables, type PublicTable } from '#domain/site/next-tables.views.server.ts'
import { clock } from '#platform/clock.ts'
import { outsideSectors } from '#platform/db.server.ts'

const lookedAt = 50

/** The next table announced in this neighbourhood, when there is one. */
export const nextTableOf = ({ gathering }: SeatView): Promise<PublicTable | null> =>
  outsideSectors(async (tx) => {
    const sector = await sectorById(tx, gathering.sectorId)
    const tables = await nextPublicTables(tx, lookedAt, clock.now())
    const here = tables.find((one) => one.sectorName === sector?.name && one.commune === sector.commune)
    return here ?? null
  })
