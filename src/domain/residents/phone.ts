import { ok, refused, type Result } from '#platform/result.ts'
import { hasLineBreak, hasNul, latinDigits, tidy } from './writing.ts'

export type PhoneRefusal =
  'phone-missing' | 'phone-unreadable' | 'phone-too-short' | 'phone-too-long' | 'phone-special'

// Overseas numbers are typed like those of France, and dialled with a code of their own.
const overseas: Readonly<Record<string, string>> = {
  '590': '590',
  '690': '590',
  '691': '590',
  '594': '594',
  '694': '594',
  '596': '596',
  '696': '596',
  '697': '596',
  '262': '262',
  '263': '262',
  '269': '262',
  '639': '262',
  '692': '262',
  '693': '262',
}

/** A telephone number as people write it, in the form every network understands: « +33612345678 ». */
export function readPhone(typed: string): Result<string, PhoneRefusal> {
  if (typed.trim() === '') return refused('phone-missing')
  if (typed.length > 60) return refused('phone-too-long')
  if (hasNul(typed) || hasLineBreak(typed)) return refused('phone-unreadable')
  const dialled = dialledForm(typed)
  if (!/^\+?\d+$/.test(dialled)) return refused('phone-unreadable')
  if (dialled.startsWith('+')) return international(dialled.slice(1))
  return dialled.startsWith('0') ? national(dialled) : refused('phone-too-short')
}

// Separators go, « (0) » after a country code too, and 00 becomes +.
function dialledForm(typed: string): string {
  const bare = latinDigits(tidy(typed))
    .replace(/\uff0b/g, '+')
    .replace(/^((?:\+|00) ?\d{1,3} ?)\(0\)/, '$1')
    .replace(/[\s.,/()\u2010-\u2015\u2212_-]/g, '')
  return bare.replace(/^00/, '+')
}

function national(dialled: string): Result<string, PhoneRefusal> {
  if (dialled.length < 10) return refused('phone-too-short')
  if (dialled.length > 10) return refused('phone-too-long')
  return subscriber(dialled.slice(1), '33')
}

function international(digits: string): Result<string, PhoneRefusal> {
  const code = ['33', '590', '594', '596', '262'].find((known) => digits.startsWith(known))
  if (code !== undefined) return french(digits.slice(code.length).replace(/^0/, ''), code)
  if (digits.length < 9) return refused('phone-too-short')
  if (digits.length > 15) return refused('phone-too-long')
  return digits.startsWith('0') ? refused('phone-unreadable') : ok(`+${digits}`)
}

function french(number: string, code: string): Result<string, PhoneRefusal> {
  if (number.length < 9) return refused('phone-too-short')
  if (number.length > 9) return refused('phone-too-long')
  return code === '33' ? subscriber(number, code) : ok(`+${code}${number}`)
}

function subscriber(number: string, code: string): Result<string, PhoneRefusal> {
  if (number.startsWith('0')) return refused('phone-unreadable')
  if (number.startsWith('8')) return refused('phone-special')
  return ok(`+${overseas[number.slice(0, 3)] ?? code}${number}`)
}
