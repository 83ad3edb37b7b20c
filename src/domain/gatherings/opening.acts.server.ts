import type { CompanionViewer, ConsoleViewer, ResidentViewer } from '#domain/access/viewer.ts'
import { currentCharterVersion } from '#domain/charter/charter.acts.server.ts'
import { currentCatalogueVersion } from '#domain/ideas/ideas.acts.server.ts'
import { record } from '#domain/journal/journal.acts.server.ts'
import { accompanies, isHost } from '#domain/roles/roles.views.server.ts'
import { clock } from '#platform/clock.ts'
import { withSector, type Tx } from '#platform/db.server.ts'
import { chance, newToken } from '#platform/ids.server.ts'
import { ok, refused, type Result } from '#platform/result.ts'
import { heldGathering } from './console.acts.server.ts'
import { deleteOpenDoor, insertOpenDoor, withdrawAnnouncement } from './door.store.server.ts'
import { mayHaveDoor, type Gathering } from './gathering.ts'
import { changeGathering, lockGathering, sealWordSecret, wordSecret } from './gathering.store.server.ts'
import { actorOf } from './console.ts'
import { canOpen, type OpeningRefusal } from './opening.ts'
import { drawPicture } from './seating.ts'
import { insertSeat, seatsOf } from './seat.store.server.ts'
import { keepWitnessCode } from './witness-code.store.server.ts'

type Opener = ResidentViewer | CompanionViewer

/**
 * Opens the table on the opener's device, which then becomes the console. A host sits down at once, and
 * `code` is the four digits by which they will vouch on it; a companion accompanies and does not sit.
 */
export const openGathering = (
  opener: Opener,
  sectorId: string,
  gatheringId: string,
  code: string,
): Promise<Result<null, OpeningRefusal>> =>
  withSector(opener, sectorId, async (tx) => {
    const now = clock.now()
    const gathering = await lockGathering(tx, sectorId, gatheringId)
    if (!gathering) return refused('not-found')
    const decision = canOpen(gathering, await powersOf(tx, opener, sectorId, now), code, now)
    if (!decision.ok) return decision
    const secret = newToken()
    await changeGathering(tx, sectorId, gatheringId, {
      phase: 'welcome',
      opened_at: now,
      // Whoever opens is the host of this table, whoever planned it: the name at the door and the roster follow.
      ...(opener.kind === 'resident' ? { host_id: opener.personId } : {}),
      door_open: true,
      word_secret: sealWordSecret(gatheringId, secret),
      catalogue_version: await currentCatalogueVersion(),
      charter_version: await currentCharterVersion(),
    })
    await insertOpenDoor(tx, { sectorId, gatheringId, secret }, now)
    await withdrawAnnouncement(tx, sectorId, gatheringId)
    if (opener.kind === 'resident') await seatTheHost(tx, opener, gathering, code, now)
    await record(tx, {
      act: 'gathering-opened',
      by: { kind: opener.kind, id: opener.kind === 'resident' ? opener.personId : opener.companionId },
      sectorId,
      gathering: gatheringId,
    })
    return ok(null)
  })

async function powersOf(
  tx: Tx,
  opener: Opener,
  sectorId: string,
  now: Date,
): Promise<{ host: boolean; companion: boolean }> {
  if (opener.kind === 'companion')
    return { host: false, companion: await accompanies(tx, opener.companionId, sectorId, now) }
  const ofThisSector = opener.sectorId === sectorId
  return { host: ofThisSector && (await isHost(tx, sectorId, opener.personId, now)), companion: false }
}

async function seatTheHost(
  tx: Tx,
  host: ResidentViewer,
  gathering: Gathering,
  code: string,
  now: Date,
): Promise<void> {
  const face = drawPicture(await seatsOf(tx, gathering.sectorId, gathering.id), chance)
  await insertSeat(tx, {
    sectorId: gathering.sectorId,
    gatheringId: gathering.id,
    kind: 'registered',
    state: 'seated',
    personId: host.personId,
    firstName: null,
    entranceId: null,
    discreet: false,
    picture: face.picture,
    pictureNumber: face.number,
    now,
  })
  await keepWitnessCode(tx, gathering.sectorId, { gatheringId: gathering.id, personId: host.personId, code })
}

/** Opens or closes the door from the console; while it is closed no word lets anyone in. */
export const setDoor = (
  console: ConsoleViewer,
  open: boolean,
): Promise<Result<null, 'not-found' | 'not-open'>> =>
  withSector(console, console.sectorId, async (tx) => {
    const { sectorId, gatheringId } = console
    const gathering = await heldGathering(tx, console)
    if (!gathering) return refused('not-found')
    if (!mayHaveDoor(gathering, open, clock.now())) return refused('not-open')
    if (gathering.doorOpen === open) return ok(null)
    await changeGathering(tx, sectorId, gatheringId, { door_open: open })
    const secret = await wordSecret(tx, sectorId, gatheringId)
    if (open && secret !== null)
      await insertOpenDoor(tx, { sectorId, gatheringId, secret }, gathering.openedAt)
    if (!open) await deleteOpenDoor(tx, sectorId, gatheringId)
    await record(tx, {
      act: open ? 'door-opened' : 'door-closed',
      by: actorOf(console),
      sectorId,
      gathering: gatheringId,
    })
    return ok(null)
  })
