import type { PlanField, TypedPlan } from '#domain/gatherings/planning.form.ts'
import type { SectorScope } from '#pages/secteurs/sector.scope.server.ts'
import { Button, LinkButton } from '#ui/Button.tsx'
import { Field } from '#ui/Field.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'

/** The sentence beside each field, or above them all. */
export type PlanStuck = Partial<Record<PlanField | 'page', string>>

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
        {stuck.page !== undefined && (
          <Notice tone="coince" live>
            {stuck.page}
          </Notice>
        )}
        <form method="post" class="pile-large">
          <Field
            name="jour"
            label="Quel jour ?"
            type="date"
            min={today}
            value={typed?.day}
            stuck={stuck.day}
            short
          />
          <Field
            name="heure"
            label="À quelle heure ?"
            hint="De 60 à 90 minutes ensemble."
            type="time"
            value={typed?.hour}
            stuck={stuck.hour}
            short
          />
          <Field
            name="lieu"
            label="Où ?"
            hint="Un endroit que tout le monde trouve : le banc du cerisier, la cour."
            value={typed?.place}
            stuck={stuck.place}
            maxlength={80}
          />
          <Field
            name="abri"
            label="Et s’il pleut ?"
            hint="Un hall, une salle, un auvent tout près."
            value={typed?.shelter}
            stuck={stuck.shelter}
            maxlength={80}
          />
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
