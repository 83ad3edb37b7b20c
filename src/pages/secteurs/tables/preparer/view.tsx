import type { PlanStuck } from '#domain/gatherings/host-tables.words.ts'
import type { TypedPlan } from '#domain/gatherings/planning.form.ts'
import type { SectorScope } from '#pages/secteurs/sector.scope.server.ts'
import { Button, LinkButton } from '#ui/Button.tsx'
import { Page } from '#ui/Page.tsx'
import { PlanFields } from '../PlanFields.tsx'

type PrepareViewProps = {
  scope: SectorScope
  /** Nothing earlier is offered by the calendar. */
  today: string
  typed?: TypedPlan
  stuck?: PlanStuck
}

export function PrepareView({ scope, today, typed, stuck = {} }: PrepareViewProps) {
  const path = `${scope.path}/tables`
  return (
    <Page title="Préparer une table" nav={scope.nav} current={path} sector={scope.sector.name}>
      <div class="cadre etroit aere pile-large">
        <h1>Préparer une table</h1>
        <p>
          De 8 à 12 personnes, dont deux voisins déjà inscrits au moins. L’association dit oui, puis la date
          s’affiche pour tous.
        </p>
        <form method="post" class="pile-large">
          <PlanFields today={today} typed={typed} stuck={stuck} />
          <div class="rang">
            <Button>Proposer cette table</Button>
            <LinkButton href={path} icon="arrow-left">
              Revenir à vos tables
            </LinkButton>
          </div>
        </form>
      </div>
    </Page>
  )
}
