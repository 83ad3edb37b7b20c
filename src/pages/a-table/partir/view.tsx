import { Button, LinkButton, QuietButton } from '#ui/Button.tsx'
import { Drawing } from '#ui/Drawing.tsx'
import { Sheet } from '../Sheet.tsx'

/** A touch by mistake is easy: the second one erases, at once and without a question. */
export function LeavePage() {
  return (
    <Sheet
      title="Ne pas s’inscrire"
      word="À table"
      foot={
        <>
          <form method="post" action="/a-table/partir">
            <Button>Ne rien garder de moi</Button>
          </form>
          <LinkButton href="/a-table" icon="undo-2">
            Revenir à la table
          </LinkButton>
        </>
      }
    >
      <h1>Vous préférez ne pas vous inscrire ?</h1>
      <p class="fort">
        C’est entendu. Tout ce que vous avez dit ici sera effacé aussitôt, et personne ne demandera pourquoi.
      </p>
      <p>Votre place autour de la table reste la vôtre.</p>
    </Sheet>
  )
}

export function Gone() {
  return (
    <Sheet title="Rien n’est gardé" word="À table" foot={<QuietButton href="/">Accueil</QuietButton>}>
      <h1>Rien n’est gardé. Le café, lui, reste servi.</h1>
      <Drawing name="tasse" />
    </Sheet>
  )
}

/** Under fifteen nobody signs up alone; what one likes goes on a parent's sheet. */
export function WithAParent() {
  return (
    <Sheet title="Avec un parent" word="À table" foot={<QuietButton href="/">Accueil</QuietButton>}>
      <h1>Avant 15 ans, on choisit avec un parent</h1>
      <p class="fort">
        Rien n’est gardé de ce que tu as dit. Montre tes envies à la personne de ta famille qui est à table :
        on coche sur sa feuille.
      </p>
      <p>Le goûter, lui, reste servi.</p>
      <Drawing name="cafetiere" />
    </Sheet>
  )
}
