import type { ConsoleViewer } from '#domain/access/viewer.ts'
import { catalogueOf } from '#domain/ideas/ideas.acts.server.ts'
import type { Catalogue } from '#domain/ideas/catalogue.ts'
import { record } from '#domain/journal/journal.acts.server.ts'
import { clock } from '#platform/clock.ts'
import { withSector, type Tx } from '#platform/db.server.ts'
import { ok, refused, type Result } from '#platform/result.ts'
import { heldGathering } from './console.acts.server.ts'
import { actorOf } from './console.ts'
import { countTheme, isRecountDue } from './counts.ts'
import { keepThemeCount, peopleWhoChanged, themeCounts, ticksPerIdea } from './count.store.server.ts'
import { isUnderWay, type Gathering } from './gathering.ts'
import { changeGathering, touchGathering } from './gathering.store.server.ts'
import { nextStep, type Step } from './gathering.life.ts'
import { deleteOpenDoor } from './door.store.server.ts'
import { deleteWaitingSeats, markSeen, seatsOf, seenThemes } from './seat.store.server.ts'
import { seatedTx, type AtTable, type SeatRefusal } from './at-table.acts.server.ts'
import { changeSeat } from './seat.store.server.ts'

/**
 * The host moves the table on: next phase, or next theme inside the sweep. `from` is the step the console showed,
 * so that a button pressed twice, or on a page that slept, moves once.
 */
export const moveOn = (
  console: ConsoleViewer,
  from: Step,
): Promise<Result<Step, 'not-found' | 'not-open' | 'nothing-next'>> =>
  withSector(console, console.sectorId, async (tx) => {
    const gathering = await heldGathering(tx, console)
    if (!gathering) return refused('not-found')
    if (!isUnderWay(gathering) || gathering.catalogueVersion === null) return refused('not-open')
    const here: Step = { phase: gathering.phase, theme: gathering.themePosition }
    if (from.phase !== here.phase || from.theme !== here.theme) return ok(here)
    const catalogue = await catalogueOf(gathering.catalogueVersion)
    const next = nextStep(here, catalogue.themes.length)
    if (!next) return refused('nothing-next')
    if (here.phase === 'sweep') await countLeftTheme(tx, gathering, catalogue)
    if (next.phase === 'harvest') await shutTheDoor(tx, gathering)
    await changeGathering(tx, gathering.sectorId, gathering.id, {
      phase: next.phase,
      theme_position: next.theme,
      theme_since: clock.now(),
    })
    await record(tx, {
      act: 'gathering-moved-on',
      by: actorOf(console),
      sectorId: gathering.sectorId,
      gathering: gathering.id,
    })
    return ok(next)
  })

// After the harvest nobody sits down any more: « Après la récolte : prochaine table ».
async function shutTheDoor(tx: Tx, gathering: Gathering): Promise<void> {
  await deleteWaitingSeats(tx, gathering.sectorId, gathering.id)
  await deleteOpenDoor(tx, gathering.sectorId, gathering.id)
  await changeGathering(tx, gathering.sectorId, gathering.id, { door_open: false })
}

/** The count of the theme just left, and of earlier ones that two people at least have changed since. */
async function countLeftTheme(tx: Tx, gathering: Gathering, catalogue: Catalogue): Promise<void> {
  const { sectorId, id } = gathering
  const perIdea = await ticksPerIdea(tx, sectorId, id)
  const seen = await seenThemes(tx, sectorId, id)
  const newcomers = new Set(
    (await seatsOf(tx, sectorId, id)).flatMap((seat) => (seat.kind === 'newcomer' ? [seat.id] : [])),
  )
  const kept = new Map((await themeCounts(tx, sectorId, id)).map((count) => [count.theme, count]))
  for (const [position, theme] of catalogue.themes.entries()) {
    if (position > gathering.themePosition) break
    const ideas = catalogue.ideas.flatMap((idea) => (idea.theme === theme.code ? [idea.code] : []))
    const before = kept.get(theme.code)
    if (before?.shown && !isRecountDue(await peopleWhoChanged(tx, sectorId, id, ideas, before.countedAt)))
      continue
    const finished = seen.filter((mark) => mark.theme === theme.code && newcomers.has(mark.seatId)).length
    const count = countTheme(ideas, perIdea, finished)
    await keepThemeCount(tx, sectorId, id, { theme: theme.code, ...count, countedAt: clock.now() })
  }
}

/** « C'est vu »: the person has been through the theme, whether they ticked or not. */
export const finishTheme = (
  viewer: AtTable,
  theme: string,
): Promise<Result<null, SeatRefusal | 'no-such-theme'>> =>
  seatedTx(viewer, async (tx, gathering, seat) => {
    if (gathering.catalogueVersion === null) return refused('not-open')
    const catalogue = await catalogueOf(gathering.catalogueVersion)
    if (!catalogue.themes.some((one) => one.code === theme)) return refused('no-such-theme')
    await markSeen(tx, gathering.sectorId, gathering.id, { seatId: seat.id, theme })
    await touchGathering(tx, gathering.sectorId, gathering.id)
    await record(tx, {
      act: 'theme-finished',
      by: { kind: seat.kind === 'newcomer' ? 'newcomer' : 'resident', id: seat.personId },
      sectorId: gathering.sectorId,
      gathering: gathering.id,
    })
    return ok(null)
  })

/** « J'ai compris », after the rehearsal. The rehearsal itself is never stored. */
export const readRule = (viewer: AtTable): Promise<Result<null, SeatRefusal>> =>
  seatedTx(viewer, async (tx, gathering, seat) => {
    await changeSeat(tx, gathering.sectorId, gathering.id, seat.id, { rule_read: true })
    return ok(null)
  })
