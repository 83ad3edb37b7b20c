import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mutations, type Mutation } from '../../attacks/mutations.ts'

// Takes one rule away in a copy of the project, and runs the attack that should notice.

const run = promisify(execFile)
const everything = process.env.PROOFS === 'full'
const sample = mutations.filter((_, position) => position % 8 === 4)
let copy = ''

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'coopere-mutation-'))
  const parts = [
    'src',
    'attacks',
    'seeds',
    'migrations',
    'data',
    'tests',
    'stories',
    'package.json',
    'tsconfig.json',
  ]
  for (const part of [...parts, 'vitest.config.ts', 'vite.config.ts'])
    cpSync(part, join(copy, part), { recursive: true })
  for (const linked of ['node_modules', 'dist']) symlinkSync(resolve(linked), join(copy, linked))
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

test.each(everything ? mutations : sample)(
  'sans sa règle, l’attaque $attack se voit ($file)',
  { timeout: 180_000 },
  async (mutation) => {
    const report = await reportOn(mutation)
    expect(report.numFailedTests).toBeGreaterThan(0)
  },
)

async function reportOn(mutation: Mutation): Promise<{ numFailedTests: number }> {
  const path = join(copy, mutation.file)
  const sound = readFileSync(path, 'utf8')
  if (!sound.includes(mutation.from)) throw new Error(`nothing to take away any more: ${mutation.from}`)
  writeFileSync(path, sound.replaceAll(mutation.from, mutation.to))
  const output = join(copy, 'report.json')
  try {
    await run(
      process.execPath,
      [
        'node_modules/vitest/vitest.mjs',
        'run',
        '--project',
        'attacks',
        mutation.attack,
        '--reporter=json',
        `--outputFile=${output}`,
      ],
      { cwd: copy, env: { ...process.env, VITEST: '', PROOFS: '' } },
    ).catch(() => undefined)
    return JSON.parse(readFileSync(output, 'utf8')) as { numFailedTests: number }
  } finally {
    writeFileSync(path, sound)
    rmSync(output, { force: true })
  }
}
