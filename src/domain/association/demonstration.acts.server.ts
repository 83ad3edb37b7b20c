import { endSession, openSession } from '#domain/access/session.acts.server.ts'
import type { OpenedSession } from '#domain/access/session.ts'
import { isInstaller } from '#domain/access/session.views.server.ts'
import { record } from '#domain/journal/journal.acts.server.ts'
import { ASSOCIATION } from '#domain/journal/journal.ts'
import { clock } from '#platform/clock.ts'
import { outsideSectors, withSector, type Tx } from '#platform/db.server.ts'
import { ok, refused, type Result } from '#platform/result.ts'
import { emptyTheHouse, insertAssociation, lockInstallation } from './association.store.server.ts'
import {
  mayInstall,
  mayRemove,
  mayTakeAPlace,
  type InstallationRefusal,
  type PlaceRefusal,
  type RemovalRefusal,
} from './association.ts'
import {
  demonstrationCompanions,
  demonstrationNeighbours,
  demonstrationSector,
  houseNow,
  lookAtTheHouse,
} from './association.views.server.ts'
import type { Place } from './place.form.ts'

const nobody = { personId: null } as const

/** From now on this is an association that is only there to be tried; its neighbourhood is planted next. */
export const openDemonstration = (name: string): Promise<Result<null, InstallationRefusal>> =>
  withSector(nobody, ASSOCIATION, async (tx) => {
    await lockInstallation(tx)
    const decision = mayInstall(await houseNow(tx))
    if (!decision.ok) return decision
    await insertAssociation(tx, { name, demonstration: true, now: clock.now() })
    await record(tx, {
      act: 'demonstration-opened',
      by: { kind: 'installer', id: null },
      sectorId: ASSOCIATION,
    })
    return decision
  })

/** One click takes the whole demonstration away: nothing of it stays, not even the journal. */
export async function removeDemonstration(key: string): Promise<Result<null, RemovalRefusal>> {
  if (!(await isInstaller(key))) return refused('not-the-installer')
  const decision = mayRemove(await outsideSectors(houseNow))
  if (decision.ok) {
    await emptyTheHouse()
    await lookAtTheHouse()
  }
  return decision
}

/** The session to give the browser, and what is needed to lead it home. */
export type TakenPlace = {
  readonly session: OpenedSession
  readonly kind: Place['kind']
  readonly host: boolean
  readonly slug: string
}

/** « Prendre la place de… »: this browser now stands for that person, instead of whoever it stood for. */
export async function takeThePlaceOf(
  place: Place,
  replaced: string | null,
): Promise<Result<TakenPlace, PlaceRefusal>> {
  const sector = await outsideSectors(demonstrationSector)
  if (sector === null) return refused('no-demonstration')
  return withSector(nobody, sector.sectorId, async (tx) => {
    const decision = mayTakeAPlace(await houseNow(tx))
    if (!decision.ok) return decision
    const taken = await holderOf(tx, sector.sectorId, place)
    if (taken === null) return refused('not-here')
    if (replaced !== null) await endSession(tx, replaced)
    const session = await openSession(tx, taken.holder)
    await record(tx, {
      act: 'signed-in',
      by: { kind: place.kind === 'companion' ? 'companion' : 'resident', id: place.id },
      sectorId: sector.sectorId,
    })
    return ok({ session, kind: place.kind, host: taken.host, slug: sector.slug })
  })
}

async function holderOf(tx: Tx, sectorId: string, place: Place) {
  const now = clock.now()
  if (place.kind === 'companion') {
    const companions = await demonstrationCompanions(tx, now)
    if (!companions.some(({ companionId }) => companionId === place.id)) return null
    return { host: false, holder: { kind: 'companion', accountId: null, companionId: place.id } } as const
  }
  const neighbour = (await demonstrationNeighbours(tx, sectorId, now)).find(
    ({ personId }) => personId === place.id,
  )
  if (neighbour === undefined) return null
  const holder = { kind: 'resident', accountId: null, sectorId, personId: place.id } as const
  return { host: neighbour.host, holder }
}
