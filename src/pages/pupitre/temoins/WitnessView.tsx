import type { ConsoleSeat } from '#domain/gatherings/console.views.server.ts'
import { witnessLack } from '#domain/gatherings/host-tables.ts'
import { LinkButton } from '#ui/Button.tsx'
import { Icon } from '#ui/icons.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Said } from '#ui/Said.tsx'
import { witnessLackWords } from '../console.words.ts'
import { ConsolePage } from '../ConsolePage.tsx'
import { Live } from '../Live.tsx'
import type { Console } from '../console.scope.server.ts'
import { ReadAloud } from '../ReadAloud.tsx'
import { StepFoot } from '../RulesView.tsx'
import { foundersSaying, witnessSaying } from '../script.words.ts'

/** Neighbours confirm whom they met: what to say, who still misses one, and who confirms on this very screen. */
export function WitnessView({ held, stuck }: { held: Console; stuck?: string | undefined }) {
  const { kind, phase } = held.view.gathering
  return (
    <ConsolePage
      held={held}
      title="Se reconnaître"
      path={phase === 'witness' ? '/pupitre' : '/pupitre/temoins'}
      follows={phase === 'witness'}
      stuck={stuck}
      mainClass="cadre corps9"
      islands={['src/pages/pupitre/voice.island.ts']}
      foot={phase === 'witness' ? <StepFoot held={held} /> : <BackFoot />}
    >
      <div class="pile-large">
        <h1 class="doux petit">Se reconnaître</h1>
        <p class="voix a-lire" data-voice>
          {kind === 'founding' ? foundersSaying : witnessSaying}
        </p>
        <ReadAloud />
      </div>
      <div class="pile-large">
        <Live part="lacking">
          <Lacking seats={held.view.seats} kind={kind} />
        </Live>
        {kind === 'ordinary' && <Here seats={held.view.seats} />}
      </div>
    </ConsolePage>
  )
}

const lackOrder = ['two-witnesses', 'team-witness', 'one-witness'] as const

type LackingProps = { seats: readonly ConsoleSeat[]; kind: 'founding' | 'ordinary' }

/** « Il manque un voisin pour Théo » */
function Lacking({ seats, kind }: LackingProps) {
  const newcomers = seats.filter((seat) => seat.kind === 'newcomer')
  const groups = lackOrder.flatMap((lack) => {
    const names = newcomers.flatMap((seat) => (witnessLack(seat, kind) === lack ? [seat.firstName] : []))
    return names.length === 0 ? [] : [{ lack, names }]
  })
  if (groups.length === 0)
    return (
      <Notice tone="oui" live>
        Chacun a ses deux voisins.
      </Notice>
    )
  return (
    <ul class="faits manques">
      {groups.map(({ lack, names }) => (
        <li>
          <Icon name="clock" />
          <span>
            {witnessLackWords[lack]}{' '}
            <b>
              <Said>{names.join(', ')}</Said>
            </b>
          </span>
        </li>
      ))}
    </ul>
  )
}

/** A witness whose own screen is in a pocket, and the host, confirm here with their own four digits. */
function Here({ seats }: { seats: readonly ConsoleSeat[] }) {
  const witnesses = seats.filter((seat) => seat.kind === 'registered' && seat.personId !== null)
  return (
    <section class="pile-fine" aria-labelledby="ici">
      <h2 id="ici">Un voisin confirme ici</h2>
      <p class="aide">Avec ses quatre chiffres à lui. Sinon, sur son propre écran.</p>
      <ul class="puces">
        {witnesses.map((seat) => (
          <li>
            <a class="puce" href={`/pupitre/temoins/${seat.personId ?? ''}`}>
              <Icon name="user" />
              <span>
                <Said>{seat.firstName}</Said>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function BackFoot() {
  return (
    <div class="barre-bas">
      <LinkButton href="/pupitre" icon="arrow-left">
        Revenir au pupitre
      </LinkButton>
    </div>
  )
}
