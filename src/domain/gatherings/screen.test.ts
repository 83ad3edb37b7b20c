import { describe, expect, it } from 'vitest'
import type { Gathering } from './gathering.ts'
import { leftBehind, nextUnseen, screenOf, type Situation } from './screen.ts'

type Phase = Gathering['phase']
const newcomer = { kind: 'newcomer', state: 'seated', ruleRead: true, reviewDone: false } as const
const fresh = { contact: null, charterAccepted: false }

const at = (phase: Phase, changes: Partial<Situation> = {}): Situation => ({
  gathering: { kind: 'ordinary', phase },
  seat: newcomer,
  me: fresh,
  seen: [],
  ...changes,
})

describe('Ce que montre un téléphone à table', () => {
  it('dit que la porte est refermée à qui n’a plus de place', () => {
    expect(screenOf(at('sweep', { seat: null }), 'cuisine')).toBe('gone')
    expect(screenOf(at('cancelled'), null)).toBe('gone')
  })

  it('fait attendre le oui de l’hôte, quelle que soit l’avancée de la table', () => {
    const waiting = { seat: { ...newcomer, state: 'waiting' as const } }
    expect(screenOf(at('welcome', waiting), null)).toBe('waiting')
    expect(screenOf(at('sweep', waiting), 'jardin')).toBe('waiting')
    expect(screenOf(at('closed', waiting), null)).toBe('gone')
  })

  it('pose le téléphone pendant l’accueil', () => {
    expect(screenOf(at('welcome'), null)).toBe('seated')
  })

  it('explique la règle une fois aux nouveaux, et pas aux voisins déjà inscrits', () => {
    const unread = { ...newcomer, ruleRead: false }
    expect(screenOf(at('rules', { seat: unread }), null)).toBe('rule')
    expect(screenOf(at('rules'), null)).toBe('seated')
    expect(screenOf(at('rules', { seat: { ...unread, kind: 'registered' } }), null)).toBe('seated')
  })

  it('dit d’abord la règle à qui arrive pendant le balayage', () => {
    expect(screenOf(at('sweep', { seat: { ...newcomer, ruleRead: false } }), 'entraide')).toBe('rule')
  })

  it('montre le thème de la table, puis invite à lever la tête après « C’est vu »', () => {
    expect(screenOf(at('sweep'), 'cuisine')).toBe('theme')
    expect(screenOf(at('sweep', { seen: ['cuisine'] }), 'cuisine')).toBe('heads-up')
    expect(screenOf(at('sweep', { seen: ['cuisine'] }), 'jardin')).toBe('theme')
  })

  it('enchaîne mes choix, la façon d’être joint et la charte', () => {
    const reread = { ...newcomer, reviewDone: true }
    expect(screenOf(at('review'), null)).toBe('choices')
    expect(screenOf(at('review', { seat: reread }), null)).toBe('contact')
    expect(screenOf(at('review', { seat: reread, me: { contact: {}, charterAccepted: false } }), null)).toBe(
      'charter',
    )
    expect(screenOf(at('review', { seat: reread, me: { contact: {}, charterAccepted: true } }), null)).toBe(
      'ready',
    )
  })

  it('laisse finir sa relecture à un nouveau pendant que les voisins confirment', () => {
    expect(screenOf(at('witness'), null)).toBe('choices')
    expect(screenOf(at('witness', { seat: { ...newcomer, kind: 'registered' } }), null)).toBe('vouch')
  })

  it('fait se reconnaître les fondateurs entre eux, une fois leur relecture finie', () => {
    const founding = { gathering: { kind: 'founding' as const, phase: 'witness' as const } }
    const finished = { seat: { ...newcomer, reviewDone: true }, me: { contact: {}, charterAccepted: true } }
    expect(screenOf(at('witness', founding), null)).toBe('choices')
    expect(screenOf(at('witness', { ...founding, ...finished }), null)).toBe('vouch')
  })

  it('ne redemande ni contact ni charte à un voisin déjà inscrit', () => {
    const neighbour = { ...newcomer, kind: 'registered', reviewDone: true } as const
    expect(screenOf(at('review', { seat: neighbour }), null)).toBe('ready')
  })

  it('partage la récolte, puis dit que c’est fait', () => {
    expect(screenOf(at('harvest'), null)).toBe('harvest')
    expect(screenOf(at('closed'), null)).toBe('done')
  })
})

describe('Les thèmes à reprendre', () => {
  const themes = ['cuisine', 'bricolage', 'loisirs', 'enfants']

  it('sont ceux que la table a quittés et que la personne n’a pas vus', () => {
    const here = { phase: 'sweep' as const, themePosition: 2 }
    expect(leftBehind(themes, ['bricolage'], here)).toEqual(['cuisine'])
    expect(leftBehind(themes, ['cuisine', 'bricolage'], here)).toEqual([])
  })

  it('sont tous ceux qui manquent une fois le balayage fini', () => {
    expect(leftBehind(themes, ['cuisine'], { phase: 'review', themePosition: 3 })).toEqual([
      'bricolage',
      'loisirs',
      'enfants',
    ])
  })

  it('s’enchaînent à son rythme, jusqu’à ce que tout soit vu', () => {
    expect(nextUnseen(themes, ['cuisine'], 'cuisine')).toBe('bricolage')
    expect(nextUnseen(themes, ['enfants'], 'loisirs')).toBe('cuisine')
    expect(nextUnseen(themes, themes, 'loisirs')).toBeNull()
    expect(nextUnseen(themes, ['cuisine', 'bricolage', 'enfants'], 'loisirs')).toBeNull()
  })
})
