import type { CoveredEntrance } from '#domain/site/coverage.views.server.ts'
import { Said } from '#ui/Said.tsx'
import { number } from '#ui/typography.ts'

/** Each entrance, how many households are there and how many dwellings: which ones have nobody yet. */
export function Entrances({ entrances }: { entrances: readonly CoveredEntrance[] }) {
  return (
    <section class="pile" aria-labelledby="entrees">
      <h2 id="entrees">Les entrées</h2>
      <div class="defile" role="region" aria-label="Foyers et logements, entrée par entrée" tabIndex={0}>
        <table class="chiffres">
          <thead>
            <tr>
              <th scope="col">Entrée</th>
              <th scope="col">Foyers inscrits</th>
              <th scope="col">Logements</th>
            </tr>
          </thead>
          <tbody>
            {entrances.map(({ name, households, dwellings }) => (
              <tr>
                <th scope="row">
                  <Said>{name}</Said>
                </th>
                <td>{households === 0 ? 'personne encore' : number(households)}</td>
                <td>{number(dwellings)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
