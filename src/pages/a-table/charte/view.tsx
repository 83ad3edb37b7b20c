import type { Charter } from '#domain/charter/charter.ts'
import { CharterEssentials, CharterText } from '#pages/charte/CharterText.tsx'
import { Button, LinkButton } from '#ui/Button.tsx'
import { ChoiceList } from '#ui/ChoiceList.tsx'
import type { AtTableScope } from '../at-table.server.ts'
import { marksOf } from '../marks.ts'
import { Sheet } from '../Sheet.tsx'

type CharterPageProps = { scope: AtTableScope; charter: Charter; stuck?: string | undefined }

/** Six sentences, the whole text behind them, and two answers of the same dignity. */
export function CharterPage({ scope: { view }, charter, stuck }: CharterPageProps) {
  return (
    <Sheet title="La charte" word="Deuxième tasse" live={marksOf(view, 'tell')} foot={<Answers />}>
      <h1>{charter.title}</h1>
      <section class="texte pile">
        <h2>L’essentiel en six phrases</h2>
        <CharterEssentials charter={charter} />
      </section>
      <details>
        <summary class="lien">Lire en entier</summary>
        <CharterText charter={charter} />
      </details>
      <form id="charte" method="post" action="/a-table/charte" class="pile">
        <ChoiceList
          name="age"
          legend="Votre âge, pour savoir ce qui vaut pour vous"
          choices={[
            { value: 'adult', label: 'J’ai 18 ans ou plus' },
            { value: '15-17', label: 'J’ai entre 15 et 17 ans' },
            { value: 'moins-de-15', label: 'J’ai moins de 15 ans' },
          ]}
          chosen={view.me?.band ? [view.me.band] : []}
          stuck={stuck}
        />
        <p>{charter.closing}</p>
      </form>
    </Sheet>
  )
}

function Answers() {
  return (
    <>
      <Button form="charte" icon="check">
        Je suis d’accord
      </Button>
      <LinkButton href="/a-table/partir">Je préfère ne pas m’inscrire</LinkButton>
    </>
  )
}
