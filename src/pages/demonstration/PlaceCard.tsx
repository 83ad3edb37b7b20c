import { QuietButton } from '#ui/Button.tsx'
import { Card } from '#ui/Card.tsx'
import { OfName } from '#ui/OfName.tsx'
import { Said } from '#ui/Said.tsx'

type PlaceCardProps = {
  /** What the form sends: « voisin:… » or « association:… ». */
  place: string
  name: string
  where: string | null
  /** Who they are: « retraité, grand bricoleur ». */
  about?: string | undefined
  /** What they can do, in a sentence. */
  sentence: string
}

/** Someone whose place may be taken. */
export function PlaceCard({ place, name, where, about, sentence }: PlaceCardProps) {
  return (
    <Card as="li">
      <h3>
        <Said>{name}</Said>
      </h3>
      {where !== null && (
        <p class="petit doux">
          <Said>{where}</Said>
        </p>
      )}
      {about !== undefined && <p>{capital(about)}.</p>}
      <p>{sentence}</p>
      <form method="post" action="/demonstration/place">
        <QuietButton name="place" value={place}>
          Prendre la place <OfName name={name} />
        </QuietButton>
      </form>
    </Card>
  )
}

const capital = (sentence: string): string => sentence.charAt(0).toLocaleUpperCase('fr') + sentence.slice(1)
