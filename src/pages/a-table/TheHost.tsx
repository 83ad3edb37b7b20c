import { Said } from '#ui/Said.tsx'

type HostProps = { name: string | null }

/** « la table de Nadia », « la table d’Aïcha », « la table » when the host stays discreet. */
export function TableOf({ name }: HostProps) {
  if (name === null) return <>la table</>
  return (
    <>
      la table {startsWithVowel(name) ? 'd’' : 'de '}
      <Said>{name}</Said>
    </>
  )
}

/** « à Nadia », to whom one shows one's screen. */
export function ToHost({ name }: HostProps) {
  if (name === null) return <>à la personne qui tient la table</>
  return (
    <>
      à <Said>{name}</Said>
    </>
  )
}

const startsWithVowel = (name: string): boolean => /^([aeiouœæ]|y[^aeiou])/i.test(name.normalize('NFD'))
