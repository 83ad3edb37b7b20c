// Runs before every npm script, on whatever Node the machine has (20 at least): installs what the lock names, builds
// what changed, and with --tests makes sure the browser tests have their browser. Plain JavaScript, no dependency.
// Once installed, npm puts node_modules/.bin first on PATH, so `node` is then the Node 24 of the lock.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const flags = new Set(process.argv.slice(2))
process.chdir(join(dirname(fileURLToPath(import.meta.url)), '..'))

refuseUnknownMachine()
once('node_modules/.stamp', ['package-lock.json'], install)
if (!flags.has('--no-build'))
  once('dist/.stamp', ['package-lock.json', 'vite.config.ts', 'src', 'data', 'migrations', 'seeds'], build)
if (flags.has('--tests')) prepareTests()

/** Node 24 comes through npm for these machines; elsewhere one has to bring it. */
function refuseUnknownMachine() {
  const machine = `${process.platform}-${process.arch}`
  const carried = ['linux-x64', 'linux-arm64', 'win32-x64'].includes(machine) && !lacksGlibc()
  if (!carried && Number(process.versions.node.split('.')[0]) < 24)
    stop(`Node 24 n’est pas fourni pour cette machine (${machine}) : installez Node 24, puis relancez.`)
}

function lacksGlibc() {
  return process.platform === 'linux' && !process.report.getReport().header.glibcVersionRuntime
}

function install() {
  console.log('Installation des dépendances…')
  const options = ['--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  if (npm('ci', ...options) !== 0)
    stop('L’installation des dépendances n’a pas abouti : vérifiez l’accès au registre npm, puis relancez.')
}

function build() {
  console.log('Construction du site…')
  if (npm('run', 'build', '--silent') !== 0)
    stop('La construction du site n’a pas abouti ; la cause est écrite ci-dessus.')
}

function prepareTests() {
  const missing = [...(chromium() ? [] : ['chromium']), ...(onPath('pdfinfo') ? [] : ['poppler-utils'])]
  if (missing.length === 0) return
  if (process.getuid?.() !== 0 || !onPath('apt-get'))
    stop(
      missing.includes('chromium')
        ? 'Les tests ont besoin de Chromium : installez-le, ou donnez son chemin dans CHROME_PATH.'
        : 'Les tests ont besoin de poppler-utils (pdfinfo, pdftotext) : installez-le, puis relancez.',
    )
  console.log(`Installation de ${missing.join(' et ')} par apt…`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const words of [['update'], ['install', '-y', ...missing]])
    if (spawnSync('apt-get', words, { stdio: ['ignore', 'ignore', 'inherit'], env }).status !== 0)
      stop(`L’installation de ${missing.join(' et ')} par apt n’a pas abouti.`)
}

function chromium() {
  const given = process.env.CHROME_PATH
  if (given && !existsSync(given)) stop(`CHROME_PATH ne mène à aucun programme : ${given}.`)
  return given || onPath('chromium') || onPath('chromium-browser')
}

/** Does `work` unless `stamp` says it was done for exactly these sources. */
function once(stamp, sources, work) {
  const hash = hashOf(sources)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  rmSync(stamp, { force: true })
  work()
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, hash)
}

function hashOf(sources) {
  const hash = createHash('sha256')
  for (const file of sources.flatMap(filesUnder)) hash.update(`${file}\0`).update(readFileSync(file))
  return hash.digest('hex')
}

function filesUnder(path) {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) return []
  if (!stat.isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(`${path}/${name}`))
}

/** The npm that runs this script, else the one of the machine. */
function npm(...words) {
  const cli = process.env.npm_execpath
  const [program, ...first] = cli ? [process.execPath, cli] : ['npm']
  const run = spawnSync(program, [...first, ...words], {
    stdio: 'inherit',
    shell: !cli && process.platform === 'win32',
  })
  return run.status
}

function onPath(program) {
  const folders = (process.env.PATH ?? '').split(process.platform === 'win32' ? ';' : ':')
  return folders.map((folder) => join(folder, program)).find((file) => existsSync(file))
}

function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}
