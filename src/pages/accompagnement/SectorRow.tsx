import type { SectorOverview } from '#domain/site/overview.views.server.ts'
import { sizeInWords } from '#domain/sectors/sector.words.ts'
import { Card } from '#ui/Card.tsx'
import { dateAndHour } from '#ui/dates.ts'
import { Gauge } from '#ui/Gauge.tsx'
import { State } from '#ui/Notice.tsx'
import { Said } from '#ui/Said.tsx'
import { number } from '#ui/typography.ts'

/** About two hundred offers make a sector live: the association's own mark. */
const offersMark = 200

/** One sector: its name and size, where it stands, what comes next. Totals only. */
export function SectorRow({ sector }: { sector: SectorOverview }) {
  return (
    <Card as="li">
      <div class="grille">
        <div class="pile-fine">
          <h2>
            <a href={`/accompagnement/secteurs/${sector.slug}`}>
              <Said>{sector.name}</Said>
            </a>
          </h2>
          <p class="petit doux">
            <Said>{sector.commune}</Said>, {sizeInWords(sector.entrances, sector.dwellings)}
          </p>
        </div>
        <SectorFigures sector={sector} />
        <div class="pile-fine">
          <p>{nextTable(sector.nextTable)}</p>
          <p>
            <NextState sector={sector} />
          </p>
        </div>
      </div>
    </Card>
  )
}

/** Registered neighbours, and offers towards two hundred. */
export function SectorFigures({ sector }: { sector: SectorOverview }) {
  const { registered, offers } = sector
  return (
    <Gauge
      value={offers}
      towards={offersMark}
      here={`${number(registered)} ${registered > 1 ? 'inscrits' : 'inscrit'}`}
      goal={`${number(offers)} ${offers > 1 ? 'offres' : 'offre'}, vers ${offersMark}`}
    />
  )
}

export const nextTable = (date: Date | null): string =>
  date === null ? 'Pas de table en vue.' : `Prochaine table : ${dateAndHour(date)}.`

function NextState({ sector: { tablesToApprove, founded, hosts } }: { sector: SectorOverview }) {
  if (!founded)
    return (
      <State tone="attente" icon="flag">
        La table fondatrice reste à préparer
      </State>
    )
  if (tablesToApprove > 0)
    return (
      <State tone="attente">
        {tablesToApprove > 1 ? 'Des tables attendent' : 'Une table attend'} votre oui
      </State>
    )
  if (hosts === 0) return <State tone="attente">Personne n’anime encore le groupe</State>
  if (hosts === 1)
    return (
      <State tone="attente" icon="eye">
        Une seule personne porte tout
      </State>
    )
  return (
    <State tone="oui" icon="users">
      {hosts} personnes animent le groupe
    </State>
  )
}
