import type { FoundingTable } from '#domain/site/tables.views.server.ts'
import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Card.tsx'
import { dateAndHour, longDate } from '#ui/dates.ts'
import { Said } from '#ui/Said.tsx'

type FoundingProps = { founding: FoundingTable | null; path: string; slug: string }

/** The founding table: to prepare, to open on the day, or behind us. It happens once. */
export function Founding({ founding, path, slug }: FoundingProps) {
  if (founding === null)
    return (
      <Card as="section">
        <h2>La table fondatrice</h2>
        <p>
          Personne n’est encore inscrit : vous êtes là, et chaque fondateur est reconnu par deux autres, d’un
          autre foyer. Cela n’arrive qu’une fois.
        </p>
        <p>
          <Button href={`${path}/table-fondatrice`}>Préparer la table fondatrice</Button>
        </p>
      </Card>
    )
  if (founding.state === 'closed')
    return <p>La table fondatrice a eu lieu le {longDate(founding.plannedFor)}.</p>
  return (
    <Card as="section">
      <h2>La table fondatrice</h2>
      <p>
        {dateAndHour(founding.plannedFor)}, <Said>{founding.place}</Said>. S’il pleut :{' '}
        <Said>{founding.shelter}</Said>.
      </p>
      <p>
        <Button href={`/secteurs/${slug}/tables/${founding.id}`} icon="door-open">
          {founding.state === 'to-open' ? 'Ouvrir la table' : 'Revenir à la table'}
        </Button>
      </p>
    </Card>
  )
}
