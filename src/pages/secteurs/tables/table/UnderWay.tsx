import type { TableSheet } from '#domain/gatherings/host-tables.views.server.ts'
import { QuietButton } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'

type UnderWayProps = { action: string; table: TableSheet; stuck: string | undefined }

/** An open table is held by its console; a device that went dark is replaced by this one. */
export function UnderWay({ action, table, stuck }: UnderWayProps) {
  return (
    <>
      {stuck !== undefined && (
        <Notice tone="coince" live>
          {stuck}
        </Notice>
      )}
      <Notice icon="tablet">Elle se tient sur l’appareil qui l’a ouverte, jusqu’à sa fermeture.</Notice>
      {table.resumable && (
        <form method="post" action={action} class="pile">
          <p>Cet appareil s’est éteint ? Le pupitre vient ici, et l’autre ne montre plus rien de la table.</p>
          <QuietButton icon="rotate-cw">Reprendre le pupitre ici</QuietButton>
        </form>
      )}
    </>
  )
}
