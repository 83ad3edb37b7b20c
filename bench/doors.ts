import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { atLeast, atMost, median, rounded, type Measure, type Row } from './row.ts'
import { startServer, type Server } from './server.ts'
import { plantWorld } from './world.ts'

/**
 * `entry.known_p`: can the time of an answer tell whether an address is known (trust.md T17)? The p-value of a
 * Mann-Whitney test between known and unknown addresses, the middle of three series; small would mean yes.
 * `bomb.cpu_ms`: the processor time that the worst body costs (trust.md §7, 24).
 */
export const doors: Measure = { names: ['entry.known_p', 'bomb.cpu_ms'], run: measure }

const perSeries = 200

async function measure(): Promise<Row[]> {
  // Each ask comes from a sender of its own, as from many homes: one sender is soon told to wait.
  const server = await startServer({ env: { TRUST_PROXY: 'oui' } })
  try {
    await plantWorld(server)
    const likelihoods: number[] = []
    for (let series = 0; series < 3; series++) likelihoods.push(await oneSeries(server, series))
    return [
      atLeast('entry.known_p', rounded(median(likelihoods), 3), '', 0.05),
      atMost('bomb.cpu_ms', rounded(await worstBomb(server)), 'ms', 100),
    ]
  } finally {
    await server.stop()
  }
}

const known = ['nadia', 'paul', 'aicha', 'bernard', 'rosa', 'hugo', 'samira', 'loic', 'tom', 'mina', 'yves']

async function oneSeries(server: Server, series: number): Promise<number> {
  const times = { known: [] as number[], unknown: [] as number[] }
  const asks = Array.from({ length: 2 * perSeries }, (_, n) => n)
  // The order is mixed, the same at each run: what an answer sets to work afterwards falls on both kinds alike.
  for (const n of asks.toSorted((a, b) => ((a * 7919) % 401) - ((b * 7919) % 401))) {
    const kind = n % 2 === 0 ? 'known' : 'unknown'
    const name = kind === 'known' ? (known[(n / 2) % known.length] ?? '') : `absent${series}-${n}`
    const began = performance.now()
    const answer = await ask(server, `${name}@exemple.fr`, `10.${series}.${n >> 8}.${n & 255}`)
    if (answer.status !== 303) throw new Error(`an ask was answered ${answer.status}`)
    times[kind].push(performance.now() - began)
  }
  return mannWhitney(times.known, times.unknown)
}

const ask = (server: Server, address: string, sender: string): Promise<Response> =>
  fetch(`${server.url}/entrer`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: server.url, 'x-forwarded-for': sender },
    body: new URLSearchParams({ adresse: address }),
  })

/** Two-sided p-value, by the normal approximation, which holds from about twenty values a side. */
function mannWhitney(a: readonly number[], b: readonly number[]): number {
  const all = [...a.map((time) => ({ time, ofA: true })), ...b.map((time) => ({ time, ofA: false }))]
  all.sort((one, other) => one.time - other.time)
  const rankSum = all.reduce((sum, { ofA }, position) => sum + (ofA ? position + 1 : 0), 0)
  const u = rankSum - (a.length * (a.length + 1)) / 2
  const mean = (a.length * b.length) / 2
  const deviation = Math.sqrt((a.length * b.length * (a.length + b.length + 1)) / 12)
  return 2 * (1 - normal(Math.abs(u - mean) / deviation))
}

// Abramowitz and Stegun, Handbook of Mathematical Functions, 26.2.17: error under 1e-7.
function normal(z: number): number {
  const t = 1 / (1 + 0.2316419 * z)
  const tail = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429]
  const sum = tail.reduce((total, factor, power) => total + factor * t ** (power + 1), 0)
  return 1 - (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * sum
}

/** Large, deep and squeezed bodies, on the one page that reads JSON: processor time of the server, the worst of them. */
async function worstBomb(server: Server): Promise<number> {
  const json = { 'content-type': 'application/json' }
  const deep = '['.repeat(10_000) + ']'.repeat(10_000)
  const bombs: { headers: Record<string, string>; body: BodyInit }[] = [
    { headers: json, body: `{"operations":"${'x'.repeat(5_000_000)}"}` },
    { headers: json, body: deep },
    { headers: { ...json, 'content-encoding': 'gzip' }, body: gzipSync(Buffer.alloc(20_000_000)) },
  ]
  const costs: number[] = []
  for (const { headers, body } of bombs) {
    const before = processorTime(server.pid)
    await fetch(`${server.url}/a-table/coches`, {
      method: 'POST',
      headers: { origin: server.url, ...headers },
      body,
    }).then((answer) => answer.text(), String)
    costs.push(processorTime(server.pid) - before)
  }
  return Math.max(...costs)
}

/** Milliseconds of processor used by this process since it began (man 5 proc: utime and stime, in hundredths). */
function processorTime(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return 10 * (Number(fields[11]) + Number(fields[12]))
}
