import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPhone } from './phone.ts'

const phone = (typed: string) => {
  const read = readPhone(typed)
  return read.ok ? read.value : read.reason
}

describe('Un numéro de téléphone s’écrit comme on le dit', () => {
  test.each([
    ['06 12 34 56 78', '+33612345678'],
    ['06.12.34.56.78', '+33612345678'],
    ['06-12-34-56-78', '+33612345678'],
    ['06\u00a012\u202f34 56 78', '+33612345678'],
    ['06\u201012\u201334\u22125678', '+33612345678'],
    ['+33612345678', '+33612345678'],
    ['+33 6 12 34 56 78', '+33612345678'],
    ['+33 (0)6 12 34 56 78', '+33612345678'],
    ['+33 06 12 34 56 78', '+33612345678'],
    ['0033612345678', '+33612345678'],
    ['00 33 6 12 34 56 78', '+33612345678'],
    ['(0)6 12 34 56 78', '+33612345678'],
    ['٠٦ ١٢ ٣٤ ٥٦ ٧٨', '+33612345678'],
    ['۰۶ ۱۲ ۳۴ ۵۶ ۷۸', '+33612345678'],
    ['\uff10\uff16 12 34 56 78', '+33612345678'],
    ['\u202a06 12 34 56 78\u202c', '+33612345678'],
    ['01 69 20 30 40', '+33169203040'],
    ['09 72 12 34 56', '+33972123456'],
    ['+590 690 12 34 56', '+590690123456'],
    ['0690 12 34 56', '+590690123456'],
    ['0262 12 34 56', '+262262123456'],
    ['+596 (0)696 12 34 56', '+596696123456'],
    ['+32 470 12 34 56', '+32470123456'],
    ['+1 (514) 555-0123', '+15145550123'],
  ])('« %s » devient %s', (typed, kept) => expect(phone(typed)).toBe(kept))

  test.each([
    ['', 'phone-missing'],
    ['   ', 'phone-missing'],
    ['612345678', 'phone-too-short'],
    ['06 12 34 56 7', 'phone-too-short'],
    ['06 12 34 56 78 9', 'phone-too-long'],
    ['+33 6 12 34 56 7', 'phone-too-short'],
    ['+336123456789', 'phone-too-long'],
    ['+12345678', 'phone-too-short'],
    ['+1234567890123456', 'phone-too-long'],
    ['+0 612 345 678', 'phone-unreadable'],
    ['00 12 34 56 78', 'phone-too-short'],
    ['zéro six douze', 'phone-unreadable'],
    ['06 12 34 56 78 (le soir)', 'phone-unreadable'],
    ['06 12 34\r\n56 78', 'phone-unreadable'],
    ['06 12 34 56 78\0', 'phone-unreadable'],
    ['0 892 70 12 34', 'phone-special'],
    ['0800 12 34 56', 'phone-special'],
    ['1'.repeat(80), 'phone-too-long'],
  ])('on refuse %j : %s', (typed, reason) => expect(phone(typed)).toBe(reason))

  test('un numéro gardé se relit à l’identique', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789+ .-()٠٦') }), (typed) => {
        const read = readPhone(typed)
        if (!read.ok) return
        expect(read.value).toMatch(/^\+[1-9]\d{8,14}$/)
        expect(readPhone(read.value)).toEqual(read)
      }),
    )
  })
})
