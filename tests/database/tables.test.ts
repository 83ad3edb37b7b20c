import { readFileSync } from 'node:fs'
import pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { ownerConnection } from '#platform/db.server.ts'
import { freshDatabase } from '../fresh-database.ts'

type Column = { table_name: string; column_name: string }
let columns: Column[] = []

beforeAll(async () => {
  await freshDatabase()
  const client = new pg.Client(ownerConnection())
  await client.connect()
  const found = await client.query<Column>(
    `SELECT table_name, column_name FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name <> 'schema_migrations' ORDER BY 1, 2`,
  )
  columns = found.rows
  await client.end()
})

test('les types du code disent les mêmes tables et les mêmes colonnes que la base', () => {
  const inBase = columns.map((column) => `${column.table_name}.${column.column_name}`)
  expect(declaredColumns().sort()).toEqual(inBase.sort())
})

// Reads the type as text: each table is `name: [OfSector &] { column: …; … }`.
function declaredColumns(): string[] {
  const source = readFileSync('src/platform/tables.ts', 'utf8')
  const body = source.slice(source.indexOf('export type Tables = {'), source.indexOf('\n}\n\ntype Phase'))
  return [...body.matchAll(/^ {2}(\w+): (OfSector & )?\{([^}]*)\}/gm)].flatMap(
    ([, table, ofSector, fields]) => [
      ...(ofSector ? [`${table}.sector_id`] : []),
      ...[...(fields ?? '').matchAll(/(\w+): /g)].map((field) => `${table}.${field[1]}`),
    ],
  )
}
