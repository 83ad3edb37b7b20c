import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { requestPool } from '#platform/db.server.ts'
import { freshDatabase } from '../fresh-database.ts'
import { asOwner, becomeRequest, leaksOf, sectorTables, tried } from './rls-check.ts'
import { plantNeighbourhood, plantVersions, type Neighbourhood } from './rls-world.ts'

beforeAll(async () => void (await freshDatabase()))

let ours: Neighbourhood
let theirs: Neighbourhood
let request: pg.Client

beforeAll(async () => {
  await plantVersions()
  ours = await plantNeighbourhood('A')
  theirs = await plantNeighbourhood('B')
  request = new pg.Client(requestPool().options)
  await request.connect()
})
afterAll(() => request.end())

describe('deux secteurs semblables', () => {
  it('ont chacun une ligne au moins dans chaque table de la vie de quartier', async () => {
    await asOwner(async (owner) => {
      for (const table of sectorTables)
        for (const { sectorId } of [ours, theirs])
          expect(await tried(owner, `SELECT FROM ${table} WHERE sector_id = ${sectorId}`), table).not.toBe(0)
    })
  })

  it.each(sectorTables)('ne voient et ne touchent rien l’un de l’autre : %s', async (table) => {
    await asOwner(async (owner) => {
      const there = { own: ours.sectorId, other: theirs.sectorId }
      const back = { own: theirs.sectorId, other: ours.sectorId }
      expect([...(await leaksOf(owner, table, there)), ...(await leaksOf(owner, table, back))]).toEqual([])
    })
  })
})

describe('le rôle des demandes', () => {
  it.each([
    ['sans secteur', null],
    ['avec un secteur vide', ''],
    ['avec un secteur inconnu', '999'],
  ])('ne voit aucune ligne %s', async (_how, sectorId) => {
    await asOwner(async (owner) => {
      await becomeRequest(owner, sectorId)
      for (const table of sectorTables) expect(await tried(owner, `SELECT FROM ${table}`), table).toBe(0)
    })
  })

  it('entre par son propre nom, et n’y voit pas davantage', async () => {
    const { rows } = await request.query<{ me: string }>('SELECT session_user AS me')
    expect(rows[0]?.me).toBe('coopere_request')
    for (const table of sectorTables)
      expect((await request.query(`SELECT FROM ${table}`)).rowCount, table).toBe(0)
  })

  it('ne garde rien d’une demande à la suivante', async () => {
    await request.query(`BEGIN; SET LOCAL app.sector_id = '${ours.sectorId}'`)
    expect((await request.query('SELECT FROM entrances')).rowCount).toBe(1)
    await request.query('COMMIT')
    expect((await request.query('SELECT FROM entrances')).rowCount).toBe(0)
  })

  it('ne peut ni devenir propriétaire, ni changer les règles, ni vider une table', async () => {
    const powers = [
      'SET ROLE postgres',
      'ALTER TABLE people DISABLE ROW LEVEL SECURITY',
      'DROP POLICY people_of_its_sector ON people',
      'CREATE POLICY tout ON people USING (true)',
      'TRUNCATE people CASCADE',
      'CREATE TABLE ailleurs (id int)',
      'CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$',
      'SELECT * FROM schema_migrations',
      `ALTER ROLE coopere_request BYPASSRLS`,
      'SET row_security = off; SELECT FROM people',
      'UPDATE admissions SET first_mandate_id = NULL',
      'DELETE FROM admissions',
      'UPDATE closures SET newcomers = 0',
      'DELETE FROM closures',
      'UPDATE vouches SET witness_id = newcomer_id',
      'UPDATE household_members SET since = now()',
      'DELETE FROM journal',
      'DELETE FROM mandates',
    ]
    for (const power of powers) await expect(request.query(power), power).rejects.toThrow()
  })
})
