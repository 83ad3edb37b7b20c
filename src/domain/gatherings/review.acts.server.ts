import { record } from '#domain/journal/journal.acts.server.ts'
import type { Act } from '#domain/journal/journal.ts'
import { ideaCodesOf } from '#domain/ideas/ideas.acts.server.ts'
import { deleteOwnIdea, insertOwnIdea, ownIdeas, setDetail } from '#domain/offers/choices.acts.server.ts'
import {
  keepContact,
  setBand,
  setDiscreet,
  type KeptContact,
} from '#domain/residents/residents.acts.server.ts'
import { mayGiveOwnIdea } from '#domain/offers/my-choices.ts'
import { touchDirectory } from '#domain/sectors/directory-version.acts.server.ts'
import { clock } from '#platform/clock.ts'
import type { Tx } from '#platform/db.server.ts'
import { newId } from '#platform/ids.server.ts'
import { ok, refused, type Result } from '#platform/result.ts'
import { seatedTx, type AtTable, type Seated, type SeatRefusal } from './at-table.acts.server.ts'
import type { Gathering } from './gathering.ts'
import { touchGathering } from './gathering.store.server.ts'
import { changeSeat } from './seat.store.server.ts'
import { insertAcceptance } from './vouch.store.server.ts'

// The second cup: re-read, remove, add a detail, say how to be reached, hear the charter.

/** The answer to an idea's question (« Quel matériel ? »); an empty one takes it away. */
export const giveDetail = (
  viewer: AtTable,
  detail: { idea: string; text: string | null },
): Promise<Result<null, SeatRefusal | 'no-such-idea'>> =>
  seatedTx(viewer, async (tx, gathering, seat) => {
    const known = await ideaCodesOf(gathering.catalogueVersion ?? '')
    if (!known.has(detail.idea)) return refused('no-such-idea')
    await setDetail(tx, gathering.sectorId, seat.personId, detail.idea, detail.text)
    await shownAtOnce(tx, gathering, seat)
    return ok(null)
  })

/** « Une idée à vous ? » It is kept for its owner and for the next catalogue, and shown to nobody. */
export const giveOwnIdea = (
  viewer: AtTable,
  text: string,
): Promise<Result<null, SeatRefusal | 'too-many-ideas'>> =>
  seatedTx(viewer, async (tx, gathering, seat) => {
    if (!mayGiveOwnIdea(await ownIdeas(tx, gathering.sectorId, seat.personId)))
      return refused('too-many-ideas')
    await insertOwnIdea(tx, gathering.sectorId, {
      id: newId(),
      personId: seat.personId,
      text,
      now: clock.now(),
    })
    return ok(null)
  })

export const takeBackOwnIdea = (viewer: AtTable, id: string): Promise<Result<null, SeatRefusal>> =>
  seatedTx(viewer, async (tx, gathering, seat) => {
    await deleteOwnIdea(tx, gathering.sectorId, seat.personId, id)
    return ok(null)
  })

/** « C'est relu »: the person goes on to how they wish to be reached. */
export const finishReview = (viewer: AtTable): Promise<Result<null, SeatRefusal>> =>
  seatedTx(viewer, async (tx, gathering, seat) => {
    await changeSeat(tx, gathering.sectorId, gathering.id, seat.id, { review_done: true })
    await noted(tx, gathering, seat, 'review-finished')
    return ok(null)
  })

export const giveContact = (
  viewer: AtTable,
  contact: KeptContact & { discreet: boolean },
): Promise<Result<null, SeatRefusal>> =>
  seatedTx(viewer, async (tx, gathering, seat) => {
    await keepContact(tx, gathering.sectorId, seat.personId, contact)
    await setDiscreet(tx, gathering.sectorId, seat.personId, contact.discreet)
    await shownAtOnce(tx, gathering, seat)
    await touchGathering(tx, gathering.sectorId, gathering.id)
    return ok(null)
  })

/** The charter of this table, read or heard, and accepted. Between 15 and 17 one is always discreet. */
export const acceptCharter = (viewer: AtTable, band: 'adult' | '15-17'): Promise<Result<null, SeatRefusal>> =>
  seatedTx(viewer, async (tx, gathering, seat) => {
    if (gathering.charterVersion === null) return refused('not-open')
    if (seat.kind === 'newcomer') await setBand(tx, gathering.sectorId, seat.personId, band)
    await insertAcceptance(tx, gathering.sectorId, {
      personId: seat.personId,
      charterVersion: gathering.charterVersion,
      gatheringId: gathering.id,
      now: clock.now(),
    })
    await noted(tx, gathering, seat, 'charter-accepted')
    return ok(null)
  })

// What a registered neighbour changes at a table is in the directory, or out of it, at the next page.
async function shownAtOnce(tx: Tx, gathering: Gathering, seat: Seated): Promise<void> {
  if (seat.kind === 'registered') await touchDirectory(tx, gathering.sectorId)
}

async function noted(tx: Tx, gathering: Gathering, seat: Seated, act: Act): Promise<void> {
  await touchGathering(tx, gathering.sectorId, gathering.id)
  await record(tx, {
    act,
    by: { kind: seat.kind === 'newcomer' ? 'newcomer' : 'resident', id: seat.personId },
    sectorId: gathering.sectorId,
    gathering: gathering.id,
  })
}
