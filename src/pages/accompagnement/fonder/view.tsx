import type { PlanField, TypedPlan } from '#domain/gatherings/planning.form.ts'
import { Button, LinkButton } from '#ui/Button.tsx'
import { Field } from '#ui/Field.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { Said } from '#ui/Said.tsx'
import { companionNav } from '../nav.ts'

/** The sentence beside each field, or above them all. */
export type PlanStuck = Partial<Record<PlanField | 'page', string>>

type FoundingViewProps = { sector: string; path: string; today: string; typed?: TypedPlan; stuck?: PlanStuck }

export function FoundingView({ sector, path, today, typed, stuck = {} }: FoundingViewProps) {
  return (
    <Page title="La table fondatrice" nav={companionNav} current="/accompagnement">
      <div class="cadre etroit aere pile-large">
        <div class="pile">
          <p class="petit doux">
            <Said>{sector}</Said>
          </p>
          <h1>Préparer la table fondatrice</h1>
          <p>De 5 à 12 fondateurs, de quatre foyers au moins. Vous serez là, et vous l’ouvrirez.</p>
          {stuck.page !== undefined && (
            <Notice tone="coince" live>
              {stuck.page}
            </Notice>
          )}
        </div>
        <form method="post" action={`${path}/table-fondatrice`} class="pile-large">
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
            type="time"
            value={typed?.hour}
            stuck={stuck.hour}
            short
          />
          <Field
            name="lieu"
            label="Où ?"
            hint="Un endroit que tout le monde trouve."
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
            <Button>Garder cette date</Button>
            <LinkButton href={path} icon="arrow-left">
              Revenir au secteur
            </LinkButton>
          </div>
        </form>
      </div>
    </Page>
  )
}
