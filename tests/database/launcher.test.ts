import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startEmbedded, type EmbeddedServer } from '#platform/postgres.server.ts'
import { isServing, postmasterOf } from '#platform/postgres/postmaster.server.ts'

const asRoot = process.getuid?.() === 0
const keeperScript = join(import.meta.dirname, 'keeper.ts')

let folder: string
let started: EmbeddedServer[]
let keepers: ChildProcess[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'coopere-lanceur-'))
  chmodSync(folder, 0o755)
  started = []
  keepers = []
})

afterEach(async () => {
  for (const server of started) await server.stop()
  for (const keeper of keepers) if (keeper.exitCode === null) keeper.kill('SIGKILL')
  for (const cluster of clustersUnder(folder)) {
    const left = postmasterOf(cluster)
    if (left !== null) process.kill(left.pid, 'SIGQUIT')
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

describe('la base fournie', () => {
  it('se crée, trie en français, n’ouvre aucun port et n’est ouverte qu’à son compte', async () => {
    const server = await start(folder)
    expect(server.adopted).toBe(false)
    expect(await query(server, `SELECT current_database() AS a, current_user AS b`)).toEqual([
      { a: 'coopere', b: 'postgres' },
    ])
    const words = await query(
      server,
      `SELECT w FROM unnest(ARRAY['zèbre','Étage','eau','abeille']) w ORDER BY w COLLATE "fr-x-icu"`,
    )
    expect(words.map((row) => row.w)).toEqual(['abeille', 'eau', 'Étage', 'zèbre'])
    expect(await setting(server, 'listen_addresses')).toBe('')
    expect(await setting(server, 'fsync')).toBe('on')
    expect(await setting(server, 'server_encoding')).toBe('UTF8')
    expect(await setting(server, 'shared_buffers')).toBe('64MB')
    expect(statSync(String(server.owner.host)).mode & 0o077).toBe(0)
  })

  it('garde ses données et repart en moins d’une seconde', async () => {
    await writeThenStop(await start(folder))
    const again = await fastestOf(3, folder)
    expect(again).toBeLessThan(1000)
    const server = await start(folder)
    expect(await query(server, 'SELECT word FROM kept')).toEqual([{ word: 'gardé' }])
  })

  it('s’arrête proprement', async () => {
    const server = await start(folder)
    await server.stop()
    await server.stop()
    expect(existsSync(join(folder, 'postgres', 'postmaster.pid'))).toBe(false)
    expect(readFileSync(join(folder, 'postgres.log'), 'utf8')).toMatch(/database system is shut down\s*$/)
  })

  it('s’arrête proprement quand Node reçoit SIGTERM', async () => {
    const keeper = await keep(folder)
    keeper.kill('SIGTERM')
    expect(await once(keeper, 'exit')).toEqual([0, null])
    expect(postmasterOf(join(folder, 'postgres'))).toBe(null)
  })

  it('n’écrit dans son journal ni requête ni valeur des gens', async () => {
    const server = await start(folder)
    await query(server, `CREATE TABLE phones (phone text UNIQUE)`)
    await query(server, `INSERT INTO phones VALUES ('0601020304')`)
    await expect(query(server, `INSERT INTO phones VALUES ('0601020304')`)).rejects.toThrow(/unique/)
    expect(readFileSync(join(folder, 'postgres.log'), 'utf8')).not.toMatch(/0601020304|INSERT/)
  })
})

describe('après une coupure', () => {
  it('un serveur laissé par un Node tué net est repris avec ses données, puis arrêté', async () => {
    const keeper = await keep(folder)
    const cluster = join(folder, 'postgres')
    const before = postmasterOf(cluster)
    const visitor = await start(folder)
    await query(visitor, `CREATE TABLE kept AS SELECT 'gardé' AS word`)
    keeper.kill('SIGKILL')
    await once(keeper, 'exit')
    expect(postmasterOf(cluster)?.pid).toBe(before?.pid)

    const server = await start(folder)
    expect(server.adopted).toBe(true)
    expect(postmasterOf(cluster)?.pid).toBe(before?.pid)
    expect(await query(server, 'SELECT word FROM kept')).toEqual([{ word: 'gardé' }])
    await server.stop()
    expect(isServing(before?.pid ?? 0, cluster)).toBe(false)
  })

  it('un second programme se joint au serveur d’un Node vivant et le laisse tourner', async () => {
    const keeper = await keep(folder)
    const server = await start(folder)
    expect(server.adopted).toBe(true)
    await server.stop()
    expect(postmasterOf(join(folder, 'postgres'))?.state).toBe('ready')
    keeper.kill('SIGTERM')
    expect(await once(keeper, 'exit')).toEqual([0, null])
  })

  it('un serveur tué net repart de son journal sans rien perdre', async () => {
    const server = await start(folder)
    await query(server, `CREATE TABLE kept AS SELECT 'gardé' AS word`)
    const running = postmasterOf(server.cluster)
    process.kill(running?.pid ?? 0, 'SIGKILL')
    const again = await start(folder)
    expect(again.adopted).toBe(false)
    expect(await query(again, 'SELECT word FROM kept')).toEqual([{ word: 'gardé' }])
  })

  it('un vieux postmaster.pid dont le numéro sert à un autre programme n’empêche rien', async () => {
    await writeThenStop(await start(folder))
    const cluster = join(folder, 'postgres')
    const { uid, gid } = statSync(cluster)
    const stranger = spawn('sleep', ['60'], { uid, gid, cwd: '/' })
    keepers.push(stranger)
    const file = join(cluster, 'postmaster.pid')
    writeFileSync(file, `${stranger.pid}\n${cluster}\n1\n5432\n${folder}\n\n 1 2\nready   \n`)
    chownSync(file, uid, gid)
    const server = await start(folder)
    expect(server.adopted).toBe(false)
    expect(await query(server, 'SELECT word FROM kept')).toHaveLength(1)
  })

  it('une création coupée en route est effacée et refaite', async () => {
    const draft = join(folder, 'postgres.draft-4194304')
    mkdirSync(join(draft, 'base'), { recursive: true })
    writeFileSync(join(draft, 'PG_VERSION'), '17\n')
    await start(folder)
    expect(readdirSync(folder).filter((name) => name.includes('draft'))).toEqual([])
  })

  it('deux démarrages au même instant s’entendent sur un seul serveur', async () => {
    const both = await Promise.all([launch(folder), launch(folder)])
    expect(both.filter(({ adopted }) => !adopted)).toHaveLength(1)
    const owner = both.find(({ adopted }) => !adopted)
    const guest = both.find(({ adopted }) => adopted)
    guest?.keeper.kill('SIGTERM')
    await once(guest?.keeper ?? process, 'exit')
    expect(postmasterOf(join(folder, 'postgres'))?.state).toBe('ready')
    owner?.keeper.kill('SIGTERM')
    await once(owner?.keeper ?? process, 'exit')
    expect(postmasterOf(join(folder, 'postgres'))).toBe(null)
  })
})

describe('les dossiers difficiles', () => {
  it('un chemin long, avec des accents et des espaces, convient', async () => {
    const dataDir = join(folder, 'données du quartier, côté cour', 'x'.repeat(120), 'var')
    const server = await start(dataDir)
    expect(String(server.owner.host).length).toBeLessThan(90)
    expect(await query(server, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    await server.stop()
    rmSync(String(server.owner.host), { recursive: true })
  })

  it.runIf(asRoot)(
    'sous un dossier fermé de root, les données vont là où PostgreSQL peut entrer',
    async () => {
      const dataDir = join(folder, 'ferme', 'var')
      mkdirSync(join(folder, 'ferme'), { mode: 0o700 })
      const systemDir = join(folder, 'systeme')
      const server = await start(dataDir, systemDir)
      expect(server.cluster.startsWith(systemDir)).toBe(true)
      expect(lstatSync(join(dataDir, 'postgres')).isSymbolicLink()).toBe(true)
      await writeThenStop(server)

      const again = await start(dataDir, systemDir)
      expect(again.cluster).toBe(server.cluster)
      expect(await query(again, 'SELECT word FROM kept')).toHaveLength(1)
      await again.stop()

      rmSync(server.cluster, { recursive: true })
      await expect(start(dataDir, systemDir)).rejects.toThrow(/mène à une base qui n’est plus là/)
    },
  )

  it.runIf(asRoot)('un dossier de prises préparé par un autre compte est refusé', async () => {
    const server = await start(folder)
    await server.stop()
    chownSync(String(server.owner.host), 65534, 65534)
    await expect(start(folder)).rejects.toThrow(/a été créé par un autre compte/)
  })

  it('une base d’une autre version, ou un dossier qui n’en est pas une, est laissée intacte et dite', async () => {
    await writeThenStop(await start(folder))
    const version = join(folder, 'postgres', 'PG_VERSION')
    writeFileSync(version, '16\n')
    await expect(start(folder)).rejects.toThrow(/est une base de PostgreSQL 16/)
    rmSync(version)
    await expect(start(folder)).rejects.toThrow(/n’est pas une base PostgreSQL/)
    expect(existsSync(join(folder, 'postgres', 'base'))).toBe(true)
  })
})

async function start(dataDir: string, systemDir = join(folder, 'systeme')): Promise<EmbeddedServer> {
  const server = await startEmbedded(dataDir, { systemDir })
  started.push(server)
  return server
}

async function query(server: EmbeddedServer, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(server.owner)
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

const setting = async (server: EmbeddedServer, name: string): Promise<unknown> =>
  (await query(server, `SELECT current_setting('${name}') AS value`))[0]?.value

async function writeThenStop(server: EmbeddedServer): Promise<void> {
  await query(server, `CREATE TABLE kept AS SELECT 'gardé' AS word`)
  await server.stop()
}

async function fastestOf(times: number, dataDir: string): Promise<number> {
  const taken: number[] = []
  for (let i = 0; i < times; i += 1) {
    const before = performance.now()
    const server = await start(dataDir)
    taken.push(performance.now() - before)
    await server.stop()
  }
  return Math.min(...taken)
}

async function launch(dataDir: string): Promise<{ keeper: ChildProcess; adopted: boolean }> {
  const keeper = spawn(process.execPath, [keeperScript, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] })
  keepers.push(keeper)
  const [line] = (await once(keeper.stdout, 'data')) as [Buffer]
  return { keeper, adopted: line.toString().includes('true') }
}

const keep = async (dataDir: string): Promise<ChildProcess> => (await launch(dataDir)).keeper

const clustersUnder = (top: string): string[] =>
  readdirSync(top, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('postmaster.pid'))
    .map((path) => join(top, path, '..'))
