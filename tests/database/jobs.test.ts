import pg from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { connect, disconnect, outsideSectors } from '#platform/db.server.ts'
import { queueJob, queueMail, startJobs, stopJobs, strandedJobs, tryAgain } from '#platform/jobs.server.ts'
import { requestRolePassword } from '#platform/keys.server.ts'
import type { Mail } from '#platform/mail.server.ts'
import { REQUEST_ROLE } from '#platform/migrate.server.ts'
import type { Handler } from '#platform/sealed-work.server.ts'
import { freshDatabase } from '../fresh-database.ts'

let owner: pg.ClientConfig
let relay: (id: string, mail: Mail) => Promise<void>
let handler: Handler
const troubles: unknown[] = []
const letters: { id: string; mail: Mail }[] = []
const letter = { to: 'odette@exemple.fr', subject: 'Votre code', text: 'Bonjour' }

const open = () =>
  startJobs({
    owner,
    mailer: { deliver: (id, mail) => relay(id, mail), close: () => undefined },
    handlers: { wave: (payload, id) => handler(payload, id) },
    onTrouble: (cause) => troubles.push(cause),
    lookEverySeconds: 0.5,
  })

beforeEach(async () => {
  letters.length = 0
  troubles.length = 0
  relay = async (id, mail) => void letters.push({ id, mail })
  handler = async () => undefined
  owner = await freshDatabase()
  await open()
})
afterEach(async () => {
  await stopJobs()
  expect(troubles).toEqual([])
})

const asOwner = async (sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> => {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql, values)).rows
  } finally {
    await client.end()
  }
}

test('une lettre mise à la poste dans un acte part une fois l’acte fini', async () => {
  await outsideSectors((tx) => queueMail(tx, { ...letter, key: 'a' }))
  await vi.waitFor(() => expect(letters.map(({ mail }) => mail)).toEqual([letter]), 5000)
})

test('un acte défait n’envoie rien', async () => {
  const act = outsideSectors(async (tx) => {
    await queueMail(tx, { ...letter, key: 'a' })
    throw new Error('défait')
  })
  await expect(act).rejects.toThrow('défait')
  await outsideSectors((tx) => queueMail(tx, { ...letter, subject: 'La suivante', key: 'b' }))
  await vi.waitFor(() => expect(letters).toHaveLength(1), 5000)
  expect(letters[0]?.mail.subject).toBe('La suivante')
})

test('la même lettre, mise dix fois à la poste, part une fois', async () => {
  for (let time = 0; time < 10; time += 1)
    await outsideSectors((tx) => queueMail(tx, { ...letter, key: 'a' }))
  await Promise.all(
    Array.from({ length: 10 }, () => outsideSectors((tx) => queueMail(tx, { ...letter, key: 'b' }))),
  )
  await vi.waitFor(() => expect(letters).toHaveLength(2), 5000)
  await outsideSectors((tx) => queueMail(tx, { ...letter, key: 'a' }))
  await outsideSectors((tx) => queueMail(tx, { ...letter, key: 'c' }))
  await vi.waitFor(() => expect(letters).toHaveLength(3), 5000)
  expect(new Set(letters.map(({ id }) => id)).size).toBe(3)
})

test('une lettre qui n’est plus utile n’est pas envoyée', async () => {
  await outsideSectors((tx) => queueMail(tx, { ...letter, key: 'a', until: new Date(Date.now() - 1000) }))
  await outsideSectors((tx) => queueMail(tx, { ...letter, key: 'b', until: new Date(Date.now() + 60_000) }))
  await vi.waitFor(() => expect(letters).toHaveLength(1), 5000)
  const undone = () => asOwner(`SELECT FROM pgboss.job WHERE name = 'mail' AND state <> 'completed'`)
  await vi.waitFor(async () => expect(await undone()).toHaveLength(0), 5000) // noted a moment after it left
  expect(letters).toHaveLength(1)
})

