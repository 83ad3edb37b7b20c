import type { ConsoleViewer } from '#domain/access/viewer.ts'
import { record } from '#domain/journal/journal.acts.server.ts'
import { openingOf } from '#domain/sectors/sectors.views.server.ts'
import { clock } from '#platform/clock.ts'
import { withSector, type Tx } from '#platform/db.server.ts'
import { ok, refused, type Result } from '#platform/result.ts'
import { heldGathering } from './console.acts.server.ts'
import { seatedTx, type AtTable, type SeatRefusal } from './at-table.acts.server.ts'
import { isUnderWay, type Gathering } from './gathering.ts'
import { touchGathering } from './gathering.store.server.ts'
import { seatsOf } from './seat.store.server.ts'
import { newcomerFor, witnessOf } from './standing.views.server.ts'
import { vouch, type VouchRefusal } from './vouch.ts'
import { insertVouch, vouchesBy, vouchesFor } from './vouch.store.server.ts'
import { tryWitnessCode } from './witness-code.store.server.ts'

/** What became of each newcomer named: null when the vouch stands. « already » has no effect and says so. */
export type Outcome = { readonly newcomerId: string; readonly refusal: VouchRefusal | null }

/** « Je confirme », on the witness's own device. */
export const vouchFor = (
  viewer: AtTable,
  newcomerIds: readonly string[],
): Promise<Result<Outcome[], SeatRefusal>> =>
  seatedTx(viewer, async (tx, gathering, seat) =>
    ok(await confirmAll(tx, gathering, { witnessId: seat.personId, code: null }, newcomerIds)),
  )

/** « Je confirme », on the host's screen, by the witness's own four digits; the host cannot do it for them. */
export const vouchOnConsole = (
  console: ConsoleViewer,
  typed: { witnessId: string; code: string; newcomerIds: readonly string[] },
): Promise<Result<Outcome[], 'not-open' | 'not-found' | 'wrong-code' | 'code-locked'>> =>
  withSector(console, console.sectorId, async (tx) => {
    const gathering = await heldGathering(tx, console)
    if (!gathering || !isUnderWay(gathering)) return refused('not-open')
    const seats = await seatsOf(tx, console.sectorId, console.gatheringId)
    if (!seats.some((seat) => seat.personId === typed.witnessId && seat.state === 'seated'))
      return refused('not-found')
    const code = await tryWitnessCode(tx, console.sectorId, {
      gatheringId: gathering.id,
      personId: typed.witnessId,
      code: typed.code,
    })
    const witness = { witnessId: typed.witnessId, code }
    const outcomes = await confirmAll(tx, gathering, witness, typed.newcomerIds)
    const [first] = outcomes
    if (first?.refusal === 'wrong-code' || first?.refusal === 'code-locked') return refused(first.refusal)
    return ok(outcomes)
  })

type ByWhom = {
  readonly witnessId: string
  readonly code: { readonly right: boolean; readonly wrongBefore: number } | null
}

async function confirmAll(
  tx: Tx,
  gathering: Gathering,
  by: ByWhom,
  newcomerIds: readonly string[],
): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const newcomerId of new Set(newcomerIds))
    outcomes.push({ newcomerId, refusal: await confirmOne(tx, gathering, by, newcomerId) })
  if (outcomes.some((outcome) => outcome.refusal === null))
    await touchGathering(tx, gathering.sectorId, gathering.id)
  return outcomes
}

async function confirmOne(
  tx: Tx,
  gathering: Gathering,
  by: ByWhom,
  newcomerId: string,
): Promise<VouchRefusal | null> {
  const now = clock.now()
  const { sectorId, id: gatheringId } = gathering
  const seats = await seatsOf(tx, sectorId, gatheringId)
  const witness = await witnessOf(tx, gathering, by.witnessId, seats, now)
  const newcomer = await newcomerFor(tx, gathering, newcomerId, witness, seats)
  const monthStart = new Date(now.getTime() - 30 * 24 * 3600 * 1000)
  const given = await vouchesBy(tx, sectorId, by.witnessId, { gatheringId, monthStart })
  const earlier = await vouchesFor(tx, sectorId, [newcomerId])
  const opening = await openingOf(tx, sectorId)
  const decision = vouch(
    witness,
    newcomer,
    {
      table: { id: gatheringId, sectorId, kind: gathering.kind, openedAt: gathering.openedAt ?? now },
      sectorOpenedAt: opening?.openedAt ?? now,
      ...given,
      already: earlier.some((one) => one.witnessId === by.witnessId),
      code: by.code,
    },
    now,
  )
  if (!decision.ok) return decision.reason
  await insertVouch(tx, sectorId, {
    ...decision.value,
    way: by.code === null ? 'own-device' : 'host-device',
    now,
  })
  await record(tx, {
    act: 'vouch-given',
    by: { kind: 'resident', id: by.witnessId },
    sectorId,
    subject: newcomerId,
    gathering: gatheringId,
  })
  return null
}
