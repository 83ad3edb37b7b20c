import { Button } from '#ui/Button.tsx'
import { Field } from '#ui/Field.tsx'
import { Notice } from '#ui/Notice.tsx'

type OpenFormProps = { action: string; withCode: boolean; stuck: string | undefined }

/** « Ouvrir la table », on its day. A host chooses the four digits by which they will confirm on this screen. */
export function OpenForm({ action, withCode, stuck }: OpenFormProps) {
  return (
    <form novalidate method="post" action={action} class="pile-large" autocomplete="off">
      <section class="pile-fine">
        <h2>Qui vient ?</h2>
        <p>
          {withCode
            ? 'De huit à douze personnes, dont deux voisins déjà inscrits au moins, assis entre les nouveaux. '
            : 'De cinq à douze fondateurs, de quatre foyers au moins. '}
          Personne n’est noté à l’avance : chacun dit son prénom en s’asseyant.
        </p>
      </section>
      <Notice icon="tablet">
        Ouvrez-la sur l’écran que vous poserez sur la table : il devient le pupitre, et ne montre plus rien
        d’autre. Après la fermeture, vous entrerez à nouveau.
      </Notice>
      {withCode ? (
        <Field
          name="code"
          label="Votre code à quatre chiffres pour cette table"
          hint="Choisissez-le et gardez-le en tête : vous le taperez ici même pour confirmer avec qui vous avez parlé."
          inputmode="numeric"
          autocomplete="off"
          maxlength={4}
          stuck={stuck}
          required
          short
        />
      ) : (
        stuck !== undefined && (
          <Notice tone="coince" live>
            {stuck}
          </Notice>
        )
      )}
      <Button icon="door-open">Ouvrir la table</Button>
    </form>
  )
}
