import type { ResidentViewer } from '#domain/access/viewer.ts'
import { currentCatalogue } from '#domain/ideas/ideas.acts.server.ts'
import { record } from '#domain/journal/journal.acts.server.ts'
import { touchDirectory } from '#domain/sectors/directory-version.acts.server.ts'
import { clock } from '#platform/clock.ts'
import { withSector, type Tx } from '#platform/db.server.ts'
import { newId } from '#platform/ids.server.ts'
import { ok, refused, type Ok, type Refused } from '#platform/result.ts'
import {
  choicesOf,
  deleteOwnIdea,
  insertOwnIdea,
  ownIdeas,
  setDetail,
  setPaused,
  type KeptChoice,
} from './choice.store.server.ts'
import { receiveOperations } from './choices.acts.server.ts'
import {
  decideDetails,
  mayGiveOwnIdea,
  type Change,
  type Decision,
  type Hand,
  type MyChoicesRefusal,
  type Press,
} from './my-choices.ts'

type Mine = { readonly sectorId: string; readonly personId: string }
/** Whether anything is different now. */
type Changed = Ok<boolean>
type Kept = Changed | Refused<MyChoicesRefusal> | Exclude<Decision, Ok<unknown>>

/** Keeps what was typed on « Mes choix », then does what its button says: all of it, or nothing. */
export const changeMyChoices = (viewer: ResidentViewer, change: Change): Promise<Kept> =>
  asRegistered<Kept>(viewer, async (tx, mine) => {
    const choices = await choicesOf(tx, mine.sectorId, mine.personId)
    const details = decideDetails(choices, change.details)
    if (!details.ok) return details
    const own = await ownIdeas(tx, mine.sectorId, mine.personId)
    if (change.ownIdea !== null && !mayGiveOwnIdea(own)) return refused('too-many-ideas')
    for (const { idea, after } of details.value)
      await setDetail(tx, mine.sectorId, mine.personId, idea, after)
    if (change.ownIdea !== null) await giveOwnIdea(tx, mine, change.ownIdea)
    const pressDone = await pressed(tx, mine, choices, change.press)
    return ok(pressDone || details.value.length > 0 || change.ownIdea !== null)
  })

/** Turns one hand of one idea on or off, from the page of ideas. */
export async function chooseIdea(
  viewer: ResidentViewer,
  choice: { readonly idea: string; readonly hand: Hand; readonly on: boolean },
): Promise<Changed | Refused<MyChoicesRefusal>> {
  const { ideas } = await currentCatalogue()
  if (!ideas.some((idea) => idea.code === choice.idea)) return refused('no-such-idea')
  return asRegistered<Changed>(viewer, async (tx, mine) =>
    ok(await turn(tx, mine, await choicesOf(tx, mine.sectorId, mine.personId), choice)),
  )
}

async function pressed(tx: Tx, mine: Mine, choices: readonly KeptChoice[], press: Press): Promise<boolean> {
  switch (press.kind) {
    case 'keep':
      return false
    case 'drop':
      return turn(tx, mine, choices, { ...press, on: false })
    case 'pause':
    case 'resume':
      return rest(tx, mine, choices, press)
    case 'take-back':
      await deleteOwnIdea(tx, mine.sectorId, mine.personId, press.id)
      return true
  }
}

/** Pauses an offer, or takes it up again. */
async function rest(
  tx: Tx,
  mine: Mine,
  choices: readonly KeptChoice[],
  { kind, idea }: { readonly kind: 'pause' | 'resume'; readonly idea: string },
): Promise<boolean> {
  const offered = choices.find((choice) => choice.idea === idea && choice.offers)
  if (offered === undefined || (offered.pausedAt !== null) === (kind === 'pause')) return false
  await setPaused(tx, mine.sectorId, mine.personId, idea, kind === 'pause' ? clock.now() : null)
  return true
}

// The same operation as a tick at the table, one step above all that was seen: it wins over every earlier one.
async function turn(
  tx: Tx,
  mine: Mine,
  choices: readonly KeptChoice[],
  { idea, hand, on }: { readonly idea: string; readonly hand: Hand; readonly on: boolean },
): Promise<boolean> {
  const before = choices.find((choice) => choice.idea === idea)
  if ((before?.[hand] ?? false) === on) return false
  const operation = {
    id: newId(),
    idea,
    offers: before?.offers ?? false,
    wishes: before?.wishes ?? false,
    [hand]: on,
    counter: 1 + Math.max(0, ...choices.map((choice) => choice.counter)),
    device: 'page',
  }
  await receiveOperations(tx, mine.sectorId, mine.personId, [operation], new Set([idea]), clock.now())
  if (hand === 'offers') {
    await setPaused(tx, mine.sectorId, mine.personId, idea, null)
    if (!on) await setDetail(tx, mine.sectorId, mine.personId, idea, null) // taken back with its words
  }
  return true
}

const giveOwnIdea = (tx: Tx, mine: Mine, text: string): Promise<void> =>
  insertOwnIdea(tx, mine.sectorId, { id: newId(), personId: mine.personId, text, now: clock.now() })

/** The frame of both acts: someone registered, one at a time; what is done shows in the directory and the journal. */
const asRegistered = <T extends Changed | Refused<string>>(
  viewer: ResidentViewer,
  act: (tx: Tx, mine: Mine) => Promise<T>,
): Promise<T | Refused<'not-registered'>> =>
  withSector<T | Refused<'not-registered'>>(viewer, viewer.sectorId, async (tx) => {
    const { sectorId, personId } = viewer
    if (!(await lockRegistered(tx, sectorId, personId))) return refused('not-registered')
    const done = await act(tx, { sectorId, personId })
    if (!done.ok || !done.value) return done
    await touchDirectory(tx, sectorId)
    await record(tx, { act: 'choices-changed', by: { kind: 'resident', id: personId }, sectorId })
    return done
  })

async function lockRegistered(tx: Tx, sectorId: string, personId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('residents')
    .select('person_id')
    .where('sector_id', '=', sectorId)
    .where('person_id', '=', personId)
    .where('left_at', 'is', null)
    .where('suspended_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined
}
