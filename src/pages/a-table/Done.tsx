import type { Me, SeatView } from '#domain/gatherings/seat.views.server.ts'
import type { PublicTable } from '#domain/site/next-tables.views.server.ts'
import { dateAndHour, dayOfMonth } from '#ui/dates.ts'
import { Drawing } from '#ui/Drawing.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Said } from '#ui/Said.tsx'
import { HandBack } from './HandBack.tsx'
import { Sheet } from './Sheet.tsx'

type DoneProps = { view: SeatView; next: PublicTable | null }

/** The table is closed: who was there, and what comes next. Nothing more is asked. */
export function Done({ view, next }: DoneProps) {
  const newcomer = view.seat?.kind === 'newcomer'
  return (
    <Sheet
      title="C’est fait"
      word="La table est fermée"
      mayLeave={newcomer && view.me !== null && !view.me.registered}
    >
      <h1>C’est fait</h1>
      {view.me === null || view.me.registered ? (
        <Registered view={view} newcomer={newcomer} />
      ) : (
        <Pending me={view.me} next={next} />
      )}
      {next && (
        <p>
          Prochain café : {dateAndHour(next.plannedFor)}, <Said>{next.place}</Said>
        </p>
      )}
      <Drawing name="pelote" />
      {newcomer && <HandBack />}
    </Sheet>
  )
}

function Registered({ view, newcomer }: { view: SeatView; newcomer: boolean }) {
  return (
    <>
      <p class="fort">
        Vous voilà {view.linked} voisins en lien.{newcomer && view.me && <WereThere me={view.me} />}
      </p>
      {newcomer && <p>D’ici deux jours, quelqu’un vous fera signe pour un premier lien.</p>}
      {newcomer && view.me?.contact?.email && (
        <p>
          Pour retrouver vos choix de chez vous, touchez « Entrer » à l’accueil et donnez votre adresse
          e-mail.
        </p>
      )}
    </>
  )
}

/** « Paul et Aïcha étaient là. » Someone discreet is « un voisin », and stays so. */
function WereThere({ me }: { me: Me }) {
  const named = me.discreet ? [] : me.witnesses
  const unnamed = me.vouches - named.length
  const people = [
    ...named.map((name) => <Said>{name}</Said>),
    ...(unnamed > 0 ? [<Unnamed count={unnamed} />] : []),
  ]
  if (people.length === 0) return null
  return (
    <>
      {' '}
      {people.map((person, i) => (
        <>
          {i > 0 && (i === people.length - 1 ? ' et ' : ', ')}
          {person}
        </>
      ))}{' '}
      {me.vouches > 1 ? 'étaient là.' : 'était là.'}
    </>
  )
}

const Unnamed = ({ count }: { count: number }) => <>{count === 1 ? 'un voisin' : `${count} voisins`}</>

function Pending({ me, next }: { me: Me; next: PublicTable | null }) {
  return (
    <Notice tone="attente">
      {stillMissing(me)}{' '}
      {next === null
        ? 'On se retrouve au prochain café ?'
        : `On se retrouve au café du ${dayOfMonth(next.plannedFor)} ?`}
    </Notice>
  )
}

/** All that is missing, so that nobody hears at the café of something more. */
function stillMissing({ vouches, charterAccepted }: Me): string {
  const witnesses =
    vouches === 0
      ? 'Il manque deux voisins pour confirmer.'
      : vouches === 1
        ? 'Il manque un voisin pour confirmer.'
        : 'Il manque un voisin du groupe d’animation pour confirmer.'
  if (charterAccepted) return witnesses
  return vouches >= 2
    ? 'Il reste la charte à relire ensemble.'
    : `${witnesses} Il reste aussi la charte à relire ensemble.`
}
