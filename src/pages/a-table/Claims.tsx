import { QuietButton } from '#ui/Button.tsx'
import { Said } from '#ui/Said.tsx'

export type Claim = { readonly claimantId: string; readonly firstName: string }

/** « Karine dit habiter avec vous »: pending until this person says yes. */
export function Claims({ claims }: { claims: readonly Claim[] }) {
  return (
    <>
      {claims.map(({ claimantId, firstName }) => (
        <form method="post" action="/a-table/foyer" class="carte">
          <input type="hidden" name="voisin" value={claimantId} />
          <p>
            <Said>{firstName}</Said> dit habiter avec vous.
          </p>
          <p class="rang">
            <QuietButton name="reponse" value="oui">
              Oui
            </QuietButton>
            <QuietButton name="reponse" value="non">
              Non
            </QuietButton>
          </p>
        </form>
      ))}
    </>
  )
}