test('un relais qui refuse est rappelé avec le même numéro, puis la lettre est en souffrance', async () => {
  const ids: string[] = []
  relay = async (id) => {
    ids.push(id)
    throw Object.assign(new Error('451 plus tard, <odette@exemple.fr>'), {
      code: 'EMESSAGE',
      responseCode: 451,
    })
  }
  await outsideSectors((tx) => queueMail(tx, { ...letter, key: 'a' }))
  await vi.waitFor(() => expect(ids).toHaveLength(1), 5000)
  // Nine tries in one: the last is asked for now.
  await asOwner(`UPDATE pgboss.job SET retry_limit = 1, start_after = now() WHERE name = 'mail'`)
  await vi.waitFor(() => expect(ids).toHaveLength(2), 5000)
  await vi.waitFor(async () => expect(await strandedJobs()).toHaveLength(1), 5000)
  expect(new Set(ids).size).toBe(1)
  const [left] = await strandedJobs()
  expect(left?.work).toBe('mail')
  const dump = JSON.stringify(await asOwner('SELECT * FROM pgboss.job'))
  expect(dump).toContain('EMESSAGE 451')
  expect(dump).not.toContain('odette')
  relay = async (id, mail) => void letters.push({ id, mail })
  await tryAgain(left?.id ?? '')
  await vi.waitFor(() => expect(letters).toEqual([{ id: ids[0], mail: letter }]), 5000)
  expect(await strandedJobs()).toEqual([])
})

test('une copie de la base ne dit ni l’adresse, ni la lettre', async () => {
  await stopJobs()
  await open()
  await outsideSectors((tx) => queueMail(tx, { ...letter, key: 'odette@exemple.fr' }))
  const dump = JSON.stringify(await asOwner('SELECT * FROM pgboss.job'))
  expect(dump).toContain('sealed')
  expect(dump).not.toMatch(/odette|exemple|Votre code|Bonjour/)
})

test('le rôle des demandes dépose du travail et n’en lit aucun', async () => {
  for (const forbidden of [
    'SELECT data FROM pgboss.job',
    'SELECT data FROM pgboss.job_common',
    'SELECT output FROM pgboss.job_common',
    'DELETE FROM pgboss.job_common',
    `UPDATE pgboss.job_common SET data = '{}'`,
    `UPDATE pgboss.queue SET name = 'x'`,
  ])
    await expect(asOwner(`BEGIN; SET LOCAL ROLE ${REQUEST_ROLE}; ${forbidden}`)).rejects.toThrow(
      'permission denied',
    )
})

test('un travail reçoit exactement ce qui lui fut confié, et recommence s’il casse', async () => {
  const seen: unknown[] = []
  handler = async (payload) => {
    seen.push(payload)
    if (seen.length === 1) throw new Error('trop tôt')
  }
  await outsideSectors((tx) => queueJob(tx, 'wave', { to: 'Paul', word: 'l’été' }, 'a'))
  await vi.waitFor(() => expect(seen).toHaveLength(1), 5000)
  await asOwner(`UPDATE pgboss.job SET start_after = now() WHERE name = 'wave'`)
  await vi.waitFor(() => expect(seen).toHaveLength(2), 5000)
  expect(seen[1]).toEqual({ to: 'Paul', word: 'l’été' })
})

test('vingt lettres mises à la poste d’un coup partent sans attendre', async () => {
  await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      outsideSectors((tx) => queueMail(tx, { ...letter, key: `vingt ${n}` })),
    ),
  )
  await vi.waitFor(() => expect(letters).toHaveLength(20), 1500)
})

test('un second départ sur la même base reprend le travail laissé', async () => {
  await stopJobs()
  await disconnect()
  connect({ owner, requestPassword: requestRolePassword() })
  const starting = open()
  await outsideSectors((tx) => queueMail(tx, { ...letter, key: 'pendant le départ' })) // waits for the queue
  await starting
  await vi.waitFor(() => expect(letters).toHaveLength(1), 5000)
})
