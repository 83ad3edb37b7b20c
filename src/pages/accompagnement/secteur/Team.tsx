import { teamAdvice } from '#domain/roles/mandate.ts'
import { teamAdvices } from '#domain/roles/mandate.words.ts'
import type { Candidate, Host } from '#domain/site/team.views.server.ts'
import { LinkButton, QuietButton } from '#ui/Button.tsx'
import { fullDate } from '#ui/dates.ts'
import { Field } from '#ui/Field.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Said } from '#ui/Said.tsx'
import { SelectField } from '#ui/SelectField.tsx'
import type { JustSaid } from './just-said.ts'

type TeamProps = {
  path: string
  team: readonly Host[]
  candidates: readonly Candidate[]
  latestDay: string
  said: JustSaid
}

/** The host team by name, until when, and how to confide one more mandate. */
export function Team({ path, team, candidates, latestDay, said }: TeamProps) {
  const advice = teamAdvice(team.length)
  return (
    <section class="pile" aria-labelledby="groupe">
      <h2 id="groupe">Le groupe d’animation</h2>
      {advice !== null && <Notice tone="attente">{teamAdvices[advice]}</Notice>}
      {team.length > 0 && (
        <ul class="pile">
          {team.map((host) => (
            <HostLine host={host} action={`${path}/mandats/fin`} />
          ))}
        </ul>
      )}
      {candidates.length === 0 && said.mandate !== undefined && (
        <Notice tone="coince" live>
          {said.mandate.person ?? said.mandate.lastDay}
        </Notice>
      )}
      {candidates.length > 0 && (
        <form method="post" action={`${path}/mandats`} class="pile">
          <h3>Confier un mandat</h3>
          <SelectField
            name="voisin"
            label="À quel voisin inscrit ?"
            options={[{ value: '', label: 'Choisissez' }, ...candidates.map(asOption)]}
            value={said.chosen ?? ''}
            stuck={said.mandate?.person}
          />
          <Field
            name="jour"
            label="Jusqu’à quel jour ?"
            hint="Douze mois au plus. Dites ce jour de vive voix."
            type="date"
            value={said.lastDay ?? latestDay}
            stuck={said.mandate?.lastDay}
            max={latestDay}
            short
          />
          <QuietButton icon="user-plus">Confier ce mandat</QuietButton>
        </form>
      )}
    </section>
  )
}

function HostLine({ host, action }: { host: Host; action: string }) {
  return (
    <li class="rang">
      <span>
        <b>
          <Said>{host.firstName}</Said>
        </b>
        {host.entrance !== null && (
          <>
            , <Said>{host.entrance}</Said>
          </>
        )}
        , jusqu’au {fullDate(host.until)}
      </span>
      <form method="post" action={action}>
        <LinkButton name="voisin" value={host.personId} label={`Mettre fin au mandat : ${host.firstName}`}>
          Mettre fin au mandat
        </LinkButton>
      </form>
    </li>
  )
}

const asOption = ({ personId, firstName, entrance }: Candidate) => ({
  value: personId,
  label: entrance === null ? firstName : `${firstName}, ${entrance}`,
})
