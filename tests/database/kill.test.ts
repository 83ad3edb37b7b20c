import { spawn, type ChildProcess } from 'node:child_process'
import { randomInt, randomUUID } from 'node:crypto'
import { mkdtempSync, chmodSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { settle, type Operation, type Register } from '#domain/offers/operation.ts'
import { connect, disconnect, withSector } from '#platform/db.server.ts'
import { requestRolePassword, useKeys } from '#platform/keys.server.ts'
import { startEmbedded } from '#platform/postgres.server.ts'
import { plantLeCerisier, person } from '#seeds/le-cerisier.ts'
import { goTo, openTable, sitDown, type OpenTable, type Sitting } from '#seeds/round-the-table.ts'

// F1. The server is killed (SIGKILL) at a random moment while twelve devices send their ticks. What was acknowledged
// is there once; what was not is sent again; nothing counts twice. Its PostgreSQL survives and is adopted.

const points = process.env.PROOFS === 'full' ? 200 : 3
const ideas = ['cuisine-ingredient', 'cuisine-recette', 'jardin-outils', 'savoirs-livres', 'trajets-gare']
const folder = mkdtempSync(join(tmpdir(), 'coopere-kill-'))
chmodSync(folder, 0o755)
let port = 0
let server: ChildProcess | null = null
let table: OpenTable
const seats: Sitting[] = []
const sent = new Map<string, Operation[]>()

beforeAll(async () => {
  port = await freePort()
  await startServer()
  const embedded = await startEmbedded(folder)
  useKeys(readFileSync(join(folder, 'keys', 'coopere.key')))
  connect({ owner: embedded.owner, requestPassword: requestRolePassword() })
  const world = await plantLeCerisier()
  table = await openTable(person(world.people, 'Nadia'), world.sectorId, world.nextGathering, world.entrances)
  const names = ['Ada', 'Béa', 'Cléo', 'Dora', 'Eve', 'Flora', 'Gaby', 'Hilda', 'Irma', 'Kim', 'Lou']
  for (const firstName of names) seats.push(await sitDown(table, { firstName, entrance: 'Entrée C' }))
  await goTo(table, 'sweep')
}, 120_000)

afterAll(async () => {
  server?.kill('SIGTERM')
  await new Promise((resolve) => setTimeout(resolve, 1500))
  await disconnect()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 300 })
})

test(
  `tué ${points} fois pendant que onze appareils envoient, le serveur garde chaque coche une fois`,
  { timeout: points * 15_000 + 60_000 },
  async () => {
    for (let point = 0; point < points; point++) {
      const batches = new Map(seats.map((seat) => [seat.token, newBatch(seat.token)]))
      const sending = [...batches].map(([token, batch]) => send(token, batch).catch(() => null))
      await new Promise((resolve) => setTimeout(resolve, randomInt(0, 60)))
      await killServer()
      await Promise.all(sending)
      await startServer()
      for (const [token, batch] of batches) {
        const answer = await send(token, batch)
        expect(answer?.acknowledged.toSorted()).toEqual(batch.map((one) => one.id).toSorted())
      }
    }
    for (const seat of seats) expect(await keptBy(seat)).toEqual(await expected(seat))
  },
)

function newBatch(token: string): Operation[] {
  const earlier = sent.get(token) ?? []
  const batch = Array.from({ length: 8 }, (_, n) => ({
    id: randomUUID(),
    idea: ideas[randomInt(ideas.length)] ?? 'cuisine-recette',
    offers: randomInt(2) === 1,
    wishes: randomInt(2) === 1,
    counter: earlier.length + n + 1,
    device: 'telephone',
  }))
  sent.set(token, [...earlier, ...batch])
  return batch
}

async function send(token: string, operations: Operation[]): Promise<{ acknowledged: string[] } | null> {
  const answer = await fetch(`http://localhost:${port}/a-table/coches`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      cookie: `__Host-coopere=${token}`,
      origin: `http://localhost:${port}`,
      'sec-fetch-site': 'same-origin',
    },
    body: JSON.stringify({ operations }),
  })
  return answer.ok ? ((await answer.json()) as { acknowledged: string[] }) : null
}

const keptBy = (seat: Sitting): Promise<{ operations: number; choices: Record<string, unknown> }> =>
  withSector({ personId: null }, table.sectorId, async (tx) => {
    const personId = seat.viewer.personId ?? ''
    const operations = await tx
      .selectFrom('operations')
      .select('id')
      .where('person_id', '=', personId)
      .execute()
    const rows = await tx.selectFrom('choices').selectAll().where('person_id', '=', personId).execute()
    return {
      operations: operations.length,
      choices: Object.fromEntries(
        rows.map((row) => [row.idea, `${row.offers} ${row.wishes} ${row.counter}`]),
      ),
    }
  })

async function expected(seat: Sitting): Promise<{ operations: number; choices: Record<string, unknown> }> {
  const mine = sent.get(seat.token) ?? []
  const end: Map<string, Register> = settle(new Map(), mine)
  return {
    operations: mine.length,
    choices: Object.fromEntries(
      [...end].map(([idea, one]) => [idea, `${one.offers} ${one.wishes} ${one.counter}`]),
    ),
  }
}

async function startServer(): Promise<void> {
  server = spawn(process.execPath, ['dist/server/main.js'], {
    env: { ...process.env, PORT: String(port), DATA_DIR: folder, LOG_LEVEL: 'silent' },
    stdio: 'ignore',
  })
  for (let tries = 0; tries < 300; tries++) {
    const up = await fetch(`http://localhost:${port}/charte`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (up) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('the server did not start')
}

async function killServer(): Promise<void> {
  const dying = server
  if (!dying) return
  const gone = new Promise((resolve) => dying.once('exit', resolve))
  dying.kill('SIGKILL')
  await gone
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port: free } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return free
}
