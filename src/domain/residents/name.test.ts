import * as v from 'valibot'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { firstName, parseFirstName } from './name.form.ts'
import { needsDistinguisher, readFirstName, skeleton } from './name.ts'
import { distinguisherAsked, nameRefusals } from './name.words.ts'

const shown = (typed: string) => {
  const read = readFirstName(typed)
  return read.ok ? read.value : read.reason
}

describe('Le prénom est celui que les voisins emploient', () => {
  test.each(["O'Connor-N'Guyễn", 'Ñ', 'ß', 'Y', 'محمد', 'Анна', '李', 'Zoé 2', "L'Éloïse d’en face"])(
    'on garde « %s » tel quel',
    (name) => expect(shown(name)).toBe(name.normalize('NFC')),
  )

  test('les espaces du bord et du milieu sont remis en ordre', () =>
    expect(shown('  Marie \u00a0 \t Ange ')).toBe('Marie Ange'))

  test('un é en deux morceaux devient un seul é', () => expect(shown('Chloe\u0301')).toBe('Chlo\u00e9'))

  test('ce qui ne se voit pas est retiré : sens d’écriture renversé, espaces sans largeur, moitiés de signes', () =>
    expect(shown('\u202eLu\u200b\u0007ca\ud800s\u2066')).toBe('Lucas'))

  test('du code reste du texte, tel quel', () => {
    expect(shown('<script>alert(1)</script>')).toBe('<script>alert(1)</script>')
    expect(shown("'; DROP TABLE person;--")).toBe("'; DROP TABLE person;--")
    expect(shown('{{7*7}} a')).toBe('{{7*7}} a')
  })

  test.each([
    ['', 'empty'],
    ['   \u00a0 ', 'empty'],
    ['\u200b\u200d\ufeff', 'empty'],
    ['\u3164\u115f', 'empty'],
    ['🙂🙂', 'no-letter'],
    ['1234', 'no-letter'],
    ['x'.repeat(300), 'too-long'],
    ['x'.repeat(41), 'too-long'],
    ['Z' + '\u0310'.repeat(30), 'too-long'],
    ['Lu\0cas', 'unreadable'],
    ['Lucas\r\nBcc: x@y.fr', 'two-lines'],
    ['Lucas\u2028Marie', 'two-lines'],
    ['Lucas\n', 'two-lines'],
  ])('on refuse %j : %s', (typed, reason) => expect(shown(typed)).toBe(reason))

  test('quarante signes tiennent, accents et drapeaux compris', () => {
    expect(shown('é'.normalize('NFD').repeat(40))).toBe('é'.repeat(40))
    expect(readFirstName('a' + '👨‍👩‍👧'.repeat(39)).ok).toBe(true)
  })

  test('un prénom accepté se relit à l’identique, sans signe caché', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        const read = readFirstName(typed)
        if (!read.ok) return
        expect(readFirstName(read.value)).toEqual(read)
        expect(read.value).not.toMatch(/(?!\u200d)[\p{Cc}\p{Cf}\p{Cs}]/u)
      }),
    )
  })
})

describe('Deux prénoms qui se ressemblent doivent se distinguer', () => {
  test.each([
    ['Amina', '\u0391mina', 'un alpha grec'],
    ['Amina', '\u0410mina', 'un A cyrillique'],
    ['Amina', '\u0410m\u0456n\u0430', 'plusieurs lettres cyrilliques'],
    ['Amina', '\uff21mina', 'une lettre pleine chasse'],
    ['Amina', 'AM1NA', 'un chiffre et des capitales'],
    ['Chloé', 'CHLOE', 'des accents'],
    ['Hélène', '\u0397\u00e9l\u00e8ne', 'un êta grec'],
    ['Olga', '0lga', 'un zéro'],
    ['Ella', 'EIIa', 'des I pour des l'],
    ['Carmen', 'Carrnen', 'r et n pour m'],
    ['Weiß', 'WEISS', 'un eszett'],
    ['Marie-Ange', 'Marie Ange', 'un trait d’union'],
    ['Noël', 'Noe\u0308l', 'un tréma en deux morceaux'],
  ])('« %s » et « %s » : %s', (one, other) => {
    expect(skeleton(other)).toBe(skeleton(one))
    expect(needsDistinguisher(other, [skeleton('Paul'), skeleton(one)])).toBe(true)
  })

  test.each([
    ['Amina', 'Amine'],
    ['Lucas', 'Luc'],
    ['Amina', 'Amina K.'],
    ['محمد', 'أحمد'],
    ['Анна', 'Жанна'],
  ])('« %s » et « %s » se distinguent', (one, other) =>
    expect(needsDistinguisher(other, [skeleton(one)])).toBe(false),
  )

  test('la ressemblance ne dépend ni des accents, ni de la casse, ni de la forme des lettres', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzéèçñ -\u0027'), minLength: 1 }),
        (name) => {
          expect(skeleton(name.toUpperCase())).toBe(skeleton(name))
          expect(skeleton(name.normalize('NFD'))).toBe(skeleton(name))
        },
      ),
    )
  })
})

describe('Ce qui arrive d’un téléphone est lu une seule fois', () => {
  test('la phrase à montrer est en français, quoi qu’on envoie', () => {
    for (const sent of [undefined, null, ['a'], { $gt: '' }, 12, NaN, true]) {
      expect(parseFirstName(sent)).toEqual({ ok: false, reason: 'not-text' })
      expect(v.safeParse(firstName, sent).issues?.[0]?.message).toBe(nameRefusals['not-text'])
    }
    expect(v.safeParse(firstName, '🙂').issues?.[0]?.message).toBe(nameRefusals['no-letter'])
    expect(v.safeParse(firstName, ' Zoé ').output).toBe('Zoé')
    expect(parseFirstName(' Zoé ')).toEqual({ ok: true, value: 'Zoé' })
  })

  test('chaque refus a sa phrase, sans mot de machine', () => {
    for (const sentence of [...Object.values(nameRefusals), distinguisherAsked])
      expect(sentence).not.toMatch(/utilisateur|profil|connexion|compte|erreur|formulaire/i)
  })
})
