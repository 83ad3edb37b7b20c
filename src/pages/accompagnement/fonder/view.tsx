import type { PlanStuck } from '#domain/gatherings/host-tables.words.ts'
import type { TypedPlan } from '#domain/gatherings/planning.form.ts'
import { PlanFields } from '#pages/secteurs/tables/PlanFields.tsx'
import { Button, LinkButton } from '#ui/Button.tsx'
import { Page } from '#ui/Page.tsx'
import { Said } from '#ui/Said.tsx'
import { companionNav } from '../nav.ts'

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
        </div>
        <form method="post" action={`${path}/table-fondatrice`} class="pile-large">
          <PlanFields today={today} typed={typed} stuck={stuck} />
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
