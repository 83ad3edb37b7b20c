import { describe, expect, it } from 'vitest'
import { behind, finished, heard, type Course } from './course.ts'

const together = (changes: Partial<Course> = {}): Course => ({
  pace: 'together',
  table: 2,
  shown: 2,
  seen: new Set([0, 1]),
  total: 11,
  ...changes,
})

describe('Quand l’hôte passe au thème suivant', () => {
  it('celui qui a fini lève la tête, puis suit', () => {
    const course = together({ seen: new Set([0, 1, 2]) })
    expect(heard(course, 3).move).toEqual({ kind: 'heads-up', left: 2, then: 3 })
  })

  it('celui qui n’a pas fini est prévenu et peut finir d’abord', () => {
    expect(heard(together(), 3).move).toEqual({ kind: 'moving-on', goal: 3 })
  })

  it('rien ne bouge quand la nouvelle ne dit rien de neuf', () => {
    expect(heard(together(), 2).move).toEqual({ kind: 'stay' })
  })

  it('un téléphone resté une minute sans réseau rejoint la table là où elle est', () => {
    const away = together({ seen: new Set([0, 1, 2]) })
    expect(heard(away, 6).move).toEqual({ kind: 'heads-up', left: 5, then: 6 })
    expect(heard(together(), 6).move).toEqual({ kind: 'moving-on', goal: 6 })
  })

  it('après le dernier thème, on quitte le balayage', () => {
    const last = together({ table: 10, shown: 10, seen: new Set([10]) })
    expect(heard(last, null).move).toEqual({ kind: 'heads-up', left: 10, then: 'away' })
    expect(heard({ ...last, seen: new Set() }, null).move).toEqual({ kind: 'moving-on', goal: 'away' })
  })

  it('celui qui va à son rythme n’est pas dérangé', () => {
    const own = together({ pace: 'own', shown: 7 })
    const after = heard(own, 3)
    expect(after.move).toEqual({ kind: 'stay' })
    expect(after.course.table).toBe(3)
  })
})

describe('Après « C’est vu »', () => {
  it('on lève la tête en attendant la table', () => {
    expect(finished(together()).move).toEqual({ kind: 'heads-up', left: 2, then: null })
  })

  it('celui qui finissait rejoint le thème de la table', () => {
    expect(finished(together({ table: 4 })).move).toEqual({ kind: 'show', goal: 4 })
    expect(finished(together({ table: null })).move).toEqual({ kind: 'show', goal: 'away' })
  })

  it('à son rythme, on continue par les thèmes pas encore vus', () => {
    const own = together({ pace: 'own', shown: 10, seen: new Set([0, 2]) })
    expect(finished(own).move).toEqual({ kind: 'show', goal: 1 })
  })

  it('à son rythme, une fois tout vu, on retrouve la table', () => {
    const own = together({ pace: 'own', total: 3, shown: 1, seen: new Set([0, 2]) })
    expect(finished(own)).toMatchObject({
      course: { pace: 'together' },
      move: { kind: 'heads-up', then: null },
    })
    expect(finished({ ...own, table: null }).move).toEqual({ kind: 'show', goal: 'away' })
  })
})

describe('Les thèmes à reprendre', () => {
  it('sont ceux que la table a quittés sans vous', () => {
    expect(behind(together({ table: 4, seen: new Set([0, 2]) }))).toBe(2)
    expect(behind(together({ table: null, seen: new Set([0, 2]), total: 3 }))).toBe(1)
  })
})
