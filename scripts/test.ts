// Runs the four kinds of tests in turn, each as its own Vitest project, and sums them on the last line:
//   npm test -- --only rules,database     only these projects
//   npm test -- --only stories nomDeFichier   and in them, only files whose path contains these words
//   npm run proofs                         the long proofs too (PROOFS=full)
//   --quiet-sum FILE                       also writes the counts to FILE, for .ci/run
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

type Counts = { passed: number; failed: number; skipped: number }

const projects = ['rules', 'database', 'attacks', 'stories']
const { values: asked, positionals: words } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, proofs: { type: 'boolean' }, 'quiet-sum': { type: 'string' } },
})
const chosen = asked.only?.split(',') ?? projects
const unknown = chosen.filter((name) => !projects.includes(name))
if (unknown.length > 0) {
  console.error(`Il n’y a pas de tests « ${unknown.join(', ')} » : ${projects.join(', ')}.`)
  process.exit(2)
}

const total = chosen.map(runProject).reduce(add)
if (asked['quiet-sum']) writeFileSync(asked['quiet-sum'], JSON.stringify(total))
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`)
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1

function runProject(project: string): Counts {
  console.log(`\n── ${project}`)
  const folder = mkdtempSync(join(tmpdir(), 'coopere-counts-'))
  const report = join(folder, 'counts.json')
  try {
    const status = runVitest(project, report)
    return counted(project, status, report)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function runVitest(project: string, report: string): number | null {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const vitest = join('node_modules', 'vitest', 'vitest.mjs')
  return spawnSync(process.execPath, [vitest, 'run', '--project', project, ...reporters, ...words], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, CHROME_PATH: chromePath(), ...(asked.proofs ? { PROOFS: 'full' } : {}) },
  }).status
}

function chromePath(): string {
  const known = ['/usr/bin/chromium', '/usr/bin/chromium-browser']
  return process.env.CHROME_PATH || (known.find((path) => existsSync(path)) ?? '/usr/bin/chromium')
}

type Report = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { name: string; status: string; assertionResults: { status: string }[] }[]
}

// A file that does not even load, a run that breaks off and a project without a test each count as one failure.
function counted(project: string, status: number | null, file: string): Counts {
  const report = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : null
  if (report === null)
    return { passed: 0, failed: broken(`« ${project} » n’a rendu aucun compte`), skipped: 0 }
  const passed = report.numPassedTests
  const skipped = report.numPendingTests + report.numTodoTests
  let failed = report.numFailedTests + report.testResults.filter(isBrokenFile).length
  if (passed + failed === 0) failed = broken(`aucun test de « ${project} » n’a tourné`)
  if (status !== 0 && failed === 0)
    failed = broken(`« ${project} » s’est terminé sur une panne hors des tests`)
  return { passed, failed, skipped }
}

function isBrokenFile(file: Report['testResults'][number]): boolean {
  return file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed')
}

function broken(sentence: string): 1 {
  console.error(`✗ ${sentence}.`)
  return 1
}

function add(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }
}
