import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { phases } from '#domain/gatherings/gathering.life.ts'

const glossary = readFileSync('GLOSSAIRE.md', 'utf8')
const identifiers = new Set([...glossary.matchAll(/`([a-z -]+)`/g)].map((found) => found[1]))

test('chaque dossier du domaine est un mot du glossaire', () => {
  const folders = readdirSync('src/domain', { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect(folders.map((folder) => folder.name).filter((name) => !identifiers.has(name))).toEqual([])
})

test('chaque étape d’une table est un mot du glossaire', () => {
  expect(phases.filter((phase) => !identifiers.has(phase))).toEqual([])
})
