import { endSession, openSession } from '#domain/access/session.acts.server.ts'
import type { OpenedSession } from '#domain/access/session.ts'
import { isInstaller } from '#domain/access/session.views.server.ts'
import { ASSOCIATION } from '#domain/journal/journal.ts'
import { openSector, type OpenedSector } from '#domain/sectors/sectors.acts.server.ts'
import { planSector, type SectorPlan, type SectorRefusal } from '#domain/sectors/sector.ts'
import { clock } from '#platform/clock.ts'
import { outsideSectors, withSector } from '#platform/db.server.ts'
import { newToken } from '#platform/ids.server.ts'
import { ok, refused, type Result } from '#platform/result.ts'
import { plantLeCerisier } from '#seeds/le-cerisier.ts'
import {
  deleteLinks,
  emptyTheHouse,
  keepInstaller,
  lockLink,
  markLinkUsed,
  replaceLink,
} from './association.store.server.ts'
import {
  endOfDemonstrationKey,
  followLink,
  type House,
  type InstallationRefusal,
  type LinkRefusal,
  type RemovalRefusal,
  type Start,
} from './association.ts'
import { houseNow, lookAtTheHouse } from './association.views.server.ts'
import { openDemonstration, removeDemonstration } from './demonstration.acts.server.ts'
import { settle } from './settling.acts.server.ts'

const nobody = { personId: null } as const

/** The path of a one-time link, shown to whoever started the program; null once something is installed. */
export const installationLink = (): Promise<string | null> => freshLink((house) => house === null)

/** The same while only a demonstration is here: whoever starts the program may always take it away. */
export const demonstrationLink = (): Promise<string | null> =>
  freshLink((house) => house?.demonstration === true)

const freshLink = (wanted: (house: House | null) => boolean): Promise<string | null> =>
  outsideSectors(async (tx) => {
    if (!wanted(await houseNow(tx))) return null
    const token = newToken()
    await replaceLink(tx, token, clock.now())
    return `/installation?cle=${token}`
  })

/** Exchanges the link for a session of this browser, so that it does not stay in the address bar. */
export const followInstallationLink = (token: string): Promise<Result<OpenedSession, LinkRefusal>> =>
  outsideSectors(async (tx) => {
    const now = clock.now()
    const decision = followLink(await lockLink(tx, token), await houseNow(tx), now)
    if (!decision.ok) return decision
    await markLinkUsed(tx, token, now)
    return ok(await openSession(tx, { kind: 'installer' }))
  })

/** Begins for real: the association, and its first companion, who is at once at home on this browser. */
export async function installForReal(
  key: string,
  start: Start,
): Promise<Result<OpenedSession, InstallationRefusal>> {
  if (!(await isInstaller(key))) return refused('not-the-installer')
  return withSector(nobody, ASSOCIATION, async (tx) => {
    const settled = await settle(tx, start)
    if (!settled.ok) return settled
    await deleteLinks(tx)
    await endSession(tx, key)
    return ok(await openSession(tx, { kind: 'companion', ...settled.value }))
  })
}

/** The first real sector takes the place of the demonstration, which goes for ever. */
export async function replaceDemonstration(
  key: string,
  start: Start,
  plan: SectorPlan,
): Promise<Result<{ session: OpenedSession; sector: OpenedSector }, ReplacementRefusal>> {
  const decision = planSector(plan)
  if (!decision.ok) return decision
  const removed = await removeDemonstration(key)
  if (!removed.ok) return removed
  const settled = await withSector(nobody, ASSOCIATION, (tx) => settle(tx, start))
  if (!settled.ok) return settled
  const sector = await openSector({ companionId: settled.value.companionId, personId: null }, plan)
  if (!sector.ok) return sector
  const session = await outsideSectors((tx) => openSession(tx, { kind: 'companion', ...settled.value }))
  return ok({ session, sector: sector.value })
}
export type ReplacementRefusal = SectorRefusal | RemovalRefusal | InstallationRefusal

/** Plants a neighbourhood to be tried, whole or not at all; the key that takes it away is good until the date told. */
export async function installDemonstration(key: string): Promise<Result<Date, InstallationRefusal>> {
  if (!(await isInstaller(key))) return refused('not-the-installer')
  const decision = await openDemonstration('L’association du Cerisier')
  if (!decision.ok) return decision
  try {
    await plantLeCerisier()
  } catch (cause) {
    await emptyTheHouse()
    throw cause
  }
  await lookAtTheHouse()
  const until = endOfDemonstrationKey(clock.now())
  await outsideSectors((tx) => keepInstaller(tx, key, until))
  return ok(until)
}
