// What neighbours type, made safe to show anywhere: letters of every script stay as they are, in composed form;
// what nobody sees (controls, marks of direction, zero-width signs, halves of pairs) is taken out.

// An emoji made of several (a family) is held together by a joiner nobody sees: that one stays.
const emojiOrUnseen =
  /(\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]?(?:\u200d\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]?)*)|[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}]/gu
const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6, 0xff10] // Arabic, Persian, Devanagari, Bengali, full-width

export const hasNul = (text: string): boolean => text.includes('\0')
export const hasLineBreak = (text: string): boolean => /[\n\r\u0085\u2028\u2029]/.test(text)

/** One line of text without what cannot be seen, spaces tidied, letters composed. */
export const tidy = (text: string): string =>
  text
    .replace(/\s/gu, ' ')
    .replace(emojiOrUnseen, (_, emoji: string | undefined) => emoji ?? '')
    .replace(/ +/g, ' ')
    .normalize('NFC')
    .trim()

/** Length as people count it: « é » and a family of emoji are one sign each. */
export function countSigns(text: string): number {
  const segmenter = new Intl.Segmenter('fr', { granularity: 'grapheme' })
  return [...segmenter.segment(text)].length
}

/** A telephone says ٠٦, a neighbour reads 06. */
export const latinDigits = (text: string): string => text.replace(/\p{Nd}/gu, latinDigit)

function latinDigit(sign: string): string {
  const code = sign.codePointAt(0) ?? 0
  const zero = zeros.find((start) => code >= start && code < start + 10)
  return zero === undefined ? sign : String(code - zero)
}
