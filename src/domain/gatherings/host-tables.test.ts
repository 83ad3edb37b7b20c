import { expect, test } from 'vitest'
import type { Gathering } from './gathering.ts'
import { canResume } from './resuming.ts'
import { lacksOf, nextToDo, rosterUntil, witnessLack } from './host-tables.ts'

const ready = { contactGiven: true, charterAccepted: true, vouches: 2, vouchedByTeam: true }

test('rien ne manque à qui a deux témoins, dont un du groupe, un moyen de le joindre et la charte', () => {
  expect(lacksOf(ready, 'ordinary')).toEqual([])
})

test('ce qui manque se dit du plus facile au plus long', () => {
  expect(
    lacksOf({ contactGiven: false, charterAccepted: false, vouches: 0, vouchedByTeam: false }, 'ordinary'),
  ).toEqual(['contact', 'charter', 'two-witnesses'])
})

test('deux voisins de foyers différents ne suffisent pas si aucun n’est du groupe d’animation', () => {
  expect(witnessLack({ vouches: 2, vouchedByTeam: false }, 'ordinary')).toBe('team-witness')
  expect(witnessLack({ vouches: 1, vouchedByTeam: false }, 'ordinary')).toBe('team-witness')
  expect(witnessLack({ vouches: 1, vouchedByTeam: true }, 'ordinary')).toBe('one-witness')
})

test('à la table fondatrice, il n’y a pas encore de groupe : deux fondateurs suffisent', () => {
  expect(witnessLack({ vouches: 2, vouchedByTeam: false }, 'founding')).toBeNull()
  expect(witnessLack({ vouches: 1, vouchedByTeam: false }, 'founding')).toBe('one-witness')
})

test('les prénoms d’une table se lisent trente jours', () => {
  expect(rosterUntil(new Date('2026-11-28T10:00:00Z'))).toEqual(new Date('2026-12-28T10:00:00Z'))
})

test('sans date fixée, on commence par en fixer une', () => {
  expect(nextToDo({ offers: 110, quietEntrances: ['Entrée F'], tableAhead: false })).toEqual([
    'pick-a-date',
    'visit-entrances',
  ])
})

test('la date fixée, on passe d’abord où personne n’est encore venu', () => {
  expect(nextToDo({ offers: 110, quietEntrances: ['Entrée F'], tableAhead: true })).toEqual([
    'visit-entrances',
    'one-more-table',
  ])
  expect(nextToDo({ offers: 110, quietEntrances: [], tableAhead: true })).toEqual(['one-more-table'])
})

test('quand chaque entrée est là et que les offres y sont, la place est au café', () => {
  expect(nextToDo({ offers: 203, quietEntrances: [], tableAhead: false })).toEqual(['keep-the-cafe'])
})

test('un hôte assis à la table reprend le pupitre d’une tablette éteinte ; un hôte resté chez lui, non', () => {
  const open: Gathering = {
    sectorId: '1',
    id: 'a',
    kind: 'ordinary',
    hostId: 'nadia',
    companionId: null,
    plannedFor: new Date('2026-11-28T10:00:00Z'),
    place: 'Le banc du cerisier',
    shelter: 'Hall B',
    phase: 'sweep',
    openedAt: new Date('2026-11-28T10:00:00Z'),
    doorOpen: true,
    themePosition: 0,
    themeSince: null,
    catalogueVersion: 'v',
    charterVersion: 'v',
    stateNumber: '1',
  }
  const powers = { host: true, seated: true, companion: false }
  expect(canResume(open, powers).ok).toBe(true)
  expect(canResume(open, { ...powers, seated: false })).toEqual({ ok: false, reason: 'not-at-table' })
  expect(canResume(open, { ...powers, host: false })).toEqual({ ok: false, reason: 'not-host' })
  expect(canResume({ ...open, phase: 'closed' }, powers)).toEqual({ ok: false, reason: 'not-open' })
  expect(canResume({ ...open, kind: 'founding' }, powers)).toEqual({ ok: false, reason: 'not-companion' })
})
