import { sql, type Selectable } from 'kysely'
import type { Tx } from '#platform/db.server.ts'
import { newId } from '#platform/ids.server.ts'
import { open, seal } from '#platform/keys.server.ts'
import type { Tables } from '#platform/tables.ts'
import type { Gathering } from './gathering.ts'
import type { Phase } from './gathering.life.ts'

export type PlannedGathering = Pick<
  Gathering,
  'sectorId' | 'kind' | 'hostId' | 'companionId' | 'plannedFor' | 'place' | 'shelter'
>

export async function insertGathering(tx: Tx, planned: PlannedGathering): Promise<string> {
  const id = newId()
  await tx
    .insertInto('gatherings')
    .values({
      sector_id: planned.sectorId,
      id,
      kind: planned.kind,
      host_id: planned.hostId,
      companion_id: planned.companionId,
      planned_for: planned.plannedFor,
      place: planned.place,
      shelter: planned.shelter,
      phase: 'planned',
    })
    .execute()
  return id
}

/** The gathering, locked until the end of the transaction: acts on one table follow one another. */
export const lockGathering = (tx: Tx, sectorId: string, id: string): Promise<Gathering | null> =>
  found(
    tx
      .selectFrom('gatherings')
      .selectAll()
      .where('sector_id', '=', sectorId)
      .where('id', '=', id)
      .forUpdate(),
  )

export const findGathering = (tx: Tx, sectorId: string, id: string): Promise<Gathering | null> =>
  found(tx.selectFrom('gatherings').selectAll().where('sector_id', '=', sectorId).where('id', '=', id))

export async function gatheringsOfSector(tx: Tx, sectorId: string): Promise<Gathering[]> {
  const rows = await tx
    .selectFrom('gatherings')
    .selectAll()
    .where('sector_id', '=', sectorId)
    .orderBy('planned_for', 'desc')
    .execute()
  return rows.map(asGathering)
}

type Change = {
  phase?: Phase
  host_id?: string
  door_open?: boolean
  theme_position?: number
  theme_since?: Date
  approved_by?: string
  approved_at?: Date
  opened_at?: Date
  catalogue_version?: string
  charter_version?: string
  word_secret?: Buffer
}

/** Changes the gathering and its state number together, so that waiting phones hear of it. */
export async function changeGathering(tx: Tx, sectorId: string, id: string, change: Change): Promise<void> {
  await tx
    .updateTable('gatherings')
    .set({ ...change, state_number: sql`state_number + 1` })
    .where('sector_id', '=', sectorId)
    .where('id', '=', id)
    .execute()
}

/** Only the state number: something at the table changed that is not on the gathering's row. */
export const touchGathering = (tx: Tx, sectorId: string, id: string): Promise<void> =>
  changeGathering(tx, sectorId, id, {})

export const sealWordSecret = (gatheringId: string, secret: string): Buffer =>
  seal('gatherings', gatheringId, 'word_secret', secret)

export const openWordSecret = (gatheringId: string, sealed: Buffer): string =>
  open('gatherings', gatheringId, 'word_secret', sealed)

export async function wordSecret(tx: Tx, sectorId: string, id: string): Promise<string | null> {
  const row = await tx
    .selectFrom('gatherings')
    .select('word_secret')
    .where('sector_id', '=', sectorId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.word_secret ? openWordSecret(id, row.word_secret) : null
}

type Query = { executeTakeFirst: () => Promise<Selectable<Tables['gatherings']> | undefined> }
const found = async (query: Query): Promise<Gathering | null> => {
  const row = await query.executeTakeFirst()
  return row ? asGathering(row) : null
}

const asGathering = (row: Selectable<Tables['gatherings']>): Gathering => ({
  sectorId: row.sector_id,
  id: row.id,
  kind: row.kind,
  hostId: row.host_id,
  companionId: row.companion_id,
  plannedFor: row.planned_for,
  place: row.place,
  shelter: row.shelter,
  phase: row.phase,
  openedAt: row.opened_at,
  doorOpen: row.door_open,
  themePosition: row.theme_position,
  themeSince: row.theme_since,
  catalogueVersion: row.catalogue_version,
  charterVersion: row.charter_version,
  stateNumber: row.state_number,
})
