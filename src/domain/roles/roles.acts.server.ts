import { record } from '#domain/journal/journal.acts.server.ts'
import { ASSOCIATION } from '#domain/journal/journal.ts'
import { clock } from '#platform/clock.ts'
import { withSector, type Tx } from '#platform/db.server.ts'
import { ok, refused, type Result } from '#platform/result.ts'
import { colleaguesOf, insertCompanion, setEndOfCompanion } from './companion.store.server.ts'
import { renew, yearFrom, type RenewalRefusal } from './companion.ts'
import { endMandatesOf, insertMandate, lockTeam, standingOf } from './mandate.store.server.ts'
import { mandateUntil, mayEnd, type EndingRefusal, type MandateRefusal } from './mandate.ts'
import { accompanies, companionAtWork, runningMandates } from './roles.views.server.ts'

/** Who gives and takes back mandates; structural, so that no concept above is needed. */
export type Companion = { readonly companionId: string; readonly personId: null }

/** Makes a registered neighbour a host of their sector, until the evening of `lastDay` (« 2027-06-30 »). */
export const giveMandate = (
  companion: Companion,
  sectorId: string,
  personId: string,
  lastDay: string,
): Promise<Result<string, MandateRefusal>> =>
  withSector(companion, sectorId, async (tx) => {
    const now = clock.now()
    const { companionId } = companion
    if (!(await accompanies(tx, companionId, sectorId, now))) return refused('not-accompanying')
    const decision = mandateUntil(
      await standingOf(tx, { sectorId, personId, companionId }, now),
      lastDay,
      now,
    )
    if (!decision.ok) return decision
    const id = await insertMandate(tx, sectorId, { personId, givenBy: companionId, ...decision.value })
    await record(tx, {
      act: 'mandate-given',
      by: { kind: 'companion', id: companionId },
      sectorId,
      subject: personId,
    })
    return ok(id)
  })

/** Thanks a host before the end of their mandate; the last one stays until another is named. */
export const endMandate = (
  companion: Companion,
  sectorId: string,
  personId: string,
): Promise<Result<null, EndingRefusal>> =>
  withSector(companion, sectorId, async (tx) => {
    const now = clock.now()
    if (!(await accompanies(tx, companion.companionId, sectorId, now))) return refused('not-accompanying')
    await lockTeam(tx, sectorId)
    const hosts = await runningMandates(tx, sectorId, now)
    const decision = mayEnd([...hosts.keys()], personId)
    if (!decision.ok) return decision
    await endMandatesOf(tx, sectorId, personId, now)
    await record(tx, {
      act: 'mandate-ended',
      by: { kind: 'companion', id: companion.companionId },
      sectorId,
      subject: personId,
    })
    return decision
  })

/** Names someone of the association for a year, inside the act that installs it. */
export const nameCompanion = (tx: Tx, companion: { name: string; accountId: string }): Promise<string> =>
  insertCompanion(tx, { ...companion, ...yearFrom(clock.now()) })

/** One more year for a companion, and for the sectors they accompany. */
export const renewCompanion = (
  companion: Companion,
  companionId: string,
): Promise<Result<Date, RenewalRefusal>> =>
  withSector(companion, ASSOCIATION, async (tx) => {
    const now = clock.now()
    const by = await companionAtWork(tx, companion.companionId, now)
    if (by === null) return refused('not-a-companion')
    const mandate = await companionAtWork(tx, companionId, now)
    const colleagues = await colleaguesOf(tx, companionId, now)
    const decision = renew(
      mandate && { companionId, endsAt: mandate.endsAt },
      { companionId: by.id, colleagues },
      now,
    )
    if (!decision.ok) return decision
    await setEndOfCompanion(tx, companionId, decision.value, now)
    await record(tx, {
      act: 'companion-named',
      by: { kind: 'companion', id: by.id },
      sectorId: ASSOCIATION,
      subject: companionId,
    })
    return decision
  })
