import type { ChosenIdea } from '#domain/gatherings/my-choices.views.server.ts'
import type { Catalogue } from '#domain/ideas/catalogue.ts'
import { LinkButton } from '#ui/Button.tsx'
import { Field } from '#ui/Field.tsx'
import { Icon } from '#ui/icons.tsx'
import { Plate } from '#ui/Plate.tsx'
import { Advice } from './Advice.tsx'
import { detailField } from './choices.form.ts'
import type { ChoicesPageProps } from './choices-page.ts'

type ChosenListProps = ChoicesPageProps & { hand: 'offers' | 'wishes' }

/** One of the two hands, both the same size: asking is worth as much as giving. */
export function ChosenList({ hand, ...page }: ChosenListProps) {
  const chosen = page.choices[hand]
  return (
    <section id={hand}>
      <h2 class="titre-liste">
        <Icon name={hand === 'offers' ? 'gives' : 'receives'} />
        <span>{titleOf(hand, chosen.length)}</span>
      </h2>
      <ul>
        {chosen.map((idea) => (
          <ChosenRow idea={idea} hand={hand} page={page} />
        ))}
      </ul>
    </section>
  )
}

const verbs = { offers: 'que vous proposez', wishes: 'que vous aimeriez' }

function titleOf(hand: 'offers' | 'wishes', count: number): string {
  if (count === 0)
    return hand === 'offers' ? 'Rien à proposer pour l’instant' : 'Rien de souhaité pour l’instant'
  return `${count} ${count === 1 ? 'chose' : 'choses'} ${verbs[hand]}`
}

type ChosenRowProps = { idea: ChosenIdea; hand: 'offers' | 'wishes'; page: ChoicesPageProps }

function ChosenRow({ idea, hand, page: { catalogue, choices, details } }: ChosenRowProps) {
  const theme = catalogue.themes.find((one) => one.code === idea.theme)
  // A question is asked once, under the first of the two hands that holds the idea.
  const asks = idea.question !== null && (hand === 'offers' || !idea.offers)
  return (
    <li class="choisi" data-theme={idea.theme}>
      <Plate theme={idea.theme} icon={theme?.pictogram ?? ''} small />
      <div>
        <p>
          <b>{idea.phrase}</b>
        </p>
        {asks && (
          <Field
            name={detailField(idea.code)}
            label={`${idea.question ?? ''} (si vous voulez)`}
            rows={1}
            value={details?.typed.get(idea.code) ?? idea.detail ?? ''}
            stuck={details?.problems.get(idea.code)}
            autocomplete="off"
            maxlength={2000}
          />
        )}
        <Advice risk={riskOf(catalogue, idea)} open={isFirstOfItsRisk(idea, hand, choices)} />
        <LinkButton
          name="faire"
          value={`enlever:${idea.code}:${hand}`}
          icon="x"
          label={`Enlever : ${idea.phrase}`}
        >
          Enlever
        </LinkButton>
      </div>
    </li>
  )
}

const riskOf = ({ risks }: Catalogue, { risk }: ChosenIdea) =>
  risk === 'none' ? undefined : risks.find((one) => one.code === risk)

/** The same advice is read once in full, then stays at hand. */
function isFirstOfItsRisk(
  idea: ChosenIdea,
  hand: 'offers' | 'wishes',
  choices: ChoicesPageProps['choices'],
): boolean {
  const first = [...choices.offers, ...choices.wishes].find((one) => one.risk === idea.risk)
  return first?.code === idea.code && (hand === 'offers' || !idea.offers)
}
