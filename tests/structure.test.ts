import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

// Each planted fault stands in a small tree of its own with the project's own map; the map must name it.
const folder = mkdtempSync(join(tmpdir(), 'coopere-carte-'))
let found: Map<string, string[]>

const sound = {
  'node_modules/kysely/index.js': 'export {}',
  'node_modules/valibot/index.js': 'export {}',
  'src/platform/result.ts': 'export const ok = 1',
  'src/platform/db.server.ts': `import 'kysely'\nexport type Tx = number\nexport const tx: Tx = 1`,
  'src/domain/journal/journal.ts': `export const journal = 1`,
  'src/domain/journal/journal.store.server.ts': `import 'kysely'\nexport const append = 1`,
  'src/domain/journal/journal.acts.server.ts': `import './journal.store.server.ts'\nexport const record = 1`,
  'src/domain/sectors/sector.ts': `import '#platform/result.ts'\nexport const sector = 1`,
  'src/domain/sectors/sector.form.ts': `import 'valibot'\nexport const parse = 1`,
  'src/domain/sectors/sectors.views.server.ts': `import '#domain/journal/journal.ts'\nexport type Seen = number`,
  'src/domain/sectors/sectors.acts.server.ts': `import '#domain/journal/journal.acts.server.ts'\nexport const act = 1`,
  'src/pages/secteurs/page.server.tsx': `import '#domain/sectors/sectors.acts.server.ts'\nimport './view.tsx'`,
  'src/pages/secteurs/view.tsx': `import type { Seen } from '#domain/sectors/sectors.views.server.ts'\nexport const seen: Seen = 1`,
  'src/ui/Button.tsx': 'export const Button = 1',
}

const faults: Record<string, Record<string, string>> = {
  'map-of-journal': { 'src/domain/journal/up.ts': `import '#domain/sectors/sector.ts'` },
  'map-of-charter': { 'src/domain/charter/charter.ts': `import '#domain/journal/journal.ts'` },
  'every-concept-is-on-the-map': {
    'src/domain/weather/weather.ts': 'export const rain = 1',
    'src/main.ts': `import '#domain/weather/weather.ts'`,
  },
  'no-cycle': {
    'src/domain/ideas/one.ts': `import './two.ts'`,
    'src/domain/ideas/two.ts': `import './one.ts'`,
  },
  'rules-are-pure': {
    'src/domain/roles/impure.ts': `import type { Tx } from '#platform/db.server.ts'\nexport type T = Tx`,
  },
  'rules-run-in-browsers': { 'src/domain/roles/files.ts': `import 'node:fs'` },
  'input-is-parsed-once': { 'src/domain/residents/again.ts': `import 'valibot'` },
  'a-store-is-private': {
    'src/domain/sectors/peek.acts.server.ts': `import '#domain/journal/journal.store.server.ts'`,
  },
  'pages-call-no-store': {
    'src/pages/journal/page.server.tsx': `import '#domain/journal/journal.store.server.ts'`,
  },
  'sql-stays-in-stores-and-views': { 'src/domain/sectors/sql.acts.server.ts': `import 'kysely'` },
  'screens-hold-no-server-code': {
    'src/pages/table/view.tsx': `import '#domain/sectors/sectors.acts.server.ts'`,
    'src/pages/table/sweep.island.ts': `import { tx } from '#platform/db.server.ts'\nexport const t = tx`,
  },
  'screens-run-in-browsers': { 'src/pages/table/draw.island.ts': `import 'node:crypto'` },
  'ui-knows-no-domain': { 'src/ui/SectorCard.tsx': `import '#domain/sectors/sector.ts'` },
  'platform-knows-no-domain': {
    'src/platform/web.server.ts': `import '#domain/sectors/sectors.acts.server.ts'`,
  },
  'domain-knows-no-page': { 'src/domain/sectors/page.acts.server.ts': `import '#pages/secteurs/view.tsx'` },
  'program-imports-no-test': {
    'tests/world.ts': 'export const world = 1',
    'src/domain/sectors/world.ts': `import '../../../tests/world.ts'`,
  },
  'no-junk-drawer': {
    'src/domain/sectors/utils.ts': 'export const misc = 1',
    'src/domain/sectors/tidy.ts': `import './utils.ts'`,
  },
  'imports-exist': { 'src/domain/sectors/lost.ts': `import '#domain/sectors/nowhere.ts'` },
}

beforeAll(() => {
  for (const file of ['.dependency-cruiser.cjs', 'package.json', 'tsconfig.json'])
    cpSync(file, join(folder, file))
  plant(sound)
  for (const files of Object.values(faults)) plant(files)
  found = cruise()
}, 30_000)
afterAll(() => rmSync(folder, { recursive: true }))

describe('la carte des imports', () => {
  it.each(Object.keys(faults))('une faute plantée est nommée : %s', (rule) => {
    const culprits = Object.keys(faults[rule] ?? {})
    expect(found.get(rule)?.some((from) => culprits.includes(from))).toBe(true)
  })

  it('rien n’est reproché à ce qui suit la carte', () => {
    const blamed = [...found.values()].flat()
    expect(Object.keys(sound).filter((file) => blamed.includes(file))).toEqual([])
  })

  it('toutes les fautes d’un écran sont vues, celle de la vue comme celle de l’îlot', () => {
    expect(found.get('screens-hold-no-server-code')).toHaveLength(2)
  })
})

function plant(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), `${text}\n`)
  }
}

type Cruise = { summary: { violations: { rule: { name: string }; from: string }[] } }

function cruise(): Map<string, string[]> {
  const bin = join(process.cwd(), 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs')
  const args = [bin, 'src', '--config', '.dependency-cruiser.cjs', '--output-type', 'json']
  const run = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1e8 })
  const { violations } = (JSON.parse(run.stdout) as Cruise).summary
  const byRule = Map.groupBy(violations, ({ rule }) => rule.name)
  return new Map([...byRule].map(([rule, all]) => [rule, all.map(({ from }) => from)]))
}
