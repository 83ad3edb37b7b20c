import { beforeAll, describe, expect, it } from 'vitest'
import { REQUEST_ROLE, tablesOfTheSchema } from '#platform/migrate.server.ts'
import { freshDatabase } from '../fresh-database.ts'
import { asOwner, sectorTables } from './rls-check.ts'

beforeAll(async () => void (await freshDatabase()))

type Row = Record<string, unknown>
const ask = (query: string, values: unknown[] = []): Promise<Row[]> =>
  asOwner(async (owner) => (await owner.query<Row>(query, values)).rows)
const names = (rows: Row[], column = 'name'): unknown[] => rows.map((row) => row[column])

// Tables outside sectors that still name one: identities and what the public site reads. A new one is a decision.
const namedOutside = [
  'account_people',
  'companion_sectors',
  'open_doors',
  'public_gatherings',
  'public_sectors',
  'sessions',
]

describe('chaque table de la vie de quartier', () => {
  it('est déclarée comme telle, et toute autre table qui nomme un secteur est connue', async () => {
    const rows = await ask(
      `SELECT table_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND column_name = 'sector_id' ORDER BY 1`,
    )
    expect(names(rows)).toEqual([...sectorTables, ...namedOutside].sort())
  })

  it('est fermée par une seule règle, qui vaut pour lire et pour écrire, même pour son propriétaire', async () => {
    const rows = await ask(
      `SELECT c.relname AS name, c.relrowsecurity AS enabled, c.relforcerowsecurity AS forced,
         p.cmd, p.permissive, p.roles::text AS roles, p.qual, p.with_check
       FROM pg_class c LEFT JOIN pg_policies p ON p.schemaname = 'public' AND p.tablename = c.relname
       WHERE c.relname = ANY($1) AND c.relnamespace = 'public'::regnamespace ORDER BY 1`,
      [sectorTables],
    )
    expect(names(rows)).toEqual([...sectorTables].sort())
    for (const row of rows) {
      expect(row, String(row['name'])).toMatchObject({
        enabled: true,
        forced: true,
        cmd: 'ALL',
        roles: '{public}',
      })
      expect(row['qual'], String(row['name'])).toBe(row['with_check'])
      expect(String(row['qual'])).toMatch(
        /sector_id = .*NULLIF\(current_setting\('app\.sector_id'.*, true\), ''/s,
      )
    }
  })

  it('commence par le secteur dans chaque clé, chaque unicité et chaque index', async () => {
    const rows = await ask(
      `SELECT i.indexrelid::regclass::text AS name FROM pg_index i
       LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
       WHERE i.indrelid = ANY($1::text[]::regclass[]) AND a.attname IS DISTINCT FROM 'sector_id'`,
      [sectorTables],
    )
    expect(names(rows)).toEqual([])
  })

  it('a une clé', async () => {
    const rows = await ask(
      `SELECT conrelid::regclass::text AS name FROM pg_constraint WHERE contype = 'p' AND conrelid = ANY($1::text[]::regclass[])`,
      [sectorTables],
    )
    expect(names(rows).sort()).toEqual([...sectorTables].sort())
  })

  it('ne mène qu’à une ligne du même secteur, ou à une table commune', async () => {
    const rows = await ask(
      `SELECT c.conname AS name, c.confrelid::regclass::text AS target,
         own.attname AS own, other.attname AS other FROM pg_constraint c
       JOIN pg_attribute own ON own.attrelid = c.conrelid AND own.attnum = c.conkey[1]
       JOIN pg_attribute other ON other.attrelid = c.confrelid AND other.attnum = c.confkey[1]
       WHERE c.contype = 'f' AND c.conrelid = ANY($1::text[]::regclass[])`,
      [sectorTables],
    )
    expect(rows.length).toBeGreaterThan(30)
    for (const row of rows.filter(({ target }) => sectorTables.includes(String(target))))
      expect(row, String(row['name'])).toMatchObject({ own: 'sector_id', other: 'sector_id' })
  })

  it('n’est jamais visée par une table commune', async () => {
    const rows = await ask(
      `SELECT conname AS name FROM pg_constraint
       WHERE contype = 'f' AND confrelid = ANY($1::text[]::regclass[]) AND conrelid <> ALL($1::text[]::regclass[])`,
      [sectorTables],
    )
    expect(names(rows)).toEqual([])
  })
})

describe('la base', () => {
  it('ne perd jamais un lien en silence : aucune clé étrangère ne met à vide', async () => {
    const rows = await ask(
      `SELECT conname AS name FROM pg_constraint
       WHERE contype = 'f' AND (confdeltype IN ('n', 'd') OR confupdtype IN ('n', 'd'))`,
    )
    expect(names(rows)).toEqual([])
  })

  it('ne fait rien toute seule : ni déclencheur, ni règle, ni fonction', async () => {
    expect(names(await ask('SELECT tgname AS name FROM pg_trigger WHERE NOT tgisinternal'))).toEqual([])
    expect(names(await ask(`SELECT rulename AS name FROM pg_rules WHERE schemaname = 'public'`))).toEqual([])
    const functions = await ask(
      `SELECT p.oid::regprocedure::text AS name, p.prosecdef AS definer, n.nspname AS schema
       FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
       WHERE n.nspname NOT IN ('pg_catalog', 'information_schema')`,
    )
    expect(names(functions.filter(({ definer }) => definer === true))).toEqual([])
    expect(names(functions.filter(({ schema }) => schema === 'public'))).toEqual([])
  })

  it('ne montre rien par une vue', async () => {
    const rows = await ask(
      `SELECT relname AS name FROM pg_class WHERE relkind IN ('v', 'm') AND relnamespace = 'public'::regnamespace`,
    )
    expect(names(rows)).toEqual([])
  })

  it('ne retient ni âge, ni solitude, ni santé, ni étage, ni porte, ni présence', async () => {
    const forbidden =
      /(^|_)(age|ages|birth|born|naissance|alone|seule?|isole|lonely|health|sante|sick|malad|handicap|disab|floor|etage|door|porte|flat|apartment|appartement|digicode|last_seen|seen_at|online|en_ligne|absent|absence|away|presence|latitude|longitude|gender|sexe|religion|opinion|nationality|income|revenu)s?(_|$)/
    const rows = await ask(
      `SELECT table_name || '.' || column_name AS name, column_name FROM information_schema.columns
       WHERE table_schema = 'public'`,
    )
    const guilty = rows.filter(({ column_name: column }) => forbidden.test(String(column)))
    // The door of a table is where neighbours come in, not where someone lives.
    expect(names(guilty)).toEqual(['gatherings.door_open'])
    expect(rows.filter(({ column_name: column }) => /(^|_)date_of|birth/.test(String(column)))).toEqual([])
  })

  it('ne garde d’une personne aucune date à l’heure près de sa vie : seulement ses actes', async () => {
    const rows = await ask(
      `SELECT column_name AS name FROM information_schema.columns
       WHERE table_name IN ('people', 'residents') AND data_type LIKE 'timestamp%' ORDER BY 1`,
    )
    expect(names(rows)).toEqual(['created_at', 'erased_at', 'left_at', 'registered_at', 'suspended_at'])
  })
})

const verbs = ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']

describe('le rôle des demandes', () => {
  let role: Row = {}
  beforeAll(async () => {
    const rows = await ask('SELECT * FROM pg_roles WHERE rolname = $1', [REQUEST_ROLE])
    role = rows[0] ?? {}
  })

  it('n’a aucun pouvoir particulier', () => {
    expect(role).toMatchObject({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
      rolcanlogin: true,
    })
  })

  it('ne possède rien, et n’est membre de rien', async () => {
    const owned = await ask(
      `SELECT relname AS name FROM pg_class WHERE relowner = $1
       UNION ALL SELECT nspname FROM pg_namespace WHERE nspowner = $1
       UNION ALL SELECT proname FROM pg_proc WHERE proowner = $1
       UNION ALL SELECT datname FROM pg_database WHERE datdba = $1`,
      [role['oid']],
    )
    expect(names(owned)).toEqual([])
    expect(await ask('SELECT roleid FROM pg_auth_members WHERE member = $1', [role['oid']])).toEqual([])
  })

  it('n’a sur chaque table que ce qui est écrit dans la migration', async () => {
    const may = (grants: string, verb: string): boolean =>
      grants.split(/,\s*(?![^(]*\))/).some((grant) => grant.trim() === verb)
    const rows = await ask(
      `SELECT name, verb, has_table_privilege($1, name, verb) AS may
       FROM unnest($2::text[]) name, unnest($3::text[]) verb`,
      [REQUEST_ROLE, tablesOfTheSchema().map(({ name }) => name), verbs],
    )
    const written = new Map(tablesOfTheSchema().map(({ name, grants }) => [name, grants]))
    for (const { name, verb, may: does } of rows)
      expect(does, `${String(verb)} ${String(name)}`).toBe(may(written.get(String(name)) ?? '', String(verb)))
  })
})
