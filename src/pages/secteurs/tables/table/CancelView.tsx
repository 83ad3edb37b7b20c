import type { TableSheet } from '#domain/gatherings/host-tables.views.server.ts'
import { Button, QuietButton } from '#ui/Button.tsx'
import { dateAndHour } from '#ui/dates.ts'
import { Page } from '#ui/Page.tsx'
import type { TableScope } from './table.scope.server.ts'

/** A question before what cannot be undone. */
export function CancelView({ scope, table }: { scope: TableScope; table: TableSheet }) {
  const here = `${scope.path}/${table.id}`
  return (
    <Page title="Annuler cette table" nav={scope.nav} current={scope.tables} sector={scope.sector.name}>
      <div class="cadre etroit aere pile">
        <h1>Annuler la table du {dateAndHour(table.plannedFor)} ?</h1>
        <p>La date s’efface de la page publique. Prévenez de vive voix les voisins qui pensaient venir.</p>
        <form method="post" action={`${here}/annuler`} class="rang">
          <Button>Annuler cette table</Button>
          <QuietButton href={here}>La garder</QuietButton>
        </form>
      </div>
    </Page>
  )
}
