import type { ReadStart, StartField } from '#domain/association/association.form.ts'
import { startProblem } from '#domain/association/association.words.ts'
import { Field } from '#ui/Field.tsx'

/** What is asked of an association that begins, with what was typed and the sentence beside each field. */
export function StartFields({ read }: { read?: ReadStart | undefined }) {
  const stuck = (field: StartField): string | undefined => {
    const problem = read?.problems[field]
    return problem === undefined ? undefined : startProblem(field, problem)
  }
  return (
    <>
      <Field
        name="association"
        label="Le nom de votre association"
        value={read?.typed.associationName}
        stuck={stuck('associationName')}
        autocomplete="organization"
        maxlength={80}
      />
      <Field
        name="prenom"
        label="Votre prénom"
        hint="Vous accompagnerez les premiers secteurs."
        value={read?.typed.companionName}
        stuck={stuck('companionName')}
        autocomplete="given-name"
        maxlength={40}
      />
      <Field
        name="adresse"
        label="Votre adresse e-mail"
        hint="Un code y sera envoyé chaque fois que vous entrerez d’un autre appareil."
        type="email"
        value={read?.typed.companionEmail}
        stuck={stuck('companionEmail')}
        autocomplete="email"
        spellcheck={false}
        maxlength={320}
      />
    </>
  )
}
