import type { Welcome } from '#domain/gatherings/door.views.server.ts'
import { Button, QuietButton } from '#ui/Button.tsx'
import { ChoiceList } from '#ui/ChoiceList.tsx'
import { Drawing } from '#ui/Drawing.tsx'
import { Field } from '#ui/Field.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Said } from '#ui/Said.tsx'
import { Sheet } from '../Sheet.tsx'
import { TableOf } from '../TheHost.tsx'
import { elsewhere, type Problems, type TypedArrival } from './name.form.ts'

type NamePageProps = {
  welcome: Welcome | null
  entrances: readonly { readonly id: string; readonly name: string }[]
  typed?: TypedArrival | undefined
  problems?: Problems | undefined
}

/** A name to be called by and an entrance; nothing else before the table closes. */
export function NamePage({ welcome, entrances, typed, problems = {} }: NamePageProps) {
  const choices = entrances.map(({ id, name }) => ({ value: id, label: <Said>{name}</Said> }))
  return (
    <Sheet title="Votre prénom" word="À table" foot={<Foot />} mayLeave>
      <h1>
        Bienvenue à <TableOf name={welcome === null || welcome.hostName === '' ? null : welcome.hostName} />
      </h1>
      {problems.table && (
        <Notice tone="attente" live>
          {problems.table}
        </Notice>
      )}
      <form
        id="prenom"
        novalidate
        method="post"
        action="/a-table/prenom"
        class="pile-large"
        autocomplete="off"
      >
        <Field
          name="prenom"
          label="Votre prénom, comme on vous appelle ici"
          value={typed?.firstName}
          stuck={problems.prenom}
          autocomplete="off"
          spellcheck={false}
          maxlength={200}
          required
        />
        <ChoiceList
          name="entree"
          legend="Votre entrée ou votre rue"
          choices={[...choices, { value: elsewhere, label: 'Je n’y trouve pas chez moi' }]}
          chosen={typed === undefined ? [] : [typed.entranceId]}
          stuck={problems.entree}
        />
        <Discreet chosen={typed?.discreet ?? false} />
      </form>
    </Sheet>
  )
}

/** Quiet, and there from the first screen: someone may have good reasons not to be found. */
function Discreet({ chosen }: { chosen: boolean }) {
  return (
    <details open={chosen}>
      <summary class="lien">Rester discret</summary>
      <div class="liste-choix">
        <label>
          <input type="checkbox" name="discret" value="oui" checked={chosen} />
          <span>
            Je préfère rester discret
            <small>
              Choisissez un autre prénom si vous voulez. Votre entrée ne sera montrée à personne : elle dit
              seulement que vous habitez bien ici.
            </small>
          </span>
        </label>
      </div>
    </details>
  )
}

function Foot() {
  return (
    <>
      <p class="petit centre">C’est tout pour l’instant.</p>
      <Button form="prenom">Voilà, c’est moi</Button>
    </>
  )
}

/** Someone of the next street: nothing is kept of them, and the coffee is still served. */
export function JustBeside() {
  return (
    <Sheet title="Juste à côté" word="À table" foot={<QuietButton href="/">Finir mon café</QuietButton>}>
      <h1>Vous habitez juste à côté.</h1>
      <p class="fort">Voulez-vous qu’on vous appelle quand un groupe s’ouvre chez vous ?</p>
      <p>Dites-le de vive voix à la personne qui tient la table. Ici, rien n’est gardé de vous.</p>
      <p>
        Si votre entrée touche ce quartier, c’est à voir avec le groupe. Si vous avez touché cette ligne sans
        le vouloir, <a href="/a-table">tapez de nouveau le mot</a>.
      </p>
      <Drawing name="petit-quartier" />
    </Sheet>
  )
}
