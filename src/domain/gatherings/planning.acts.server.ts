import type { CompanionViewer, ResidentViewer } from '#domain/access/viewer.ts'
import { record } from '#domain/journal/journal.acts.server.ts'
import { accompanies, isHost } from '#domain/roles/roles.views.server.ts'
import { clock } from '#platform/clock.ts'
import { withSector } from '#platform/db.server.ts'
import { ok, refused, type Result } from '#platform/result.ts'
import { announce, withdrawAnnouncement } from './door.store.server.ts'
import {
  changeGathering,
  gatheringsOfSector,
  insertGathering,
  lockGathering,
} from './gathering.store.server.ts'
import { plan, type Plan, type PlanRefusal } from './planning.ts'

/** A host plans the next table; it waits for a companion's approval (decisions.md, T1). Returns the gathering's id. */
export const planGathering = (host: ResidentViewer, wish: Plan): Promise<Result<string, PlanRefusal>> =>
  withSector(host, host.sectorId, async (tx) => {
    const now = clock.now()
    if (!(await isHost(tx, host.sectorId, host.personId, now))) return refused('not-host')
    const decision = plan(wish, now)
    if (!decision.ok) return decision
    const id = await insertGathering(tx, {
      sectorId: host.sectorId,
      kind: 'ordinary',
      hostId: host.personId,
      companionId: null,
      ...decision.value,
    })
    await record(tx, {
      act: 'gathering-planned',
      by: { kind: 'resident', id: host.personId },
      sectorId: host.sectorId,
      gathering: id,
    })
    return ok(id)
  })

/** A companion plans the founding table, once per sector; it needs no other approval than their own. */
export const planFounding = (
  companion: CompanionViewer,
  sectorId: string,
  wish: Plan,
): Promise<Result<string, PlanRefusal>> =>
  withSector(companion, sectorId, async (tx) => {
    const now = clock.now()
    if (!(await accompanies(tx, companion.companionId, sectorId, now))) return refused('not-companion')
    const earlier = await gatheringsOfSector(tx, sectorId)
    if (earlier.some((one) => one.kind === 'founding' && one.phase !== 'cancelled'))
      return refused('already-founded')
    const decision = plan(wish, now)
    if (!decision.ok) return decision
    const id = await insertGathering(tx, {
      sectorId,
      kind: 'founding',
      hostId: null,
      companionId: companion.companionId,
      ...decision.value,
    })
    await changeGathering(tx, sectorId, id, {
      phase: 'approved',
      approved_by: companion.companionId,
      approved_at: now,
    })
    await record(tx, {
      act: 'gathering-planned',
      by: { kind: 'companion', id: companion.companionId },
      sectorId,
      gathering: id,
    })
    return ok(id)
  })

/** The companion says yes to a planned table: it is announced on the public pages, and may be opened on the day. */
export const approveGathering = (
  companion: CompanionViewer,
  sectorId: string,
  gatheringId: string,
): Promise<Result<null, 'not-companion' | 'not-found' | 'not-planned'>> =>
  withSector(companion, sectorId, async (tx) => {
    const now = clock.now()
    if (!(await accompanies(tx, companion.companionId, sectorId, now))) return refused('not-companion')
    const gathering = await lockGathering(tx, sectorId, gatheringId)
    if (!gathering) return refused('not-found')
    if (gathering.phase !== 'planned') return refused('not-planned')
    await changeGathering(tx, sectorId, gatheringId, {
      phase: 'approved',
      approved_by: companion.companionId,
      approved_at: now,
    })
    await announce(tx, gathering)
    await record(tx, {
      act: 'gathering-approved',
      by: { kind: 'companion', id: companion.companionId },
      sectorId,
      gathering: gatheringId,
    })
    return ok(null)
  })

/** A table that has not opened may be called off by its host or by any host of the team. */
export const cancelGathering = (
  host: ResidentViewer,
  gatheringId: string,
): Promise<Result<null, 'not-host' | 'not-found' | 'already-open'>> =>
  withSector(host, host.sectorId, async (tx) => {
    if (!(await isHost(tx, host.sectorId, host.personId, clock.now()))) return refused('not-host')
    const gathering = await lockGathering(tx, host.sectorId, gatheringId)
    if (!gathering) return refused('not-found')
    if (gathering.phase !== 'planned' && gathering.phase !== 'approved') return refused('already-open')
    await changeGathering(tx, host.sectorId, gatheringId, { phase: 'cancelled' })
    await withdrawAnnouncement(tx, host.sectorId, gatheringId)
    await record(tx, {
      act: 'gathering-cancelled',
      by: { kind: 'resident', id: host.personId },
      sectorId: host.sectorId,
      gathering: gatheringId,
    })
    return ok(null)
  })
