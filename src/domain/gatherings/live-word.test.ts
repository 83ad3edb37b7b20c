import { createHmac, timingSafeEqual } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import text from '../../../data/words.txt?raw'
import { accepts, acceptsToken, asTyped, tokenAt, wordAt, type DoorKey } from './live-word.ts'

const words = text.trim().split('\n')
const door = (secret: string): DoorKey => ({
  words,
  mac: (message) => createHmac('sha256', secret).update(message).digest(),
  equals: timingSafeEqual,
})
const nadias = door('la table de Nadia')
const minute = Date.UTC(2026, 11, 12, 10, 0, 0)
const at = (seconds: number) => new Date(minute + seconds * 1000)
const onScreen = (key: DoorKey, now: Date) => {
  const { word, digits } = wordAt(key, now)
  return word + digits
}

describe('La liste des mots', () => {
  test('en compte au moins 2048, tous différents, de 4 à 8 lettres sans accent', () => {
    expect(words.length).toBeGreaterThanOrEqual(2048)
    expect(new Set(words).size).toBe(words.length)
    for (const word of words) expect(word).toMatch(/^[a-z]{4,8}$/)
  })

  test('ne contient pas deux mots à une lettre près, ni un mot et son pluriel', () => {
    const alike = new Map<string, string[]>()
    for (const word of words) {
      const said = asTyped(word)
      const near = new Set([said])
      for (let i = 0; i < said.length; i++) {
        near.add(said.slice(0, i) + said.slice(i + 1))
        near.add(`${said.slice(0, i)}?${said.slice(i + 1)}`)
      }
      for (const key of near) alike.set(key, [...(alike.get(key) ?? []), said])
    }
    const pairs = [...alike.values()].flatMap((near) =>
      near.flatMap((one, i) => near.slice(i + 1).map((other) => [one, other] as const)),
    )
    // Deux lettres ôtées à deux endroits différents peuvent se rejoindre : ces mots-là diffèrent bien de deux lettres.
    expect(pairs.filter((pair) => distance(...pair) < 2)).toEqual([])
  })

  test('est rangée dans l’ordre, pour que l’on voie ce qui change', () =>
    expect(words).toEqual([...words].sort()))
})

describe('Le mot vivant change chaque minute', () => {
  test('il vit soixante secondes à l’écran, et le temps qui reste se voit', () => {
    expect(wordAt(nadias, at(0)).untilSeconds).toBe(60)
    expect(wordAt(nadias, at(59.5)).untilSeconds).toBe(1)
    expect(onScreen(nadias, at(59.9))).toBe(onScreen(nadias, at(0)))
    expect(onScreen(nadias, at(60))).not.toBe(onScreen(nadias, at(0)))
    expect(wordAt(nadias, at(0)).digits).toMatch(/^\d\d$/)
    expect(words).toContain(wordAt(nadias, at(0)).word)
  })

  test('il reste bon une minute de plus, puis ne l’est plus jamais', () => {
    const word = onScreen(nadias, at(0))
    for (const seconds of [0, 30, 60, 119.999]) expect(accepts(nadias, word, at(seconds))).toBe(true)
    for (const seconds of [-0.001, 120, 121, 600, 86_400])
      expect(accepts(nadias, word, at(seconds))).toBe(false)
  })

  test('celui d’une autre table n’ouvre pas celle-ci', () =>
    expect(accepts(nadias, onScreen(door('une autre table'), at(0)), at(0))).toBe(false))

  test('on le tape comme on peut', () => {
    const kiwi: DoorKey = { ...nadias, words: ['kiwi'], mac: () => Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 10) }
    for (const typed of [
      'KIWI10',
      'kiwi 10',
      'Kiwi-10',
      ' k i w i  1 0 ',
      'k1wi 10',
      'KIWI IO',
      'kiwi lo',
      'kîwi 10',
    ])
      expect(accepts(kiwi, typed, at(0)), typed).toBe(true)
    for (const typed of ['\uff2b\uff29\uff37\uff29 \uff11\uff10', 'kiwi ١٠', 'ki\u200bwi 10'])
      expect(accepts(kiwi, typed, at(0)), typed).toBe(true)
    for (const typed of ['kiwi', '10', '', 'kiwi 11', 'kiwis 10', 'kiwi 10 kiwi 10', 'x'.repeat(5000)])
      expect(accepts(kiwi, typed, at(0)), typed).toBe(false)
  })

  test('dix mille essais au hasard n’ouvrent presque jamais : le mot porte deux chiffres', () => {
    const target = onScreen(nadias, at(0))
    expect(words.length * 100).toBeGreaterThan(200_000)
    const wrong = Array.from({ length: 10_000 }, (_, i) => `${words[i % words.length] ?? ''}${i % 100}`)
    expect(
      wrong.filter((typed) => asTyped(typed) !== asTyped(target) && accepts(nadias, typed, at(30))),
    ).toEqual([])
  })

  test('sur une heure, toutes les minutes ont leur mot', () => {
    const seen = new Set(Array.from({ length: 60 }, (_, i) => onScreen(nadias, at(60 * i))))
    expect(seen.size).toBeGreaterThanOrEqual(59)
  })
})

describe('Le carré à photographier suit la même horloge', () => {
  const token = tokenAt(nadias, at(0))

  test('une photo vaut deux minutes au plus, et rien après', () => {
    for (const seconds of [0, 59.999, 60, 119.999])
      expect(acceptsToken(nadias, token, at(seconds))).toBe(true)
    for (const seconds of [-0.001, 120, 121, 3600])
      expect(acceptsToken(nadias, token, at(seconds))).toBe(false)
  })

  test('il porte quatre-vingts bits que seule la table connaît', () => {
    expect(token).toMatch(/^[0-9A-F]{28}$/)
    expect(acceptsToken(door('une autre table'), token, at(0))).toBe(false)
    expect(acceptsToken(nadias, tokenAt(door('une autre table'), at(0)), at(0))).toBe(false)
  })

  test('un carré arrangé, coupé ou rallongé est refusé', () => {
    for (let i = 0; i < token.length; i++) {
      const bent = token.slice(0, i) + (token[i] === '0' ? '1' : '0') + token.slice(i + 1)
      expect(acceptsToken(nadias, bent, at(0))).toBe(false)
    }
    for (const odd of ['', token.slice(1), `${token}0`, token.toLowerCase(), `${token} `, 'é'.repeat(28)])
      expect(acceptsToken(nadias, odd, at(0))).toBe(false)
    fc.assert(fc.property(fc.string(), (odd) => odd === token || !acceptsToken(nadias, odd, at(0))))
  })
})

function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, i) => i)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++)
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1),
        ),
      )
    row = next
  }
  return row[other.length] ?? 0
}
