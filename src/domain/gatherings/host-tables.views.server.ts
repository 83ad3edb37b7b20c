import { sql } from 'kysely'
import type { CompanionViewer, ResidentViewer } from '#domain/access/viewer.ts'
import { accompanies, isHost } from '#domain/roles/roles.views.server.ts'
import { clock } from '#platform/clock.ts'
import { withSector, type Tx } from '#platform/db.server.ts'
import type { Gathering } from './gathering.ts'
import { findGathering } from './gathering.store.server.ts'
import { isUnderWay } from './gathering.ts'
import { canOpen, type OpeningRefusal } from './opening.ts'
import { rosterUntil } from './host-tables.ts'
import { canResume } from './resuming.ts'
import { resumingPowers } from './resuming.views.server.ts'
import { rosterOf, type RosterLine } from './roster.views.server.ts'

/** A table as the host team lists it: when, where, with whom, and numbers once it is over. */
export type TableLine = Pick<Gathering, 'id' | 'kind' | 'phase' | 'plannedFor' | 'place' | 'shelter'> & {
  /** Empty for a companion's table, or for a host who is discreet or has gone. */
  readonly hostName: string
  readonly mine: boolean
  readonly closing: Closing | null
}
export type Closing = { readonly closedAt: Date; readonly newcomers: number; readonly registered: number }

export type TableSheet = TableLine & {
  /** What still keeps this viewer from opening it; null when they may. */
  readonly opening: OpeningRefusal | null
  readonly underWay: boolean
  /** Whether this viewer may take its console up again on the device they hold now. */
  readonly resumable: boolean
  /** The newcomers by name, for whoever held the table and for thirty days; then only numbers. */
  readonly roster: { readonly lines: readonly RosterLine[]; readonly until: Date } | null
}

/** Every table of the sector, the latest first; null for whoever is not in the host team. */
export const tablesOf = (host: ResidentViewer): Promise<TableLine[] | null> =>
  withSector(host, host.sectorId, async (tx) => {
    if (!(await isHost(tx, host.sectorId, host.personId, clock.now()))) return null
    return (await tables(tx, host.sectorId).execute()).map((row) => asLine(row, host))
  })

/** One table; a host sees those of their sector, a companion the founding table of a sector they accompany. */
export const tableSheet = (
  viewer: ResidentViewer | CompanionViewer,
  sectorId: string,
  gatheringId: string,
): Promise<TableSheet | null> =>
  withSector(viewer, sectorId, async (tx) => {
    const now = clock.now()
    if (!isId(gatheringId) || !(await mayRead(tx, viewer, sectorId, now))) return null
    const row = await tables(tx, sectorId).where('gatherings.id', '=', gatheringId).executeTakeFirst()
    const gathering = await findGathering(tx, sectorId, gatheringId)
    if (!row || !gathering || (viewer.kind === 'companion' && gathering.kind !== 'founding')) return null
    const powers = { host: viewer.kind === 'resident', companion: viewer.kind === 'companion' }
    const decision = canOpen(gathering, powers, '0000', now) // the code is asked for when it opens
    const line = asLine(row, viewer)
    return {
      ...line,
      opening: decision.ok ? null : decision.reason,
      underWay: isUnderWay(gathering),
      resumable: canResume(gathering, await resumingPowers(tx, viewer, gathering)).ok,
      roster: await readableRoster(tx, gathering, line, now),
    }
  })

// A resident's own sector is the only one they can name here: the page found it by its address.
async function mayRead(
  tx: Tx,
  viewer: ResidentViewer | CompanionViewer,
  sectorId: string,
  now: Date,
): Promise<boolean> {
  if (viewer.kind === 'companion') return accompanies(tx, viewer.companionId, sectorId, now)
  return viewer.sectorId === sectorId && isHost(tx, sectorId, viewer.personId, now)
}

async function readableRoster(
  tx: Tx,
  gathering: Gathering,
  line: TableLine,
  now: Date,
): Promise<TableSheet['roster']> {
  if (line.closing === null || !line.mine) return null
  const until = rosterUntil(line.closing.closedAt)
  return now < until ? { lines: await rosterOf(tx, gathering), until } : null
}

const tables = (tx: Tx, sectorId: string) =>
  tx
    .selectFrom('gatherings')
    .leftJoin('people', (join) =>
      join
        .onRef('people.sector_id', '=', 'gatherings.sector_id')
        .onRef('people.id', '=', 'gatherings.host_id'),
    )
    .leftJoin('closures', (join) =>
      join
        .onRef('closures.sector_id', '=', 'gatherings.sector_id')
        .onRef('closures.gathering_id', '=', 'gatherings.id'),
    )
    .select((select) => [
      'gatherings.id',
      'gatherings.kind',
      'gatherings.phase',
      'gatherings.planned_for as plannedFor',
      'gatherings.place',
      'gatherings.shelter',
      'gatherings.host_id as hostId',
      'gatherings.companion_id as companionId',
      'people.first_name as firstName',
      'people.discreet',
      'closures.closed_at as closedAt',
      'closures.newcomers',
      select
        .selectFrom('admissions')
        .select(sql<number>`count(*)::int`.as('count'))
        .whereRef('admissions.sector_id', '=', 'gatherings.sector_id')
        .whereRef('admissions.gathering_id', '=', 'gatherings.id')
        .$asScalar()
        .$notNull()
        .as('registered'),
    ])
    .where('gatherings.sector_id', '=', sectorId)
    .orderBy('gatherings.planned_for', 'desc')
    .orderBy('gatherings.id')

type Row = Awaited<ReturnType<ReturnType<typeof tables>['execute']>>[number]

const asLine = (row: Row, viewer: ResidentViewer | CompanionViewer): TableLine => ({
  id: row.id,
  kind: row.kind,
  phase: row.phase,
  plannedFor: row.plannedFor,
  place: row.place,
  shelter: row.shelter,
  hostName: row.discreet === true ? '' : (row.firstName ?? ''),
  mine: viewer.kind === 'resident' ? row.hostId === viewer.personId : row.companionId === viewer.companionId,
  closing:
    row.closedAt === null || row.newcomers === null
      ? null
      : { closedAt: row.closedAt, newcomers: row.newcomers, registered: row.registered },
})

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
