import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { connect, disconnect } from '#platform/db.server.ts'
import { requestRolePassword, useKeys } from '#platform/keys.server.ts'
import { testKey, withDatabase } from './server.ts'

let current: string | null = null
let collecting = true
beforeAll(() => void (collecting = false))
afterAll(dropCurrent)

/**
 * Gives this file a database of its own, migrated and empty, and connects to it. Called at the top of a file, its
 * tests wait for it; called in a hook, it is awaited there and takes the place of the one before.
 */
export function freshDatabase(): Promise<pg.ClientConfig> {
  const opening = openFresh()
  if (collecting) beforeAll(() => opening)
  return opening
}

async function openFresh(): Promise<pg.ClientConfig> {
  await dropCurrent()
  const server = inject('databaseServer')
  const name = `coopere_test_${randomBytes(6).toString('hex')}`
  await asSuperuser(`CREATE DATABASE ${name} TEMPLATE ${inject('databaseTemplate')}`)
  current = name
  useKeys(testKey)
  const owner = withDatabase(server, name)
  connect({ owner, requestPassword: requestRolePassword() })
  return owner
}

async function dropCurrent(): Promise<void> {
  const name = current
  current = null
  if (name === null) return
  await disconnect()
  await asSuperuser(`DROP DATABASE ${name} WITH (FORCE)`)
}

async function asSuperuser(sql: string): Promise<void> {
  const client = new pg.Client(inject('databaseServer'))
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
