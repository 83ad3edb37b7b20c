import { beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase } from '../tests/fresh-database.ts'
import { asOwner, DENIED, tried } from '../tests/database/rls-check.ts'

// T13, as far as it exists here: no grant is open to everyone. A login given to a funder, a landlord or a tool reads
// no table until someone writes a grant for it, and the role of requests is the only one that has any.

beforeAll(async () => void (await freshDatabase()))

const ours = `n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'`

describe('T13 · un rôle à qui l’on n’a rien accordé', () => {
  it('ne lit aucune table, d’aucun schéma, et ne crée rien', async () => {
    await asOwner(async (owner) => {
      const tables = await owner.query<{ name: string }>(
        `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND ${ours}`,
      )
      expect(tables.rows.length).toBeGreaterThan(30)
      await owner.query('CREATE ROLE coopere_financeur NOLOGIN')
      await owner.query('SET LOCAL ROLE coopere_financeur')
      for (const { name } of tables.rows) expect(await tried(owner, `SELECT FROM ${name}`), name).toBe(DENIED)
      expect(await tried(owner, 'CREATE TABLE public.ailleurs (id int)')).toBe(DENIED)
    })
  })

  it('et rien n’est accordé à tous', async () => {
    const open = await asOwner((owner) =>
      owner.query(
        `SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, aclexplode(c.relacl) a
         WHERE a.grantee = 0 AND ${ours}`,
      ),
    )
    expect(open.rows).toEqual([])
  })
})
