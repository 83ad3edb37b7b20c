import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

// The real script in a small project, with an npm and an apt-get that only write down what they are asked.
let project: string

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'coopere-preparer-'))
  for (const folder of ['scripts', 'src', 'programmes']) mkdirSync(join(project, folder))
  cpSync('scripts/prepare.mjs', join(project, 'scripts', 'prepare.mjs'))
  write('package-lock.json', '{}')
  write('src/main.ts', 'export {}')
  write('npm.mjs', note('npm', "if (process.argv[2] === 'run' && process.env.BUILD_FAILS) process.exit(1)"))
  program('apt-get', `#!/bin/sh\necho "apt-get $*" >> ${join(project, 'asked')}\n`)
})
afterEach(() => rmSync(project, { recursive: true }))

describe('préparer', () => {
  it('installe et construit la première fois, et plus rien tant que rien ne change', () => {
    expect(prepare().asked).toEqual([install, build])
    expect(prepare().asked).toEqual([])
  })

  it('ne reconstruit que si les sources changent, et réinstalle si le verrou change', () => {
    prepare()
    write('src/main.ts', 'export const more = 1')
    expect(prepare().asked).toEqual([build])
    write('package-lock.json', '{"lockfileVersion":3}')
    expect(prepare().asked).toEqual([install, build])
  })

  it('n’oublie pas une construction qui n’a pas abouti, même si les sources reviennent', () => {
    prepare()
    write('src/main.ts', 'export const more = 1')
    const cut = prepare([], { BUILD_FAILS: '1' })
    expect(cut.status).toBe(1)
    expect(cut.said).toContain('La construction du site n’a pas abouti')
    write('src/main.ts', 'export {}')
    expect(prepare().asked).toEqual([build])
  })

  it('avec --no-build, ne fait qu’installer', () => {
    expect(prepare(['--no-build']).asked).toEqual([install])
    expect(existsSync(join(project, 'dist'))).toBe(false)
  })

  it('sur une machine inconnue, une phrase dit d’installer Node 24', () => {
    const elsewhere = `--import=data:text/javascript,Object.defineProperty(process,'arch',{value:'ppc64'});Object.defineProperty(process.versions,'node',{value:'20.19.0'})`
    const run = prepare([], { NODE_OPTIONS: elsewhere })
    expect(run.status).toBe(1)
    expect(run.said.trim()).toBe(
      `Node 24 n’est pas fourni pour cette machine (${process.platform}-ppc64) : installez Node 24, puis relancez.`,
    )
    expect(run.asked).toEqual([])
  })
})

describe('préparer les tests', () => {
  it('ne demande rien quand le navigateur et les outils sont là', () => {
    program('chromium')
    program('pdfinfo')
    expect(prepare(['--tests']).asked).toEqual([install, build])
  })

  it('CHROME_PATH tient lieu de Chromium, et doit mener quelque part', () => {
    program('pdfinfo')
    const given = program('mon-chrome')
    expect(prepare(['--tests'], { CHROME_PATH: given }).asked).toEqual([install, build])
    const lost = prepare(['--tests'], { CHROME_PATH: '/nulle/part' })
    expect(lost.status).toBe(1)
    expect(lost.said.trim()).toBe('CHROME_PATH ne mène à aucun programme : /nulle/part.')
  })

  it.runIf(process.getuid?.() === 0)('root installe ce qui manque par apt', () => {
    program('chromium')
    expect(prepare(['--tests']).asked).toEqual([
      install,
      build,
      'apt-get update',
      'apt-get install -y poppler-utils',
    ])
  })

  it('sans apt, une phrase dit ce qui manque', () => {
    rmSync(join(project, 'programmes', 'apt-get'))
    const run = prepare(['--tests'])
    expect(run.status).toBe(1)
    expect(run.said).toContain(
      'Les tests ont besoin de Chromium : installez-le, ou donnez son chemin dans CHROME_PATH.',
    )
  })
})

const install = 'npm ci --include=dev --ignore-scripts --no-audit --no-fund --loglevel=error'
const build = 'npm run build --silent'

function prepare(flags: string[] = [], env: Record<string, string> = {}) {
  const asked = join(project, 'asked')
  rmSync(asked, { force: true })
  const run = spawnSync(process.execPath, [join(project, 'scripts', 'prepare.mjs'), ...flags], {
    encoding: 'utf8',
    env: { PATH: join(project, 'programmes'), npm_execpath: join(project, 'npm.mjs'), ...env },
  })
  const lines = existsSync(asked) ? readFileSync(asked, 'utf8').trim().split('\n') : []
  return { status: run.status, said: run.stderr, asked: lines }
}

const write = (path: string, text: string): void => writeFileSync(join(project, path), text)

function program(name: string, text = '#!/bin/sh\n'): string {
  const file = join(project, 'programmes', name)
  writeFileSync(file, text)
  chmodSync(file, 0o755)
  return file
}

const note = (name: string, then: string): string => `
import { appendFileSync, mkdirSync } from 'node:fs'
appendFileSync('asked', \`${name} \${process.argv.slice(2).join(' ')}\\n\`)
mkdirSync('node_modules', { recursive: true })
${then}
`
