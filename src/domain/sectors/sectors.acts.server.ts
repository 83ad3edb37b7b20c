import { record } from '#domain/journal/journal.acts.server.ts'
import { clock } from '#platform/clock.ts'
import { withSector, type Tx } from '#platform/db.server.ts'
import { newSectorId } from '#platform/ids.server.ts'
import { ok, refused, type Result } from '#platform/result.ts'
import {
  holdsADemonstration,
  insertSector,
  lockOpenings,
  mandateOfCompanion,
  takenSlugs,
} from './sector.store.server.ts'
import { planSector, slugFor, type SectorPlan, type SectorRefusal } from './sector.ts'

export type OpenedSector = { readonly sectorId: string; readonly slug: string }
/** Someone of the association; whether their mandate runs is read again here. */
export type Opener = { readonly companionId: string; readonly personId: null }

/** A companion opens a sector, and accompanies it as long as their own mandate runs. */
export const openSector = (
  companion: Opener,
  plan: SectorPlan,
): Promise<Result<OpenedSector, SectorRefusal>> => {
  const sectorId = newSectorId()
  return withSector(companion, sectorId, async (tx) => {
    const decision = planSector(plan)
    if (!decision.ok) return decision
    await lockOpenings(tx)
    if (await holdsADemonstration(tx)) return refused('demonstration')
    return found(tx, companion, sectorId, decision.value)
  })
}

async function found(
  tx: Tx,
  { companionId }: Opener,
  sectorId: string,
  plan: SectorPlan,
): Promise<Result<OpenedSector, SectorRefusal>> {
  const now = clock.now()
  const until = await mandateOfCompanion(tx, companionId, now)
  if (until === null) return refused('not-a-companion')
  const slug = slugFor(plan.name, await takenSlugs(tx))
  await insertSector(tx, { ...plan, sectorId, slug, companionId, now, until })
  await record(tx, { act: 'sector-opened', by: { kind: 'companion', id: companionId }, sectorId })
  return ok({ sectorId, slug })
}
