import { LinkButton } from '#ui/Button.tsx'

/** A lent phone goes back to its owner with nothing of the person on it. */
export function HandBack() {
  return (
    <form method="post" action="/sortir">
      <LinkButton icon="smartphone">Ce téléphone est prêté, je le rends</LinkButton>
    </form>
  )
}
