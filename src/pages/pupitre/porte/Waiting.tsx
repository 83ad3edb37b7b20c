import type { ConsoleSeat } from '#domain/gatherings/console.views.server.ts'
import { LinkButton, QuietButton } from '#ui/Button.tsx'
import { Icon, type IconName } from '#ui/icons.tsx'
import { pictures } from '#ui/pictures.ts'
import { Said } from '#ui/Said.tsx'
import { said } from '#ui/typography.ts'
import { waitingWords } from '../console.words.ts'

/** Who waits at the door: the host looks for the picture around the table before saying yes. */
export function Waiting({ waiting, back }: { waiting: readonly ConsoleSeat[]; back: string }) {
  return (
    <section class="file">
      <h2 class="petit">{waitingWords(waiting.length)}</h2>
      <ul class="attentes">
        {waiting.map((seat) => (
          <li>
            <WaitingCard seat={seat} back={back} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function WaitingCard({ seat, back }: { seat: ConsoleSeat; back: string }) {
  const face = `${seat.picture} ${seat.pictureNumber}`
  return (
    <form method="post" action={`/pupitre/porte/${seat.id}`} class="attend">
      <input type="hidden" name="retour" value={back} />
      <p>
        <span class="puce">
          <Icon name={iconOf(seat.picture)} />
          <b>{face}</b>
        </span>
        <span class="qui">
          <b>
            <Said>{seat.firstName}</Said>
          </b>
          {seat.entrance !== '' && (
            <>
              , <Said>{seat.entrance}</Said>
            </>
          )}
        </span>
      </p>
      <QuietButton
        name="reponse"
        value="oui"
        icon="check"
        class="oui"
        id={`oui-${seat.id}`}
        label={`Oui, à notre table : ${said(seat.firstName)}`}
      >
        Oui, à notre table
      </QuietButton>
      <LinkButton
        name="reponse"
        value="non"
        id={`non-${seat.id}`}
        label={`Je ne vois pas cette personne : ${said(seat.firstName)}`}
      >
        Je ne vois pas cette personne
      </LinkButton>
    </form>
  )
}

/** The drawing of a picture that is stored by its French word. */
const iconOf = (picture: string): IconName =>
  Object.values(pictures).find(({ word }) => word === picture)?.icon ?? 'key-round'
