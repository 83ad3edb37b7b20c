import type { ResidentViewer } from '#domain/access/viewer.ts'
import { currentCatalogue } from '#domain/ideas/ideas.acts.server.ts'
import { record } from '#domain/journal/journal.acts.server.ts'
import { touchDirectory } from '#domain/sectors/directory-version.acts.server.ts'
import { clock } from '#platform/clock.ts'
import { withSector, type Tx } from '#platform/db.server.ts'
import { newId } from '#platform/ids.server.ts'
import { ok, refused, type Ok, type Result } from '#platform/result.ts'
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

type Mine = { readonly sectorId: string; readonly personId: string; readonly known: ReadonlySet<string> }
type Changed = Result<null, MyChoicesRefusal> | Exclude<Decision, Ok<unknown>>

/** Keeps what was typed on « Mes choix », then does what its button says: all of it, or nothing. */
export const changeMyChoices = (viewer: ResidentViewer, change: Change): Promise<Changed> =>
  asRegistered<Changed>(viewer, async (tx, mine) => {
    const choices = await choicesOf(tx, mine.sectorId, mine.personId)
    const details = decideDetails(choices, change.details)
    if (!details.ok) return details
    const own = await ownIdeas(tx, mine.sectorId, mine.personId)
    if (change.ownIdea !== null && !mayGiveOwnIdea(own)) return refused('too-many-ideas')
    for (const { idea, after } of details.value) await setDetail(tx, mine.sectorId, mine.personId, idea, after)
    if (change.ownIdea !== null) await giveOwnIdea(tx, mine, change.ownIdea)
    await pressed(tx, mine, choices, change.press)
    return ok(null)
  })

/** Turns one hand of one idea on or off, from the page of ideas. */
export const chooseIdea = (
  viewer: ResidentViewer,
  choice: { readonly idea: string; readonly hand: Hand; readonly on: boolean },
): Promise<Result<null, MyChoicesRefusal>> =>
  asRegistered<Result<null, MyChoicesRefusal>>(viewer, async (tx, mine) => {
    if (!mine.known.has(choice.idea)) return refused('no-such-idea')
    await turn(tx, mine, await choicesOf(tx, mine.sectorId, mine.personId), choice)
    return ok(null)
  })

async function pressed(tx: Tx, mine: Mine, choices: readonly KeptChoice[], press: Press): Promise<void> {
  switch (press.kind) {
    case 'keep':
      return
    case 'drop':
      return turn(tx, mine, choices, { ...press, on: false })
    case 'pause':
      return setPaused(tx, mine.sectorId, mine.personId, press.idea, clock.now())
    case 'resume':
      return setPaused(tx, mine.sectorId, mine.personId, press.idea, null)
    case 'take-back':
      return deleteOwnIdea(tx, mine.sectorId, mine.personId, press.id)
  }
}

// The same operation as a tick at the table, one step above all that was seen: it wins over every earlier one.
async function turn(
  tx: Tx,
  mine: Mine,
  choices: readonly KeptChoice[],
  { idea, hand, on }: { readonly idea: string; readonly hand: Hand; readonly on: boolean },
): Promise<void> {
  const before = choices.find((choice) => choice.idea === idea)
  if ((before?.[hand] ?? false) === on) return
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
  if (hand === 'wishes' || on) return
  await setDetail(tx, mine.sectorId, mine.personId, idea, null) // an offer taken back takes its words with it
  await setPaused(tx, mine.sectorId, mine.personId, idea, null)
}

const giveOwnIdea = (tx: Tx, mine: Mine, text: string): Promise<void> =>
  insertOwnIdea(tx, mine.sectorId, { id: newId(), personId: mine.personId, text, now: clock.now() })

/** The frame of both acts: someone registered, one at a time; what is done is in the journal and in the directory. */
async function asRegistered<T extends { readonly ok: boolean }>(
  viewer: ResidentViewer,
  act: (tx: Tx, mine: Mine) => Promise<T>,
): Promise<T | Result<never, 'not-registered'>> {
  const { sectorId, personId } = viewer
  const known = new Set((await currentCatalogue()).ideas.map((idea) => idea.code))
  return withSector(viewer, sectorId, async (tx) => {
    if (!(await lockRegistered(tx, sectorId, personId))) return refused('not-registered')
    const done = await act(tx, { sectorId, personId, known })
    if (!done.ok) return done
    await touchDirectory(tx, sectorId)
    await record(tx, { act: 'choices-changed', by: { kind: 'resident', id: personId }, sectorId })
    return done
  })
}

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
