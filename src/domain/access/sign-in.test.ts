import fc from 'fast-check'
import { expect, test } from 'vitest'
import { judgeCode, MOST_TRIES, type SignInRequest } from './sign-in.ts'

const now = new Date('2026-11-28T10:00:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const request = (changes: Partial<SignInRequest> = {}): SignInRequest => ({
  id: 'demande',
  accountId: 'boîte de Paul',
  codeHash: Buffer.alloc(32),
  tries: 0,
  expiresAt: later(10),
  usedAt: null,
  ...changes,
})
const reason = (asked: SignInRequest | null, isSameCode = true, at = now) => {
  const judged = judgeCode(asked, isSameCode, at)
  return judged.ok ? 'entré' : judged.reason
}

test('le bon code, dans les dix minutes, laisse entrer', () => {
  expect(reason(request())).toBe('entré')
  expect(reason(request(), true, later(9.9))).toBe('entré')
})

test('un autre appareil, un code déjà servi, trop vieux ou trop essayé : chacun a sa raison', () => {
  expect(reason(null)).toBe('other-browser')
  expect(reason(request({ usedAt: now }))).toBe('used')
  expect(reason(request(), true, later(10))).toBe('too-late')
  expect(reason(request({ tries: MOST_TRIES }))).toBe('too-many-tries')
  expect(reason(request(), false)).toBe('wrong-code')
})

test('une adresse inconnue et un mauvais code reçoivent toujours la même réponse', () => {
  fc.assert(
    fc.property(fc.nat(8), fc.integer({ min: -5, max: 15 }), fc.boolean(), (tries, minutes, wasUsed) => {
      const asked = request({ tries, usedAt: wasUsed ? now : null })
      const unknown = { ...asked, accountId: null }
      const at = later(minutes)
      return (
        reason(asked, false, at) === reason(unknown, false, at) &&
        reason(unknown, true, at) === reason(unknown, false, at)
      )
    }),
  )
})
