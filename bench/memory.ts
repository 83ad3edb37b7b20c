import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { atMost, rounded, type Measure, type Row } from './row.ts'
import { startServer, type Server } from './server.ts'
import { plantOffers, plantWorld, type World } from './world.ts'

/** `memory.mb`: the site and its PostgreSQL, shared pages counted once, after an hour's worth of reading. */
export const memory: Measure = { names: ['memory.mb'], run: measure }

async function measure(): Promise<Row[]> {
  const server = await startServer()
  try {
    const world = await plantWorld(server)
    await server.asOwner((client) => plantOffers(client, world.sectorId, 200))
    await readAround(server, world)
    const all = [server.pid, postmasterOf(server)].flatMap(withChildren)
    const kilobytes = [...new Set(all)].reduce((total, pid) => total + proportionalSize(pid), 0)
    return [atMost('memory.mb', rounded(kilobytes / 1024), 'Mo', 400)]
  } finally {
    await server.stop()
  }
}

async function readAround(server: Server, world: World): Promise<void> {
  const people = await Promise.all(['Paul', 'Nadia', 'Rosa', 'Tom'].map((name) => world.enterAs(name)))
  const paths = ['', 'offres', 'offres?theme=cuisine', 'mes-choix', 'mes-choix/ajouter?theme=jardin']
  for (let turn = 0; turn < 100; turn++)
    await Promise.all(people.map((one) => one.get(`/secteurs/${world.slug}/${paths[turn % paths.length]}`)))
  await Promise.all(people.map((one) => one.get(`${server.url}/`)))
}

const postmasterOf = (server: Server): number =>
  Number(readFileSync(join(server.dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])

function withChildren(pid: number): number[] {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => parentOf(name) === pid)
    .flatMap((name) => withChildren(Number(name)))
  return [pid, ...children]
}

function parentOf(pid: string): number | null {
  const status = readOrEmpty(`/proc/${pid}/status`)
  return Number(/^PPid:\s*(\d+)/m.exec(status)?.[1] ?? NaN)
}

const proportionalSize = (pid: number): number =>
  Number(/^Pss:\s*(\d+) kB/m.exec(readOrEmpty(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0)

// A process may end between the list and the look.
function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
