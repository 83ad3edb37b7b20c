import { cpSync, chmodSync, existsSync, lstatSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { canEnter, preferred, readPasswd } from '#platform/postgres/account.server.ts'
import { findBinaries, nativeFolder, packageFor } from '#platform/postgres/binaries.server.ts'
import { namesAStranger, postmasterOf, startOf } from '#platform/postgres/postmaster.server.ts'

const asRoot = process.getuid?.() === 0
const nobody = { uid: 65534, gid: 65534 }
const folder = mkdtempSync(join(tmpdir(), 'coopere-binaires-'))
chmodSync(folder, 0o755)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('les programmes de PostgreSQL', () => {
  it('retrouvent leurs liens quand npm n’a lancé aucun script', () => {
    const native = withoutLinks('sans-liens')
    expect(runs(join(native, 'bin', 'postgres'))).toBe(false)
    const { postgres } = findBinaries(null, join(folder, 'inutile'), native)
    expect(postgres).toBe(join(native, 'bin', 'postgres'))
    expect(runs(postgres)).toBe(true)
    expect(existsSync(join(folder, 'inutile'))).toBe(false)
  })

  it.runIf(asRoot)('sous un dossier fermé, sont copiés là où leur compte peut les lancer', () => {
    const closed = join(folder, 'ferme')
    mkdirSync(closed, { mode: 0o700 })
    const native = withoutLinks('ferme/paquet')
    const mask = process.umask(0o077)
    try {
      mkdirSync(join(folder, 'ailleurs'), { mode: 0o755 })
      chmodSync(join(folder, 'ailleurs'), 0o755)
      const { postgres } = findBinaries(nobody, join(folder, 'ailleurs'), native)
      expect(postgres.startsWith(join(folder, 'ailleurs'))).toBe(true)
      expect(spawnSync(postgres, ['--version'], { ...nobody, cwd: '/' }).status).toBe(0)
      expect(lstatSync(join(dirname(postgres), '..', 'lib', 'libicuuc.so.60')).isSymbolicLink()).toBe(true)
      expect(statSync(join(dirname(postgres), '..', 'share')).mode & 0o005).toBe(0o005)
    } finally {
      process.umask(mask)
    }
  })

  it.each([
    ['win32', 'x64'],
    ['linux', 'riscv64'],
    ['freebsd', 'x64'],
  ])('sur %s-%s, une phrase dit quoi faire', (platform, arch) => {
    expect(() => packageFor(platform, arch)).toThrow(
      `Aucun PostgreSQL n’est fourni pour cette machine (${platform}-${arch}) : installez un serveur PostgreSQL 15 ou plus récent et donnez son adresse dans DATABASE_URL.`,
    )
  })

  it('qui ne tournent pas du tout le disent', () => {
    const native = withoutLinks('abimes')
    rmSync(join(native, 'lib', 'libicudata.so.60.2'))
    expect(() => findBinaries(null, join(folder, 'copie'), native)).toThrow(
      /^Le PostgreSQL fourni ne tourne pas ici/,
    )
  })
})

describe('le compte de PostgreSQL', () => {
  const machine = (...lines: string[]) => readPasswd(['root:x:0:0:root:/root:/bin/bash', ...lines].join('\n'))
  const postgres = 'postgres:x:101:104:PostgreSQL administrator,,,:/var/lib/postgresql:/bin/bash'

  it('est « coopere » quand il existe, sinon celui de la distribution', () => {
    expect(preferred(machine(postgres, 'coopere:x:998:997::/:/usr/sbin/nologin'))).toEqual({
      uid: 998,
      gid: 997,
    })
    expect(preferred(machine(postgres))).toEqual({ uid: 101, gid: 104 })
  })

  it('n’est jamais root, ni inventé', () => {
    expect(preferred(machine('coopere:x:0:0::/:/bin/sh'))).toBe(null)
    expect(preferred(machine())).toBe(null)
  })

  it.runIf(asRoot)('sait s’il peut entrer dans un dossier', () => {
    const closed = join(folder, 'prive')
    mkdirSync(closed, { mode: 0o700 })
    expect(canEnter(nobody, closed)).toBe(false)
    expect(canEnter(nobody, folder)).toBe(true)
    expect(canEnter(null, closed)).toBe(true)
  })
})

describe('postmaster.pid', () => {
  it('absent ou vide, ne nomme personne', () => {
    expect(postmasterOf(folder)).toBe(null)
    expect(namesAStranger(folder)).toBe(false)
  })

  it('un même numéro rendu à un autre programme ne passe pas pour lui', () => {
    expect(startOf(process.pid)).toMatch(/^\d+$/)
    expect(startOf(process.pid)).toBe(startOf(process.pid))
    expect(startOf(4_194_305)).toBe('')
  })
})

function withoutLinks(name: string): string {
  const from = nativeFolder()
  const to = join(folder, name, 'native')
  cpSync(from, to, { recursive: true, filter: (path) => !lstatSync(path).isSymbolicLink() })
  cpSync(join(from, '..', 'package.json'), join(to, '..', 'package.json'))
  return to
}

const runs = (program: string): boolean => spawnSync(program, ['--version']).status === 0
