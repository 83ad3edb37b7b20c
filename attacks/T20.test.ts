import type pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase } from '../tests/fresh-database.ts'
import { asOwner, leaksOf, sectorTables } from '../tests/database/rls-check.ts'
import { plantNeighbourhood, plantVersions, type Neighbourhood } from '../tests/database/rls-world.ts'

// T20: nothing of a sector is seen or touched from another. The walls hold (tests/database/rls.test.ts); here each
// wall is taken down in turn, and the same check must say so. A table whose wall could fall unseen is not proven.

let ours: Neighbourhood
let theirs: Neighbourhood
beforeAll(async () => {
  await freshDatabase()
  await plantVersions()
  ours = await plantNeighbourhood('A')
  theirs = await plantNeighbourhood('B')
})

const own = `sector_id = nullif(current_setting('app.sector_id', true), '')::bigint`
const replaced = (table: string, using: string, check: string): string =>
  `DROP POLICY ${table}_of_its_sector ON ${table}; CREATE POLICY fallen ON ${table} USING (${using}) WITH CHECK (${check})`

const falls: readonly (readonly [name: string, statement: (table: string) => string])[] = [
  ['la règle disparaît', (table) => `DROP POLICY ${table}_of_its_sector ON ${table}`],
  ['la règle laisse tout passer', (table) => replaced(table, 'true', 'true')],
  ['la règle laisse tout lire', (table) => replaced(table, 'true', own)],
  ['la règle laisse tout écrire', (table) => replaced(table, own, 'true')],
  ['une seconde règle, plus large, s’ajoute', (table) => `CREATE POLICY wider ON ${table} USING (true)`],
  [
    'la règle ne vaut plus que pour lire',
    (table) => `${replaced(table, own, own)}; DROP POLICY fallen ON ${table};
    CREATE POLICY fallen ON ${table} FOR SELECT USING (${own}); CREATE POLICY wide ON ${table} FOR INSERT WITH CHECK (true)`,
  ],
  ['les règles ne sont plus appliquées', (table) => `ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`],
]

const leaks = (client: pg.Client, table: string) =>
  leaksOf(client, table, { own: ours.sectorId, other: theirs.sectorId })

describe('T20 · quand un mur tombe', () => {
  it.each(sectorTables)('on le voit, de toutes les façons : %s', async (table) => {
    for (const [name, statement] of falls)
      await asOwner(async (owner) => {
        expect(await leaks(owner, table), 'le mur tient').toEqual([])
        await owner.query(statement(table))
        expect(await leaks(owner, table), name).not.toEqual([])
      })
  })
})
