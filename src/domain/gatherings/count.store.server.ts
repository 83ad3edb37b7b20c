import { sql } from 'kysely'
import type { Tx } from '#platform/db.server.ts'

// Counts read the choices of the newcomers of one table, added up; no line here says who ticked what.

export type ThemeTicks = { readonly idea: string; readonly offers: number; readonly wishes: number }

/** Per idea: how many newcomers of this table offer it, and how many would like it. */
export async function ticksPerIdea(
  tx: Tx,
  sectorId: string,
  gatheringId: string,
): Promise<(ThemeTicks & { people: number })[]> {
  return tx
    .selectFrom('choices')
    .innerJoin('seats', (join) =>
      join
        .onRef('seats.sector_id', '=', 'choices.sector_id')
        .onRef('seats.person_id', '=', 'choices.person_id'),
    )
    .select([
      'choices.idea',
      sql<number>`count(*) FILTER (WHERE choices.offers)::int`.as('offers'),
      sql<number>`count(*) FILTER (WHERE choices.wishes)::int`.as('wishes'),
      sql<number>`count(*) FILTER (WHERE choices.offers OR choices.wishes)::int`.as('people'),
    ])
    .where('choices.sector_id', '=', sectorId)
    .where('seats.sector_id', '=', sectorId)
    .where('seats.gathering_id', '=', gatheringId)
    .where('seats.kind', '=', 'newcomer')
    .where('seats.state', '=', 'seated')
    .groupBy('choices.idea')
    .execute()
}

/** How many different newcomers changed a tick on these ideas after `since`. */
export async function peopleWhoChanged(
  tx: Tx,
  sectorId: string,
  gatheringId: string,
  ideas: readonly string[],
  since: Date,
): Promise<number> {
  if (ideas.length === 0) return 0
  const row = await tx
    .selectFrom('choices')
    .innerJoin('seats', (join) =>
      join
        .onRef('seats.sector_id', '=', 'choices.sector_id')
        .onRef('seats.person_id', '=', 'choices.person_id'),
    )
    .select(sql<number>`count(DISTINCT choices.person_id)::int`.as('people'))
    .where('choices.sector_id', '=', sectorId)
    .where('seats.gathering_id', '=', gatheringId)
    .where('seats.kind', '=', 'newcomer')
    .where('choices.idea', 'in', [...ideas])
    .where('choices.changed_at', '>', since)
    .executeTakeFirstOrThrow()
  return row.people
}

export type KeptCount = {
  readonly theme: string
  readonly ticks: number
  readonly finished: number
  readonly shown: boolean
  readonly countedAt: Date
}

export async function themeCounts(tx: Tx, sectorId: string, gatheringId: string): Promise<KeptCount[]> {
  const rows = await tx
    .selectFrom('theme_counts')
    .selectAll()
    .where('sector_id', '=', sectorId)
    .where('gathering_id', '=', gatheringId)
    .execute()
  return rows.map((row) => ({
    theme: row.theme,
    ticks: row.ticks,
    finished: row.finished,
    shown: row.shown,
    countedAt: row.counted_at,
  }))
}

export async function keepThemeCount(
  tx: Tx,
  sectorId: string,
  gatheringId: string,
  count: KeptCount,
): Promise<void> {
  const row = {
    ticks: count.ticks,
    finished: count.finished,
    shown: count.shown,
    counted_at: count.countedAt,
  }
  await tx
    .insertInto('theme_counts')
    .values({ sector_id: sectorId, gathering_id: gatheringId, theme: count.theme, ...row })
    .onConflict((conflict) => conflict.columns(['sector_id', 'gathering_id', 'theme']).doUpdateSet(row))
    .execute()
}
