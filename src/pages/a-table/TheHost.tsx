import { OfName } from '#ui/OfName.tsx'
import { Said } from '#ui/Said.tsx'

type HostProps = { name: string | null }

/** « la table de Nadia », « la table d’Aïcha », « la table » when the host stays discreet. */
export function TableOf({ name }: HostProps) {
  if (name === null) return <>la table</>
  return (
    <>
      la table <OfName name={name} />
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
