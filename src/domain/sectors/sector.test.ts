import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dwellingsOf, planSector, slugFor, type SectorPlan } from './sector.ts'

const cerisier = (dwellings: number[], sizeReason: string | null = null): SectorPlan => ({
  name: 'Le Cerisier',
  commune: 'Montreuil',
  sizeReason,
  entrances: dwellings.map((count, index) => ({ name: `Entrée ${index + 1}`, dwellings: count })),
})
const reasonOf = (plan: SectorPlan): string => {
  const answer = planSector(plan)
  return answer.ok ? 'ok' : answer.reason
}

describe('un secteur', () => {
  it('compte de 100 à 500 logements', () => {
    expect(reasonOf(cerisier([50, 50]))).toBe('ok')
    expect(reasonOf(cerisier([250, 250]))).toBe('ok')
    expect(reasonOf(cerisier([50, 49]))).toBe('too-few-dwellings')
    expect(reasonOf(cerisier([250, 251]))).toBe('too-many-dwellings')
  })

  it('peut être plus petit ou plus grand si l’on écrit pourquoi', () => {
    expect(reasonOf(cerisier([40], 'Un hameau isolé, seul au bout de la route.'))).toBe('ok')
    expect(reasonOf(cerisier([500, 20], 'Deux tours autour de la même cour.'))).toBe('ok')
    expect(reasonOf(cerisier([40], 'petit'))).toBe('reason-too-short')
    expect(reasonOf(cerisier([40], '            '))).toBe('reason-too-short')
  })

  it('ne garde pas de raison quand il n’en faut pas', () => {
    const answer = planSector(cerisier([120], 'Une raison écrite pour rien.'))
    expect(answer).toMatchObject({ ok: true, value: { sizeReason: null } })
  })

  it('a de 1 à 80 entrées, toutes différentes', () => {
    expect(reasonOf(cerisier([]))).toBe('no-entrance')
    expect(reasonOf(cerisier(Array.from({ length: 80 }, () => 2)))).toBe('ok')
    expect(reasonOf(cerisier(Array.from({ length: 81 }, () => 2)))).toBe('too-many-entrances')
    const twins = [
      { name: 'Entrée É', dwellings: 60 },
      { name: 'entrée  e\u0301', dwellings: 60 },
    ]
    expect(reasonOf({ ...cerisier([]), entrances: twins })).toBe('same-entrance-twice')
  })

  it('s’ouvre pour toute taille dès qu’une phrase l’explique, et jamais sans', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 80 }), (counts) => {
        const total = dwellingsOf(cerisier(counts).entrances)
        expect(planSector(cerisier(counts)).ok).toBe(total >= 100 && total <= 500)
        expect(planSector(cerisier(counts, 'Parce que le lieu est ainsi fait.')).ok).toBe(true)
      }),
    )
  })
})

describe('l’adresse d’un secteur', () => {
  it('se lit sans accent', () => {
    expect(slugFor('Le Cerisier', new Set())).toBe('le-cerisier')
    expect(slugFor('Cœur d’Îlot — Ærø', new Set())).toBe('coeur-d-ilot-aero')
    expect(slugFor('L’Haÿ-les-Roses / 2ᵉ', new Set())).toBe('l-hay-les-roses-2')
  })

  it('prend un numéro quand elle est déjà prise', () => {
    expect(slugFor('Le Cerisier', new Set(['le-cerisier']))).toBe('le-cerisier-2')
    expect(slugFor('Le Cerisier', new Set(['le-cerisier', 'le-cerisier-2']))).toBe('le-cerisier-3')
  })

  it('existe même pour un nom dans une autre écriture', () => {
    expect(slugFor('櫻桃', new Set())).toBe('secteur')
    expect(slugFor('櫻桃', new Set(['secteur']))).toBe('secteur-2')
  })

  it('ne contient que des lettres simples, des chiffres et des traits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (name) => {
        expect(slugFor(name, new Set())).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      }),
    )
  })
})
