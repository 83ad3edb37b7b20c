import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseContact } from './contact.form.ts'
import { contactWays, fieldOf } from './contact.ts'
import { contactRefusals, wayWords } from './contact.words.ts'

describe('Chacun choisit comment on lui fait signe', () => {
  test('sans téléphone ni e-mail, on est habitant à part entière', () => {
    expect(parseContact({ way: 'mot' })).toEqual({
      ok: true,
      value: { way: 'mot', phone: null, email: null },
    })
    expect(parseContact({ way: 'voisin', phone: '', email: ' ' })).toEqual({
      ok: true,
      value: { way: 'voisin', phone: null, email: null },
    })
  })

  test('chaque façon demande ce qu’il lui faut, et rien d’autre', () => {
    expect(parseContact({ way: 'message', phone: '0612345678' })).toEqual({
      ok: true,
      value: { way: 'message', phone: '+33612345678', email: null },
    })
    expect(parseContact({ way: 'appel' })).toEqual({ ok: false, reason: 'phone-missing' })
    expect(parseContact({ way: 'email', phone: '0612345678' })).toEqual({
      ok: false,
      reason: 'email-missing',
    })
    expect(parseContact({ way: 'email', email: 'a@exemple.fr', phone: '06' })).toEqual({
      ok: false,
      reason: 'phone-too-short',
    })
  })

  test('ce qui n’est pas une ligne de texte compte comme laissé vide', () => {
    for (const odd of [['mot'], { $gt: '' }, 1e309, NaN, -0, null, true])
      expect(parseContact({ way: odd })).toEqual({ ok: false, reason: 'no-way' })
    expect(parseContact({ way: 'appel', phone: ['06 12 34 56 78'] })).toEqual({
      ok: false,
      reason: 'phone-missing',
    })
    for (const odd of [undefined, null, 'mot', [], 12, NaN])
      expect(parseContact(odd)).toEqual({ ok: false, reason: 'no-way' })
  })

  test('ce qu’on glisse en plus est laissé de côté', () => {
    const sent: unknown = JSON.parse(
      '{"way":"mot","role":"companion","state":"registered","__proto__":{"way":"email","polluted":1},"constructor":{"prototype":{"polluted":1}}}',
    )
    expect(parseContact(sent)).toEqual({ ok: true, value: { way: 'mot', phone: null, email: null } })
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  test('chaque façon a son mot, chaque refus sa phrase et sa place', () => {
    expect(Object.keys(wayWords)).toEqual([...contactWays])
    expect(Object.keys(fieldOf).sort()).toEqual(Object.keys(contactRefusals).sort())
    for (const sentence of Object.values(contactRefusals))
      expect(sentence).not.toMatch(/utilisateur|profil|connexion|compte|erreur|formulaire/i)
  })

  test('rien de ce qu’on envoie ne fait trébucher la lecture', () => {
    fc.assert(
      fc.property(
        fc.record({
          way: fc.oneof(fc.constantFrom(...contactWays), fc.anything()),
          phone: fc.oneof(fc.string({ unit: 'binary' }), fc.anything()),
          email: fc.oneof(fc.emailAddress(), fc.string({ unit: 'binary' }), fc.anything()),
        }),
        (sent) => {
          const read = parseContact(sent)
          if (!read.ok) expect(contactRefusals[read.reason]).toBeTruthy()
        },
      ),
    )
  })
})
