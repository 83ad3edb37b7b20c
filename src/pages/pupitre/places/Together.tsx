import type { ConsoleSeat } from '#domain/gatherings/console.views.server.ts'
import { QuietButton } from '#ui/Button.tsx'
import { SelectField } from '#ui/SelectField.tsx'
import { said } from '#ui/typography.ts'

/** « Qui habite ensemble ? » With a neighbour already registered, it waits for that neighbour's own yes. */
export function Together({ seats }: { seats: readonly ConsoleSeat[] }) {
  const newcomers = seats.filter((seat) => seat.kind === 'newcomer')
  if (newcomers.length === 0 || seats.length < 2) return null
  return (
    <form method="post" action="/pupitre/places/ensemble" class="carte pile" aria-labelledby="ensemble">
      <h2 id="ensemble">Qui habite ensemble ?</h2>
      <p class="aide">
        Deux personnes d’un même foyer ne se confirment pas l’une l’autre. Un voisin déjà inscrit le dit
        lui-même, sur son écran.
      </p>
      <div class="rang foyers">
        <SelectField name="place" label="Qui arrive" options={options(newcomers)} />
        <SelectField name="avec" label="Habite avec" options={options(seats)} />
        <QuietButton icon="house">Ils habitent ensemble</QuietButton>
      </div>
    </form>
  )
}

const options = (seats: readonly ConsoleSeat[]) => [
  { value: '', label: 'Choisir' },
  ...seats.map((seat) => ({
    value: seat.id,
    label: said(seat.entrance === '' ? seat.firstName : `${seat.firstName}, ${seat.entrance}`),
  })),
]
