import { Button } from '#ui/Button.tsx'
import { Field } from '#ui/Field.tsx'
import { publicNav } from '#ui/nav.tsx'
import { Page } from '#ui/Page.tsx'

type AskViewProps = {
  /** Where to go afterwards, when a page asked to enter first. */
  readonly next: string | null
  readonly typed?: string
  readonly stuck?: string
}

/** Asks for an address, and nothing else. */
export function AskView({ next, typed, stuck }: AskViewProps) {
  return (
    <Page title="Entrer" nav={publicNav} current="/entrer">
      <div class="cadre etroit pile-large">
        <div class="pile">
          <h1>Entrer</h1>
          <p>Dites-nous votre adresse e-mail. Un code à six chiffres y est envoyé, et c’est tout.</p>
        </div>
        <form method="post" action="/entrer" class="pile" novalidate>
          <Field
            name="adresse"
            type="email"
            label="Votre adresse e-mail"
            hint="Celle que vous avez donnée à votre table."
            value={typed}
            stuck={stuck}
            autocomplete="email"
            maxlength={320}
            spellcheck={false}
            required
          />
          {next !== null && <input type="hidden" name="suite" value={next} />}
          <Button>Recevoir mon code</Button>
        </form>
        <p>
          Pas encore inscrit ? On s’inscrit autour d’une table, avec ses voisins :{' '}
          <a href="/#tables">voir les prochaines tables</a>.
        </p>
      </div>
    </Page>
  )
}
