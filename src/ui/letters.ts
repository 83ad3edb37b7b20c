const words = [
  'zéro',
  'un',
  'deux',
  'trois',
  'quatre',
  'cinq',
  'six',
  'sept',
  'huit',
  'neuf',
  'dix',
  'onze',
  'douze',
  'treize',
  'quatorze',
  'quinze',
  'seize',
]

/** A small number in letters, as one says it: « onze »; in figures beyond sixteen. */
export const inLetters = (value: number): string => words[value] ?? String(value)

/** The same at the head of a sentence: « Onze ». */
export function inLettersFirst(value: number): string {
  const word = inLetters(value)
  return word.charAt(0).toUpperCase() + word.slice(1)
}
