import type { Outcome } from '#domain/gatherings/vouch.acts.server.ts'
import { vouchRefusals } from '#domain/gatherings/vouch.words.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Said } from '#ui/Said.tsx'
import { ConsolePage } from '../ConsolePage.tsx'
import type { Console } from '../console.scope.server.ts'
import type { Confirming } from './ConfirmView.tsx'

type OutcomeViewProps = { held: Console; confirming: Confirming; outcomes: readonly Outcome[] }

/** What became of each person touched, in words. */
export function OutcomeView({ held, confirming, outcomes }: OutcomeViewProps) {
  const nameOf = (id: string): string =>
    confirming.newcomers.find(({ personId }) => personId === id)?.firstName ?? 'Cette personne'
  return (
    <ConsolePage
      held={held}
      title="C’est noté"
      path="/pupitre/temoins"
      foot={
        <div class="barre-bas">
          <Button href="/pupitre/temoins" after="arrow-right" class="large">
            Merci, on continue
          </Button>
        </div>
      }
    >
      <h1>
        Merci, <Said>{confirming.witness.firstName}</Said>
      </h1>
      <ul class="pile">
        {outcomes.map(({ newcomerId, refusal }) => (
          <li>
            <Notice tone={refusal === null ? 'oui' : 'attente'}>
              <b>
                <Said>{nameOf(newcomerId)}</Said>
              </b>{' '}
              : {refusal === null ? 'c’est fait.' : vouchRefusals[refusal]}
            </Notice>
          </li>
        ))}
      </ul>
    </ConsolePage>
  )
}
