import { marks, nextToDo } from '#domain/gatherings/host-tables.ts'
import type { SectorCounts } from '#domain/gatherings/still-missing.views.server.ts'
import { nextWords, registeredOf } from '#domain/gatherings/host-tables.words.ts'
import type { CoveredEntrance } from '#domain/site/coverage.views.server.ts'
import { longDate } from '#ui/dates.ts'
import { Gauge } from '#ui/Gauge.tsx'
import { Icon } from '#ui/icons.tsx'
import { Said } from '#ui/Said.tsx'
import { number } from '#ui/typography.ts'

type StillMissingProps = { counts: SectorCounts; entrances: readonly CoveredEntrance[] }

/** « Ce qui manque encore »: marks on a path, then one or two things to do. */
export function StillMissing({ counts, entrances }: StillMissingProps) {
  const quiet = entrances.filter((entrance) => entrance.households === 0)
  const steps = nextToDo({ ...counts, quietEntrances: quiet.map(({ name }) => name) })
  return (
    <section class="pile-large" aria-labelledby="manque">
      <h2 id="manque">Ce qui manque encore</h2>
      <Gauge
        value={counts.offers}
        towards={marks.offers}
        here={counted(counts.offers, 'offre', 'offres')}
        goal={`vers ${marks.offers}`}
      />
      <Gauge
        value={counts.households}
        towards={counts.dwellings}
        here={counted(counts.households, 'foyer inscrit', 'foyers inscrits')}
        goal={`pour ${counted(counts.dwellings, 'logement', 'logements')}`}
      />
      <Quiet entrances={quiet} />
      <LastTables tables={counts.lastTables} />
      <div class="pile-fine">
        <h3>Pour avancer</h3>
        <ul class="faits">
          {steps.map((step) => (
            <li>
              <Icon name="footprints" />
              <span>{nextWords[step]}</span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}

function Quiet({ entrances }: { entrances: readonly CoveredEntrance[] }) {
  if (entrances.length === 0) return <p>Chaque entrée a déjà quelqu’un.</p>
  return (
    <div class="pile-fine">
      <h3>Personne encore</h3>
      <ul class="puces">
        {entrances.map((entrance) => (
          <li class="puce">
            <Icon name="house" />
            <span>
              <Said>{entrance.name}</Said>
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function LastTables({ tables }: { tables: SectorCounts['lastTables'] }) {
  if (tables.length === 0) return null
  return (
    <div class="pile-fine">
      <h3>Les dernières tables</h3>
      <ul class="faits">
        {tables.map((table) => (
          <li>
            <Icon name="coffee" />
            <span>
              {longDate(table.plannedFor)} : {registeredOf(table.registered, table.newcomers)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

const counted = (count: number, one: string, many: string): string =>
  `${number(count)} ${count > 1 ? many : one}`
