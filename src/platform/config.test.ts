import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ConfigError, readConfig, readOrCreateKey } from './config.server.ts'
import { settings, settingsTable } from './settings.ts'

const folder = mkdtempSync(join(tmpdir(), 'coopere-config-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('les réglages', () => {
  it('sans aucun réglage, tout a une valeur', () => {
    expect(readConfig({})).toEqual({
      port: 3000,
      host: 'localhost',
      publicUrl: 'http://localhost:3000',
      dataDir: resolve('var'),
      databaseUrl: null,
      smtpUrl: null,
      mailFrom: 'Coop-Ère <bonjour@localhost>',
      keyFile: resolve('var/keys/coopere.key'),
      trustProxy: false,
      logLevel: 'info',
    })
  })

  it('l’adresse publique suit le port, la clé suit le dossier', () => {
    const config = readConfig({ PORT: '8080', DATA_DIR: '/srv/voisins' })
    expect(config.publicUrl).toBe('http://localhost:8080')
    expect(config.keyFile).toBe('/srv/voisins/keys/coopere.key')
  })

  it('un réglage vide vaut pas de réglage', () => {
    expect(readConfig({ PORT: '', SMTP_URL: ' ' })).toEqual(readConfig({}))
  })

  it.each([
    { PORT: '443', HOST: '0.0.0.0', PUBLIC_URL: 'https://voisins.example.org/' },
    { DATABASE_URL: 'postgres://moi:secret@machine:5432/base' },
    { DATABASE_URL: 'postgresql:///coopere?host=/var/run/postgresql' },
    { SMTP_URL: 'smtps://nom:secret@courrier.example.org:465', MAIL_FROM: 'bonjour@example.org' },
    { LOG_LEVEL: 'silent', HOST: '::1' },
  ])('%o convient', (env) => {
    expect(readConfig(env)).toBeDefined()
  })

  it.each([
    ['PORT', 'trois mille'],
    ['PORT', '0'],
    ['PORT', '70000'],
    ['PORT', '3000.5'],
    ['HOST', 'deux mots'],
    ['PUBLIC_URL', 'voisins.example.org'],
    ['PUBLIC_URL', 'ftp://voisins.example.org'],
    ['PUBLIC_URL', 'https://voisins.example.org/site'],
    ['DATABASE_URL', 'mysql://moi:secret@machine/base'],
    ['DATABASE_URL', 'postgres://moi:secret@machine'],
    ['SMTP_URL', 'courrier.example.org'],
    ['SMTP_URL', 'http://courrier.example.org'],
    ['MAIL_FROM', 'Coop-Ère'],
    ['MAIL_FROM', 'a@b.fr\r\nBcc: c@d.fr'],
    ['LOG_LEVEL', 'bavard'],
    ['TRUST_PROXY', 'peut-être'],
  ])('%s ne peut pas valoir « %s », et une phrase le dit', (name, value) => {
    const reading = () => readConfig({ [name]: value })
    expect(reading).toThrow(ConfigError)
    expect(reading).toThrow(new RegExp(`^${name} doit être .*\\.$`))
  })

  it('le secret d’une adresse n’est jamais répété', () => {
    expect(() => readConfig({ DATABASE_URL: 'mysql://moi:sésame@machine/base' })).toThrow(/^(?!.*sésame)/)
    expect(() => readConfig({ SMTP_URL: 'http://moi:sésame@machine' })).toThrow(/^(?!.*sésame)/)
  })
})

describe('la clé des coordonnées', () => {
  it('est tirée au premier départ, pour son propriétaire seul, et relue ensuite', () => {
    const file = join(folder, 'nouveau', 'keys', 'coopere.key')
    const key = readOrCreateKey(file)
    expect(key).toHaveLength(32)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(statSync(join(folder, 'nouveau', 'keys')).mode & 0o777).toBe(0o700)
    expect(statSync(join(folder, 'nouveau')).mode & 0o005).toBe(0o005)
    expect(readOrCreateKey(file)).toEqual(key)
  })

  it('une clé d’une autre taille est refusée et laissée telle quelle', () => {
    const file = join(folder, 'courte.key')
    writeFileSync(file, 'trop courte')
    expect(() => readOrCreateKey(file)).toThrow(/^KEY_FILE doit tenir exactement 32 octets/)
    expect(readFileSync(file, 'utf8')).toBe('trop courte')
  })

  it('un endroit où rien ne peut s’écrire est dit', () => {
    symlinkSync(join(folder, 'nulle-part', 'coopere.key'), join(folder, 'lien.key'))
    expect(() => readOrCreateKey(join(folder, 'lien.key'))).toThrow(/^KEY_FILE ne peut pas être créé/)
    expect(() => readOrCreateKey(folder)).toThrow(/^KEY_FILE ne peut pas être lu/)
  })
})

describe('le tableau des réglages', () => {
  it('nomme chaque réglage une fois', () => {
    const names = settings.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })

  it.runIf(existsSync('README.md'))('se trouve tel quel dans le README', () => {
    expect(readFileSync('README.md', 'utf8')).toContain(settingsTable())
  })
})
