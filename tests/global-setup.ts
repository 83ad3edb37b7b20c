import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { requestRolePassword, useKeys } from '#platform/keys.server.ts'
import { migrate } from '#platform/migrate.server.ts'
import { startEmbedded } from '#platform/postgres.server.ts'
import { isAlive, postmasterOf } from '#platform/postgres/postmaster.server.ts'
import { testKey, withDatabase } from './server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** How the superuser reaches the server of this run. */
    databaseServer: pg.ClientConfig
    /** The migrated database every file copies. */
    databaseTemplate: string
  }
}

/** One server for the whole run: the embedded one, or the one of TEST_DATABASE_URL; migrated once. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await testServer()
  const template = `coopere_template_${randomBytes(4).toString('hex')}`
  await asSuperuser(server.owner, `CREATE DATABASE ${template} ENCODING 'UTF8' TEMPLATE template0`)
  useKeys(testKey)
  await migrate(withDatabase(server.owner, template), requestRolePassword())
  project.provide('databaseServer', server.owner)
  project.provide('databaseTemplate', template)
  return async () => {
    await asSuperuser(server.owner, `DROP DATABASE ${template}`)
    await server.stop()
  }
}

type TestServer = { owner: pg.ClientConfig; stop: () => Promise<void> }

async function testServer(): Promise<TestServer> {
  const url = process.env.TEST_DATABASE_URL
  if (url) return { owner: { connectionString: url }, stop: async () => undefined }
  sweepDeadRuns()
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`))
  chmodSync(folder, 0o755) // root's PostgreSQL runs under an account of its own, which must get through
  // What a test writes never outlives it, so nothing waits for the disk; durability has its own tests.
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
  const server = await startEmbedded(folder, { settings })
  const stop = async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { owner: server.owner, stop }
}

const PREFIX = 'coopere-tests-'

// A run that was killed leaves its server behind.
function sweepDeadRuns(): void {
  for (const name of readdirSync(tmpdir())) {
    const folder = join(tmpdir(), name)
    if (!name.startsWith(PREFIX) || isAlive(Number(name.split('-')[2]))) continue
    if (statSync(folder, { throwIfNoEntry: false })?.uid !== process.getuid?.()) continue
    const left = postmasterOf(join(folder, 'postgres'))
    if (left !== null) process.kill(left.pid, 'SIGQUIT')
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}

async function asSuperuser(owner: pg.ClientConfig, sql: string): Promise<void> {
  const client = new pg.Client(owner)
  await client.connect()
  await client.query(sql)
  await client.end()
}
