import { accountFor, linkPerson, peopleOfAccount } from '#domain/access/account.acts.server.ts'
import { endSession } from '#domain/access/session.acts.server.ts'
import type { ConsoleViewer } from '#domain/access/viewer.ts'
import { record } from '#domain/journal/journal.acts.server.ts'
import { householdOf, ownContact, registerResident } from '#domain/residents/residents.acts.server.ts'
import { touchDirectory } from '#domain/sectors/directory-version.acts.server.ts'
import { clock } from '#platform/clock.ts'
import { withSector, type Tx } from '#platform/db.server.ts'
import { queueMail } from '#platform/jobs.server.ts'
import { ok, refused, type Result } from '#platform/result.ts'
import { heldGathering } from './console.acts.server.ts'
import { admitAll, type Admission } from './admission.ts'
import { candidatesOf, closingsOf } from './closing.views.server.ts'
import { actorOf } from './console.ts'
import { deleteOpenDoor } from './door.store.server.ts'
import { addressGivenMail } from './gathering.mails.ts'
import { isUnderWay, type Gathering } from './gathering.ts'
import { changeGathering } from './gathering.store.server.ts'
import { deleteWaitingSeats } from './seat.store.server.ts'
import { insertAdmission, insertClosure, vouchesFor } from './vouch.store.server.ts'

export type Closed = { readonly registered: number; readonly waiting: number }

/**
 * Closes the table: whoever has two witnesses becomes a resident, their offers enter the directory, and the
 * console's session ends. Those who still miss a witness stay « en attente », and lose nothing.
 */
export const closeGathering = (
  console: ConsoleViewer,
  token: string,
): Promise<Result<Closed, 'not-found' | 'not-open' | 'too-soon'>> =>
  withSector(console, console.sectorId, async (tx) => {
    const { sectorId, gatheringId } = console
    const gathering = await heldGathering(tx, console)
    if (!gathering) return refused('not-found')
    if (!isUnderWay(gathering)) return refused('not-open')
    if (gathering.phase === 'welcome' || gathering.phase === 'rules') return refused('too-soon')
    const now = clock.now()
    await deleteWaitingSeats(tx, sectorId, gatheringId)
    await deleteOpenDoor(tx, sectorId, gatheringId)
    await changeGathering(tx, sectorId, gatheringId, { phase: 'closed', door_open: false })
    const candidates = await candidatesOf(tx, gathering)
    const by = actorOf(console)
    await insertClosure(tx, sectorId, {
      gatheringId,
      closedBy: by.id ?? '',
      newcomers: candidates.length,
      now,
    })
    const admitted = await admitCandidates(tx, gathering, candidates)
    await touchDirectory(tx, sectorId)
    await endSession(tx, token)
    await record(tx, { act: 'gathering-closed', by, sectorId, gathering: gatheringId })
    return ok({ registered: admitted, waiting: candidates.length - admitted })
  })

async function admitCandidates(
  tx: Tx,
  gathering: Gathering,
  candidates: Awaited<ReturnType<typeof candidatesOf>>,
): Promise<number> {
  const { sectorId, id, kind } = gathering
  const ids = candidates.map((one) => one.personId)
  const vouches = await vouchesFor(tx, sectorId, ids)
  const closings = await closingsOf(tx, sectorId, [id, ...vouches.map((one) => one.gatheringId)])
  let admitted = 0
  for (const decision of admitAll(candidates, vouches, { id, kind, closings }).values()) {
    if (!decision.ok) continue
    await register(tx, gathering, decision.value)
    admitted += 1
  }
  return admitted
}

async function register(tx: Tx, gathering: Gathering, admission: Admission): Promise<void> {
  const now = clock.now()
  const { sectorId } = gathering
  await insertAdmission(tx, sectorId, admission, now)
  await registerResident(tx, sectorId, admission.personId, now)
  await openTheWayIn(tx, sectorId, admission.personId)
  await record(tx, {
    act: 'resident-admitted',
    by: { kind: 'system', id: null },
    sectorId,
    subject: admission.personId,
    gathering: gathering.id,
  })
}

// One address may serve a whole household; used by another one it stays with the person, and opens nothing
// (docs/decisions/0005). Nobody at the table can tell the two cases apart.
async function openTheWayIn(tx: Tx, sectorId: string, personId: string): Promise<void> {
  const contact = await ownContact(tx, sectorId, personId)
  if (!contact || contact.email === null) return
  const accountId = await accountFor(tx, contact.email)
  const others = await peopleOfAccount(tx, accountId)
  const household = await householdOf(tx, sectorId, personId)
  for (const other of others) {
    const theirs = other.sectorId === sectorId ? await householdOf(tx, sectorId, other.personId) : null
    if (theirs === household && household !== null) continue
    await queueMail(tx, {
      key: `address-given:${accountId}:${personId}`,
      to: contact.email,
      ...addressGivenMail(),
    })
    return
  }
  await linkPerson(tx, accountId, sectorId, personId)
}
