import { sizeInWords } from '#domain/sectors/sector.words.ts'
import type { CoveredEntrance } from '#domain/site/coverage.views.server.ts'
import type { SectorOverview } from '#domain/site/overview.views.server.ts'
import type { AwaitedTable, FoundingTable } from '#domain/site/tables.views.server.ts'
import type { Candidate, Host } from '#domain/site/team.views.server.ts'
import { longDate } from '#ui/dates.ts'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { Said } from '#ui/Said.tsx'
import { companionNav } from '../nav.ts'
import { nextTable, SectorFigures } from '../SectorRow.tsx'
import { Entrances } from './Entrances.tsx'
import { Founding } from './Founding.tsx'
import type { JustSaid } from './just-said.ts'
import { TablesToApprove } from './TablesToApprove.tsx'
import { Team } from './Team.tsx'

type SectorViewProps = {
  path: string
  overview: SectorOverview
  opening: { openedAt: Date; sizeReason: string | null }
  entrances: readonly CoveredEntrance[]
  team: readonly Host[]
  candidates: readonly Candidate[]
  waiting: readonly AwaitedTable[]
  founding: FoundingTable | null
  latestDay: string
  said: JustSaid
}

/** A sector for whoever accompanies it: totals, the team by name, and what waits for a yes. */
export function SectorView({
  path,
  overview,
  opening,
  entrances,
  founding,
  waiting,
  said,
  ...team
}: SectorViewProps) {
  return (
    <Page title={overview.name} nav={companionNav} current="/accompagnement">
      <div class="cadre aere pile-large">
        <div class="pile">
          {said.done !== undefined && (
            <Notice tone="oui" live>
              {said.done}
            </Notice>
          )}
          {said.page !== undefined && (
            <Notice tone="coince" live>
              {said.page}
            </Notice>
          )}
          <h1>
            <Said>{overview.name}</Said>
          </h1>
          <p>
            <Said>{overview.commune}</Said>, {sizeInWords(overview.entrances, overview.dwellings)}. Ouvert
            depuis le {longDate(opening.openedAt)}.
          </p>
          {opening.sizeReason !== null && (
            <p class="petit doux">
              Pourquoi cette taille : <Said>{opening.sizeReason}</Said>
            </p>
          )}
        </div>
        <div class="deux">
          <div class="pile-large">
            <TablesToApprove tables={waiting} action={`${path}/tables/accord`} />
            <Founding founding={founding} path={path} slug={overview.slug} />
            <Team path={path} {...team} said={said} />
          </div>
          <div class="pile-large">
            <section class="pile" aria-labelledby="ou-on-en-est">
              <h2 id="ou-on-en-est">Où on en est</h2>
              <SectorFigures sector={overview} />
              <p>{nextTable(overview.nextTable)}</p>
            </section>
            <Entrances entrances={entrances} />
          </div>
        </div>
      </div>
    </Page>
  )
}
