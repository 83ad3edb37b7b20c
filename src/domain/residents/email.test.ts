import { describe, expect, test } from 'vitest'
import { emailKey, longestEmail, readEmail } from './email.ts'

const email = (typed: string) => {
  const read = readEmail(typed)
  return read.ok ? read.value : read.reason
}

describe('Une adresse e-mail est gardée comme son propriétaire l’écrit', () => {
  const ofLength = (length: number) =>
    `${'a'.repeat(64)}@${['b'.repeat(63), 'c'.repeat(63), 'd'.repeat(63)].join('.').slice(0, length - 64 - 1 - 3)}.fr`

  test.each([
    ['nadia@exemple.fr', 'nadia@exemple.fr'],
    ['nadia+coopere@exemple.fr', 'nadia+coopere@exemple.fr'],
    ['Nadia.B@Exemple.FR', 'Nadia.B@Exemple.FR'],
    ["o'connor@exemple.fr", "o'connor@exemple.fr"],
    ['nadia@café-du-coin.fr', 'nadia@café-du-coin.fr'],
    ['nadia@موقع.وزارة-الاتصالات.مصر', 'nadia@موقع.وزارة-الاتصالات.مصر'],
    ['nadia@exemple.fr.', 'nadia@exemple.fr'],
    ['  nadia@exemple.fr \u00a0', 'nadia@exemple.fr'],
    ['nadia@exemple.fr\u200b', 'nadia@exemple.fr'],
    [ofLength(254), ofLength(254)],
  ])('on garde « %s »', (typed, kept) => expect(email(typed)).toBe(kept))

  test.each([
    ['', 'email-missing'],
    [ofLength(255), 'email-too-long'],
    [`${'a'.repeat(65)}@exemple.fr`, 'email-too-long'],
    ['a@localhost', 'email-no-domain'],
    ['a@exemple', 'email-no-domain'],
    ['a@127.0.0.1', 'email-no-domain'],
    ['a@[127.0.0.1]', 'email-no-domain'],
    ['a@0x7f.1', 'email-no-domain'],
    ['a@exemple..fr', 'email-no-domain'],
    ['a@-exemple.fr', 'email-no-domain'],
    ['a@exemple.fr/chemin', 'email-no-domain'],
    ['a@exemple.fr:25', 'email-no-domain'],
    ['a@exem ple.fr', 'email-no-domain'],
    ['exemple.fr', 'email-no-at'],
    ['@exemple.fr', 'email-no-at'],
    ['a@b@exemple.fr', 'email-unreadable'],
    ['a b@exemple.fr', 'email-unreadable'],
    ['.a@exemple.fr', 'email-unreadable'],
    ['a..b@exemple.fr', 'email-unreadable'],
    ['"a b"@exemple.fr', 'email-unreadable'],
    ['<a@exemple.fr>', 'email-unreadable'],
    ['éloïse@exemple.fr', 'email-unreadable'],
    ['a@b.fr\r\nBcc: x@y.fr', 'email-unreadable'],
    ['a@exemple.fr\n', 'email-unreadable'],
    ['a\0@exemple.fr', 'email-unreadable'],
  ])('on refuse %j : %s', (typed, reason) => expect(email(typed)).toBe(reason))

  test('la plus longue adresse compte 254 signes', () => {
    expect(ofLength(254)).toHaveLength(longestEmail)
    expect(ofLength(255)).toHaveLength(longestEmail + 1)
  })

  test('deux écritures d’une même adresse ont la même clé', () => {
    expect(emailKey('Nadia@Café.FR')).toBe(emailKey('nadia@xn--caf-dma.fr'))
    expect(emailKey('nadia+a@exemple.fr')).not.toBe(emailKey('nadia@exemple.fr'))
  })
})
