import * as v from 'valibot'

// Text typed by people, on one line: letters of every script stay as they are, in composed form; signs nobody
// sees (controls, marks of direction, zero-width spaces, halves of pairs) are taken out. A NUL is refused.

const unseen = /[\u0001-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/gu

/** What was typed, without what cannot be seen. */
export const oneLine = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll('\ufffd', '')
    .replace(/\s+/gu, ' ')
    .replace(unseen, '')
    .normalize('NFC')
    .trim()

/** A line that says something: from one to `most` characters, one letter or figure at least. */
export const line = (most: number) =>
  v.pipe(
    v.string(),
    v.check((text) => !text.includes('\0'), 'unreadable'),
    v.transform(oneLine),
    v.check((text) => /[\p{L}\p{N}]/u.test(text), 'empty'),
    v.check((text) => [...text].length <= most, 'too-long'),
  )

/** A field that may be left out, or sent as anything: never anything but text. */
export const typed = (value: unknown): string => (typeof value === 'string' ? value.toWellFormed() : '')
