import type { Newcomer } from '#domain/gatherings/vouch.views.server.ts'
import { vouchMeaning } from '#domain/gatherings/vouch.words.ts'
import { Button, LinkButton } from '#ui/Button.tsx'
import { Field } from '#ui/Field.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Said } from '#ui/Said.tsx'
import { SeatTick } from '#ui/Seat.tsx'
import { ConsolePage } from '../ConsolePage.tsx'
import type { Console } from '../console.scope.server.ts'

/** A witness before the newcomers of the table, none of them ticked. */
export type Confirming = {
  readonly witness: { readonly personId: string; readonly firstName: string }
  readonly newcomers: readonly Newcomer[]
  readonly touched: readonly string[]
}

type ConfirmViewProps = {
  held: Console
  confirming: Confirming
  stuck?: { people?: string; code?: string }
}

/** Screen 16 on the host's device. No « tout le monde »: one touches whom one met. */
export function ConfirmView({ held, confirming, stuck = {} }: ConfirmViewProps) {
  const { witness, newcomers, touched } = confirming
  return (
    <ConsolePage
      held={held}
      title="Je confirme"
      path={`/pupitre/temoins/${witness.personId}`}
      foot={
        <div class="barre-bas">
          <LinkButton href="/pupitre/temoins" icon="arrow-left">
            Revenir
          </LinkButton>
          <Button form="confirmer" class="large">
            Je confirme
          </Button>
        </div>
      }
    >
      <h1>
        <Said>{witness.firstName}</Said>, avec qui avez-vous parlé ?
      </h1>
      <p>{vouchMeaning}</p>
      {stuck.people !== undefined && (
        <Notice tone="coince" live>
          {stuck.people}
        </Notice>
      )}
      <form novalidate method="post" id="confirmer" class="pile-large" autocomplete="off">
        <ul class="places">
          {newcomers.map((newcomer) => (
            <li>
              <SeatTick
                name={newcomer.firstName}
                where={newcomer.already ? 'c’est déjà fait' : newcomer.entrance}
                field="avec"
                value={newcomer.personId}
                checked={newcomer.already || touched.includes(newcomer.personId)}
                disabled={newcomer.already}
              />
            </li>
          ))}
        </ul>
        <div class="secret">
          <Field
            name="code"
            label="Vos quatre chiffres, rien qu’à vous"
            hint="Ils ne s’affichent pas et ne restent pas sur cet écran."
            inputmode="numeric"
            autocomplete="off"
            maxlength={4}
            stuck={stuck.code}
            required
            short
          />
        </div>
      </form>
    </ConsolePage>
  )
}
