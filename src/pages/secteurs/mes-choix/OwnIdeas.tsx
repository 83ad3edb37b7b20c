import { longestDetail } from '#domain/offers/choice.ts'
import type { OwnIdea } from '#domain/offers/my-choices.ts'
import { Card } from '#ui/Card.tsx'
import { Field } from '#ui/Field.tsx'
import { Said } from '#ui/Said.tsx'
import { Press } from './OfferLine.tsx'
import type { Typed } from './typed.ts'

/** Ideas that no list holds yet: kept for their owner, and for the next catalogue. */
export function OwnIdeas({ own, typed }: { own: readonly OwnIdea[]; typed: Typed }) {
  return (
    <Card as="section">
      <Field
        name="idee"
        label="Une idée à vous ?"
        hint="Une phrase suffit. Elle pourra rejoindre la liste, à une prochaine table."
        value={typed.ownIdea}
        stuck={typed.ideaProblem}
        rows={1}
        maxlength={longestDetail * 4}
      />
      {own.length > 0 && (
        <ul>
          {own.map((idea) => (
            <li class="rang">
              <Said>{idea.text}</Said>
              <Press value={`enlever-idee:${idea.id}`} icon="x" word="Enlever" phrase={idea.text} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
