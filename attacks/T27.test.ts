import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { accountFor } from '#domain/access/account.acts.server.ts'
import { acceptCharter, giveContact } from '#domain/gatherings/review.acts.server.ts'
import { ownContact } from '#domain/residents/residents.acts.server.ts'
import { outsideSectors, ownerConnection, withSector } from '#platform/db.server.ts'
import { keyedHash, open, useKeys } from '#platform/keys.server.ts'
import { given, sitDown } from '#seeds/round-the-table.ts'
import { testKey } from '../tests/server.ts'
import { openSite, type Site } from '../tests/site.ts'
import { aWorld, nadiasTable } from './world.ts'

// T27: someone takes away a dump of the database, without the key file. Whoever reads it finds no address and no
// number; what is moved from a row to another no longer opens.

const canary = {
  phone: '+33698765432',
  email: 'canari.tres.rare@boite-cachee.fr',
  other: 'autre.canari@boite-cachee.fr',
}
const world = aWorld()
let site: Site
let lucas: { sectorId: string; personId: string }
let theo: { sectorId: string; personId: string }

beforeAll(async () => {
  site = await openSite()
  const table = await nadiasTable(world())
  const seats = await Promise.all(
    ['Lucas', 'Théo'].map((firstName) => sitDown(table, { firstName, entrance: 'Entrée C' })),
  )
  const [one, two] = seats.map(({ viewer }) => ({
    sectorId: viewer.sectorId,
    personId: viewer.personId ?? '',
  }))
  if (!one || !two || !seats[0] || !seats[1]) throw new Error('nobody sat down')
  lucas = one
  theo = two
  const way = { way: 'appel', firstLink: false, discreet: false } as const
  given(await giveContact(seats[0].viewer, { ...way, phone: canary.phone, email: canary.email }))
  given(await giveContact(seats[1].viewer, { ...way, phone: '+33611111111', email: canary.other }))
  given(await acceptCharter(seats[0].viewer, 'adult'))
  await outsideSectors((tx) => accountFor(tx, canary.email))
  await site.browser().post('/entrer', { adresse: canary.email })
  await site.browser().post('/entrer', { adresse: 'nadia@exemple.fr' }) // a letter that really leaves
  await site.letter(1)
}, 60_000)
afterAll(() => site.close())
afterEach(() => useKeys(testKey))

async function asOwner<T>(fn: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(ownerConnection())
  await client.connect()
  try {
    return await fn(client)
  } finally {
    await client.end()
  }
}

/** Every row of every table, the queue's included, as a thief would read them: text, and the bytes behind it. */
const dump = (): Promise<string> =>
  asOwner(async (client) => {
    const tables = await client.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
       WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
    )
    const texts: string[] = []
    for (const { name } of tables.rows) {
      const rows = await client.query<{ text: string }>(`SELECT row_to_json(t)::text AS text FROM ${name} t`)
      for (const { text } of rows.rows) texts.push(text, decoded(text))
    }
    return texts.join('\n').toLowerCase()
  })

// `\x…` as JSON writes bytes, and base64 as the queue does: both may hide plain words.
const decoded = (text: string): string =>
  [
    ...[...text.matchAll(/\\\\x([0-9a-f]{2,})/g)].map(([, hex = '']) =>
      Buffer.from(hex, 'hex').toString('latin1'),
    ),
    ...[...text.matchAll(/"([A-Za-z0-9+/]{24,}={0,2})"/g)].map(([, b64 = '']) =>
      Buffer.from(b64, 'base64').toString('latin1'),
    ),
  ].join('\n')

describe('T27 · on emporte la base sans la clé', () => {
  test('aucune adresse, aucun numéro n’y est lisible, file d’attente comprise', async () => {
    const taken = await dump()
    expect(taken).toContain('lucas') // the dump is not empty: first names are known to neighbours
    for (const secret of [
      canary.phone,
      '698765432',
      'canari.tres.rare',
      'autre.canari',
      'boite-cachee',
      'nadia@exemple.fr',
    ])
      expect(taken, secret).not.toContain(secret.toLowerCase())
  })

  test('une adresse devinée ne se vérifie pas non plus : les empreintes demandent la clé', async () => {
    const { createHash, createHmac } = await import('node:crypto')
    const taken = await dump()
    for (const guess of [canary.email, canary.email.toUpperCase()])
      for (const algorithm of ['md5', 'sha1', 'sha256', 'sha512']) {
        expect(taken).not.toContain(createHash(algorithm).update(guess).digest('hex'))
        expect(taken).not.toContain(createHmac(algorithm, '').update(guess).digest('hex'))
      }
    expect(taken).toContain(keyedHash('email', canary.email).toString('hex'))
    useKeys(Buffer.alloc(32, 1))
    expect(taken).not.toContain(keyedHash('email', canary.email).toString('hex'))
  })

  test('une autre clé n’ouvre rien', async () => {
    useKeys(Buffer.alloc(32, 1))
    await expect(contactOf(lucas)).rejects.toThrow()
  })

  test('ni porte, ni étage, ni appartement : la base n’a pas où les mettre', async () => {
    const columns = await asOwner((client) =>
      client.query<{ name: string }>(
        `SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public'`,
      ),
    )
    expect(
      columns.rows
        .map(({ name }) => name)
        .filter((name) => /door_?(number|name)|floor|flat|etage|porte/.test(name)),
    ).toEqual([])
  })
})

