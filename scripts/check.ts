// The one list behind `npm run check`, green before anything is shared. `npm run check -- types lint` runs only the
// steps whose name begins so.
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { projectFiles, type Trap } from './check/files.ts'
import { forbiddenWords } from './check/screen-words.ts'
import { tablesOffTheMap } from './check/tables.ts'
import * as traps from './check/traps.ts'

/** What went wrong, in lines; nothing when all is well. */
type Step = { name: string; run: () => string[] }

const tool = (name: string, bin: string, ...args: string[]): Step => ({ name, run: () => runTool(bin, args) })
const trap = (name: string, check: Trap): Step => ({ name, run: () => check(projectFiles()) })

const steps: Step[] = [
  tool('mise en forme', 'prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'),
  tool('types', 'typescript/bin/tsc', '--noEmit', '-p', '.'),
  tool('lint', 'eslint/bin/eslint.js', '.'),
  tool(
    'carte des imports',
    'dependency-cruiser/bin/dependency-cruise.mjs',
    'src',
    'seeds',
    'migrations',
    '--config',
  ),
  tool('code mort', 'knip/bin/knip.js', '--no-progress'),
  trap('tables de la carte', tablesOffTheMap(readMap())),
  trap('tiroirs fourre-tout', traps.junkDrawers),
  trap('fichiers trop longs', traps.longFiles),
  trap('horloge et hasard cachés', traps.hiddenClock),
  trap('action à distance', traps.actionAtADistance),
  trap('noms de fichiers accentués', traps.accentedNames),
  trap('travail laissé en plan', traps.unfinished),
  trap('doublures de test', traps.mocks),
  trap('cérémonie', traps.ceremony),
  trap('mots qu’on ne dit pas', forbiddenWords),
]

const asked = process.argv.slice(2)
const chosen = steps.filter(({ name }) => asked.length === 0 || asked.some((start) => name.startsWith(start)))
if (chosen.length === 0) {
  console.error(`Aucune étape ne commence par « ${asked.join(' » ni « ')} ».`)
  process.exit(2)
}
const failed = chosen.filter((step) => !passes(step))
console.log(
  failed.length === 0 ? 'Tout est en ordre.' : `À reprendre : ${failed.map(({ name }) => name).join(', ')}.`,
)
process.exitCode = failed.length === 0 ? 0 : 1

function passes({ name, run }: Step): boolean {
  const before = performance.now()
  const faults = run()
  const seconds = ((performance.now() - before) / 1000).toFixed(1).replace('.', ',')
  console.log(`${faults.length === 0 ? '✓' : '✗'} ${name} (${seconds} s)`)
  for (const fault of faults) console.log(`    ${fault}`)
  return faults.length === 0
}

function runTool(bin: string, args: string[]): string[] {
  const run = spawnSync(process.execPath, [`node_modules/${bin}`, ...args], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  })
  if (run.status === 0) return []
  const said = `${run.stdout}${run.stderr}`.split('\n').filter((line) => line.trim() !== '')
  return said.length > 0 ? said : [`${bin} s’est arrêté sans un mot (${run.status ?? run.signal})`]
}

function readMap(): Record<string, string[]> {
  const config = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as {
    mayRead: Record<string, string[]>
  }
  return config.mayRead
}
