import { Said } from '#ui/Said.tsx'

/** « de Nadia », « d’Aïcha », « d’Yves »: a first name after « de », as one says it. */
export function OfName({ name }: { name: string }) {
  return (
    <>
      {startsWithVowel(name) ? 'd’' : 'de '}
      <Said>{name}</Said>
    </>
  )
}

// Before a consonant y is a vowel: Yves, but Youssef. A name with h is left alone: some are aspirated.
const startsWithVowel = (name: string): boolean => /^([aeiouœæ]|y[^aeiou])/i.test(name.normalize('NFD'))
