import { contactWays, type ContactField, type ContactWay } from '#domain/residents/contact.ts'
import { contactQuestion, wayWords } from '#domain/residents/contact.words.ts'
import { Button } from '#ui/Button.tsx'
import { ChoiceList } from '#ui/ChoiceList.tsx'
import { Field } from '#ui/Field.tsx'
import type { IconName } from '#ui/icons.tsx'
import type { AtTableScope } from '../at-table.server.ts'
import { marksOf } from '../marks.ts'
import { Sheet } from '../Sheet.tsx'
import { Ticked } from '../Ticked.tsx'

export type ShownContact = {
  readonly way: string
  readonly phone: string
  readonly email: string
  readonly firstLink: boolean
  readonly discreet: boolean
}

const icons: Record<ContactWay, IconName> = {
  message: 'message-circle',
  appel: 'phone',
  email: 'mail',
  mot: 'mailbox',
  voisin: 'users',
}

const hints: Partial<Record<ContactWay, string>> = {
  mot: 'Sans téléphone ni adresse : une lettre suffit.',
  voisin: 'Quelqu’un de confiance vous passera le mot ; on lui demandera son accord.',
}

type ContactPageProps = {
  scope: AtTableScope
  typed: ShownContact
  stuck?: Partial<Record<ContactField, string>>
}

/** One way to be reached; what neighbours will see is said on the same page. */
export function ContactPage({ scope: { view }, typed, stuck = {} }: ContactPageProps) {
  return (
    <Sheet
      title="Vous joindre"
      word="Deuxième tasse"
      live={marksOf(view, 'tell')}
      mayLeave
      foot={
        <Button form="joindre" after="arrow-right">
          C’est noté
        </Button>
      }
    >
      <h1>Vous joindre</h1>
      <form id="joindre" method="post" action="/a-table/vous-joindre" class="pile-large" autocomplete="off">
        <ChoiceList
          name="facon"
          legend={contactQuestion}
          choices={contactWays.map((way) => ({
            value: way,
            label: wayWords[way],
            hint: hints[way],
            icon: icons[way],
          }))}
          chosen={[typed.way]}
          stuck={stuck.way}
        />
        <Field
          name="telephone"
          type="tel"
          label="Votre numéro de téléphone"
          hint="Pour un message ou un appel."
          value={typed.phone}
          stuck={stuck.phone}
          autocomplete="off"
          maxlength={100}
        />
        <Field
          name="courriel"
          type="email"
          label="Votre adresse e-mail"
          hint="Avec elle, vous retrouverez vos choix de chez vous."
          value={typed.email}
          stuck={stuck.email}
          autocomplete="off"
          spellcheck={false}
          maxlength={320}
        />
        <p>Vos voisins verront votre prénom et votre entrée. Pas votre numéro, sauf si vous dites oui.</p>
        <div class="liste-choix">
          <Ticked name="discret" ticked={typed.discreet || view.me?.band === '15-17'}>
            Rester discret : un autre prénom, pas d’entrée affichée
          </Ticked>
          <Ticked name="premier-lien" ticked={typed.firstLink}>
            Vous pouvez me proposer un premier lien à partir de mes envies
          </Ticked>
        </div>
      </form>
    </Sheet>
  )
}
