import { Button, LinkButton } from '#ui/Button.tsx'
import { Field } from '#ui/Field.tsx'
import { publicNav } from '#ui/nav.tsx'
import { Page } from '#ui/Page.tsx'

type CodeViewProps = {
  readonly next: string | null
  readonly typed?: string
  readonly stuck?: string
}

/** Says the same to everyone, known here or not. */
export function CodeView({ next, typed, stuck }: CodeViewProps) {
  return (
    <Page title="Votre code" nav={publicNav} current="/entrer">
      <div class="cadre etroit pile-large">
        <div class="pile">
          <h1>Regardez vos messages</h1>
          <p>
            Si cette adresse est celle d’un voisin inscrit, un code à six chiffres vient d’y partir. Il sert
            une fois, pendant dix minutes, sur cet appareil.
          </p>
        </div>
        <form novalidate method="post" action="/entrer/code" class="pile">
          <Field
            name="code"
            label="Votre code"
            hint="Six chiffres."
            value={typed}
            stuck={stuck}
            inputmode="numeric"
            autocomplete="one-time-code"
            maxlength={40}
            required
            short
          />
          {next !== null && <input type="hidden" name="suite" value={next} />}
          <Button>Entrer</Button>
        </form>
        <p>
          <LinkButton href="/entrer">Demander un autre code</LinkButton>
        </p>
      </div>
    </Page>
  )
}

/** Opened from another device, by the link of a letter: nothing is used up. */
export function OtherBrowserView({ sentence }: { readonly sentence: string }) {
  return (
    <Page title="Votre code" nav={publicNav} current="/entrer">
      <div class="cadre etroit pile">
        <h1>Votre code</h1>
        <p>{sentence}</p>
        <p>
          <Button href="/entrer">Demander un code ici</Button>
        </p>
      </div>
    </Page>
  )
}
