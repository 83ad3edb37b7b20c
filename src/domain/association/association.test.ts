import { describe, expect, it } from 'vitest'
import { readStart } from './association.form.ts'
import { followLink, mayRemove, mayTakeAPlace, type House } from './association.ts'
import { startProblem } from './association.words.ts'
import { parsePlace } from './place.form.ts'

const now = new Date('2026-11-24T11:00:00Z')
const hoursAgo = (hours: number): Date => new Date(now.getTime() - hours * 3_600_000)
const real: House = { name: 'Coop-Ère Massy', demonstration: false, sectors: 1 }
const trial: House = { name: 'Pour essayer', demonstration: true, sectors: 1 }

describe('le lien d’installation', () => {
  const link = { createdAt: hoursAgo(2), usedAt: null }

  it('s’ouvre une fois, dans la journée, tant que personne n’est là', () => {
    expect(followLink(link, null, now)).toEqual({ ok: true, value: null })
    expect(followLink(null, null, now)).toMatchObject({ reason: 'unknown-link' })
    expect(followLink({ ...link, usedAt: hoursAgo(1) }, null, now)).toMatchObject({ reason: 'used-link' })
    expect(followLink({ ...link, createdAt: hoursAgo(24) }, null, now)).toMatchObject({ reason: 'old-link' })
    expect(followLink({ ...link, createdAt: hoursAgo(23.99) }, null, now).ok).toBe(true)
  })

  it('ne vaut rien chez une vraie association, et mène à la démonstration quand il n’y a qu’elle', () => {
    expect(followLink(link, real, now)).toMatchObject({ reason: 'already-installed' })
    expect(followLink(link, trial, now).ok).toBe(true)
  })
})

describe('la démonstration', () => {
  it('s’enlève d’un clic ; une vraie association, jamais', () => {
    expect(mayRemove(trial).ok).toBe(true)
    expect(mayRemove(real)).toMatchObject({ reason: 'no-demonstration' })
    expect(mayRemove(null)).toMatchObject({ reason: 'no-demonstration' })
  })

  it('laisse prendre la place de quelqu’un tant qu’elle est seule', () => {
    expect(mayTakeAPlace(trial).ok).toBe(true)
    expect(mayTakeAPlace({ ...trial, sectors: 2 })).toMatchObject({ reason: 'not-alone' })
    expect(mayTakeAPlace({ ...trial, sectors: 0 })).toMatchObject({ reason: 'not-alone' })
    expect(mayTakeAPlace(real)).toMatchObject({ reason: 'no-demonstration' })
    expect(mayTakeAPlace(null)).toMatchObject({ reason: 'no-demonstration' })
  })

  it('reconnaît la place demandée, et rien d’autre', () => {
    const id = '01a20d6b-7652-7d4e-bf90-c0ebc36ed9d2'
    expect(parsePlace({ place: `voisin:${id}` })).toEqual({ kind: 'neighbour', id })
    expect(parsePlace({ place: `association:${id}` })).toEqual({ kind: 'companion', id })
    for (const place of ['', id, `admin:${id}`, `voisin:${id}'`, ['voisin'], null])
      expect(parsePlace({ place })).toBeNull()
  })
})

describe('commencer pour de vrai', () => {
  const typed = { association: ' Les voisins  du Four ', prenom: 'Zoé', adresse: ' zoe@exemple.fr ' }

  it('demande un nom, un prénom et une adresse', () => {
    expect(readStart(typed).start).toEqual({
      associationName: 'Les voisins du Four',
      companionName: 'Zoé',
      companionEmail: 'zoe@exemple.fr',
    })
  })

  it('garde ce qui est tapé et dit ce qui coince, champ par champ', () => {
    const read = readStart({ association: '', prenom: 'Z'.repeat(41), adresse: 'zoe@exemple' })
    expect(read.start).toBeNull()
    expect(read.typed).toEqual({
      associationName: '',
      companionName: 'Z'.repeat(41),
      companionEmail: 'zoe@exemple',
    })
    expect(read.problems).toEqual({
      associationName: 'empty',
      companionName: 'too-long',
      companionEmail: 'not-an-address',
    })
  })

  it.each([
    { adresse: 'a@b.fr\r\nBcc: x@y.fr' },
    { adresse: ['a@b.fr'] },
    { prenom: '\u200b' },
    { association: { $gt: '' } },
  ])('refuse %j', (changes) => {
    expect(readStart({ ...typed, ...changes }).start).toBeNull()
  })

  it('a une phrase pour chaque façon de coincer', () => {
    for (const field of ['associationName', 'companionName', 'companionEmail'] as const)
      for (const problem of ['empty', 'too-long', 'unreadable', 'not-an-address'] as const)
        expect(startProblem(field, problem).length).toBeGreaterThan(15)
  })
})