const contactOf = (who: { sectorId: string; personId: string }) =>
  withSector({ personId: null }, who.sectorId, (tx) => ownContact(tx, who.sectorId, who.personId))

/** Sets one sealed column of one person, then puts it back. */
async function withColumn<T>(
  column: 'phone' | 'email',
  whose: string,
  value: Buffer,
  look: () => Promise<T>,
): Promise<T> {
  return asOwner(async (client) => {
    const before = await client.query<{ sealed: Buffer }>(
      `SELECT ${column} AS sealed FROM contact_ways WHERE person_id = $1`,
      [whose],
    )
    await client.query(`UPDATE contact_ways SET ${column} = $2 WHERE person_id = $1`, [whose, value])
    try {
      return await look()
    } finally {
      await client.query(`UPDATE contact_ways SET ${column} = $2 WHERE person_id = $1`, [
        whose,
        before.rows[0]?.sealed,
      ])
    }
  })
}

const sealedOf = (column: 'phone' | 'email', whose: string): Promise<Buffer> =>
  asOwner(async (client) => {
    const row = await client.query<{ sealed: Buffer }>(
      `SELECT ${column} AS sealed FROM contact_ways WHERE person_id = $1`,
      [whose],
    )
    return row.rows[0]?.sealed ?? Buffer.alloc(0)
  })

describe('T27 · ce qui est scellé pour une personne ne s’ouvre pas chez une autre', () => {
  test('chacun lit le sien', async () => {
    expect(await contactOf(lucas)).toMatchObject({ phone: canary.phone, email: canary.email })
    expect(await contactOf(theo)).toMatchObject({ email: canary.other })
  })

  test('deux numéros échangés, ou un numéro mis à la place d’une adresse : rien ne s’ouvre', async () => {
    const theirs = await sealedOf('phone', theo.personId)
    await withColumn('phone', lucas.personId, theirs, () => expect(contactOf(lucas)).rejects.toThrow())
    const mine = await sealedOf('phone', lucas.personId)
    await withColumn('email', lucas.personId, mine, () => expect(contactOf(lucas)).rejects.toThrow())
    expect(await contactOf(lucas)).toMatchObject({ phone: canary.phone })
  })

  test('un seul bit changé, où que ce soit, ou un bout coupé : rien ne s’ouvre', async () => {
    const sealed = await sealedOf('email', lucas.personId)
    const openIt = (bytes: Buffer) => () => open('contact_ways', lucas.personId, 'email', bytes)
    expect(openIt(sealed)()).toBe(canary.email)
    for (const at of sealed.keys()) {
      const changed = Buffer.from(sealed)
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
      expect(openIt(changed), `octet ${at}`).toThrow()
    }
    for (const length of [0, 1, 12, 28, sealed.length - 1])
      expect(openIt(sealed.subarray(0, length))).toThrow()
  })

  test('l’adresse d’un voisin recopiée sur le compte d’un autre n’envoie pas le code au mauvais endroit', async () => {
    const rows = await asOwner(async (client) => {
      const accounts = await client.query<{ id: string; email: Buffer; email_hash: Buffer }>(
        'SELECT id, email, email_hash FROM accounts',
      )
      const by = (address: string) =>
        accounts.rows.find((row) => row.email_hash.equals(keyedHash('email', address)))
      return { nadia: by('nadia@exemple.fr'), paul: by('paul@exemple.fr') }
    })
    expect(rows.nadia && rows.paul).toBeTruthy()
    expect(() =>
      open('accounts', rows.paul?.id ?? '', 'email', rows.nadia?.email ?? Buffer.alloc(0)),
    ).toThrow()
    expect(open('accounts', rows.nadia?.id ?? '', 'email', rows.nadia?.email ?? Buffer.alloc(0))).toBe(
      'nadia@exemple.fr',
    )
  })

  test('la même adresse scellée deux fois ne se ressemble pas', async () => {
    const account = await asOwner((client) =>
      client.query<{ email: Buffer }>('SELECT email FROM accounts WHERE email_hash = $1', [
        keyedHash('email', canary.email),
      ]),
    )
    expect(account.rows[0]?.email.equals(await sealedOf('email', lucas.personId))).toBe(false)
  })
})
