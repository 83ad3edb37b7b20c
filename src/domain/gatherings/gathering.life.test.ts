import { describe, expect, test } from 'vitest'
import {
  isOverdue,
  longestTable,
  mayGo,
  nextStep,
  phases,
  transitions,
  type Phase,
  type Step,
} from './gathering.life.ts'

describe('La vie d’une table avance d’un pas à la fois', () => {
  test('de l’accueil à la récolte, en passant par chaque thème, et dans cet ordre seulement', () => {
    const walked: string[] = []
    let here: Step | null = { phase: 'welcome', theme: 0 }
    while (here !== null) {
      walked.push(here.phase === 'sweep' ? `sweep ${here.theme}` : here.phase)
      here = nextStep(here, 3)
    }
    expect(walked).toEqual([
      'welcome',
      'rules',
      'sweep 0',
      'sweep 1',
      'sweep 2',
      'review',
      'witness',
      'harvest',
    ])
  })

  test('ouvrir et fermer sont des gestes à part', () => {
    const alone: Phase[] = ['planned', 'approved', 'harvest', 'closed', 'cancelled']
    for (const phase of alone) expect(nextStep({ phase, theme: 0 }, 11)).toBeNull()
  })

  test('rien ne sort d’une table fermée ou annulée', () => {
    for (const to of phases)
      for (const by of ['host', 'companion', 'opener'] as const) {
        expect(mayGo('closed', to, by)).toBe(false)
        expect(mayGo('cancelled', to, by)).toBe(false)
      }
  })

  test('seule la personne qui accompagne dit oui à une table', () => {
    expect(mayGo('planned', 'approved', 'companion')).toBe(true)
    expect(mayGo('planned', 'approved', 'host')).toBe(false)
    expect(mayGo('planned', 'welcome', 'opener')).toBe(false)
  })

  test('une table ouverte ne s’annule plus, et aucun pas n’est sauté', () => {
    for (const from of phases.slice(2)) expect(mayGo(from, 'cancelled', 'host')).toBe(false)
    const order = phases.slice(0, -1)
    for (const one of transitions.filter((t) => t.to !== 'cancelled'))
      expect(order.indexOf(one.to)).toBe(order.indexOf(one.from) + 1)
  })

  test('chaque pas dit en français à quelle condition', () => {
    for (const one of transitions) expect(one.when).toMatch(/\p{L}{2}/u)
  })

  test('une table dure quatre heures au plus', () => {
    const openedAt = new Date('2026-12-12T10:00:00+01:00')
    expect(isOverdue(openedAt, new Date(openedAt.getTime() + longestTable))).toBe(false)
    expect(isOverdue(openedAt, new Date(openedAt.getTime() + longestTable + 1))).toBe(true)
    expect(longestTable).toBe(4 * 3600 * 1000)
  })
})
