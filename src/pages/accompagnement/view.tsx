import type { SectorOverview } from '#domain/site/overview.views.server.ts'
import { Button, QuietButton } from '#ui/Button.tsx'
import { Card } from '#ui/Card.tsx'
import { fullDate } from '#ui/dates.ts'
import { Drawing } from '#ui/Drawing.tsx'
import { inLettersFirst } from '#ui/letters.ts'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { Said } from '#ui/Said.tsx'
import { companionNav } from './nav.ts'
import { SectorRow } from './SectorRow.tsx'

type SectorsViewProps = {
  sectors: readonly SectorOverview[]
  association: string
  /** When the companion's own mandate ends, once that is near. */
  ending: Date | null
  stuck?: string | undefined
}

export function SectorsView({ sectors, association, ending, stuck }: SectorsViewProps) {
  return (
    <Page title="Mes secteurs" nav={companionNav} current="/accompagnement">
      <div class="cadre aere pile-large">
        <div class="pile">
          <p class="petit doux">
            <Said>{association}</Said>
          </p>
          <h1>{title(sectors.length)}</h1>
        </div>
        {stuck !== undefined && (
          <Notice tone="coince" live>
            {stuck}
          </Notice>
        )}
        {ending !== null && <Ending date={ending} />}
        <FirstToCall sectors={sectors} />
        {sectors.length === 0 ? (
          <Card as="section">
            <Drawing name="petit-quartier" lazy={false} />
            <h2>Pour commencer</h2>
            <p>Un secteur, c’est 100 à 500 logements : une résidence, quelques rues.</p>
          </Card>
        ) : (
          <ul class="pile">
            {sectors.map((sector) => (
              <SectorRow sector={sector} />
            ))}
          </ul>
        )}
        <p>
          {sectors.length === 0 ? (
            <Button href="/accompagnement/ouvrir">Ouvrir un secteur</Button>
          ) : (
            <QuietButton href="/accompagnement/ouvrir" icon="plus">
              Ouvrir un secteur
            </QuietButton>
          )}
        </p>
      </div>
    </Page>
  )
}

const title = (count: number): string => {
  if (count === 0) return 'Vos secteurs'
  return count === 1 ? 'Un secteur, à son pas' : `${inLettersFirst(count)} secteurs, chacun à son pas`
}

// One sentence, for the sector where a yes is awaited first, then for the one where a single person carries all.
function FirstToCall({ sectors }: { sectors: readonly SectorOverview[] }) {
  const waiting = sectors.find(({ tablesToApprove }) => tablesToApprove > 0)
  const alone = sectors.find(({ hosts, founded }) => founded && hosts === 1)
  const first = waiting ?? alone
  if (first === undefined) return null
  return (
    <Notice tone="attente" icon="phone">
      <b>
        À regarder d’abord : <Said>{first.name}</Said>.
      </b>{' '}
      {waiting ? 'Une table attend votre oui.' : 'Une seule personne porte tout : il en faut deux au moins.'}
    </Notice>
  )
}

function Ending({ date }: { date: Date }) {
  return (
    <Card as="section">
      <p>Votre mandat d’accompagnement finit le {fullDate(date)}.</p>
      <form method="post" action="/accompagnement/mandat">
        <QuietButton icon="calendar">Le reprendre pour un an</QuietButton>
      </form>
    </Card>
  )
}
