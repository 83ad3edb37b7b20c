import type { LiveWord } from '#domain/gatherings/live-word.ts'
import { Button, LinkButton, QuietButton } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { QrCode } from '#ui/QrCode.tsx'
import { around } from '../console.words.ts'
import { ConsolePage } from '../ConsolePage.tsx'
import { Live } from '../Live.tsx'
import type { Console } from '../console.scope.server.ts'
import { OpeningLine } from '../accueil/OpeningLine.tsx'
import { ConsoleTop } from '../ConsoleTop.tsx'
import { MoveOn } from '../MoveOn.tsx'
import { DoorWord } from './DoorWord.tsx'
import { Waiting } from './Waiting.tsx'

type DoorViewProps = {
  held: Console
  /** Null while the door is closed. */
  live: (LiveWord & { square: string }) | null
  publicUrl: string
  /** True on the table's first step, when the door is the desk. */
  isDesk: boolean
  stuck?: string | undefined
}

/** Screen 2, « La porte »: the square, the live word, and beside them who waits for the host's yes. */
export function DoorView({ held, live, publicUrl, isDesk, stuck }: DoorViewProps) {
  return (
    <ConsolePage
      held={held}
      title="La porte"
      path={isDesk ? '/pupitre' : '/pupitre/porte'}
      follows={isDesk}
      stuck={stuck}
      mainClass="cadre"
      top={<ConsoleTop held={held}>{isDesk && <OpeningLine held={held} />}</ConsoleTop>}
      foot={<DoorFoot held={held} isDesk={isDesk} />}
    >
      <Live part="door" class={held.view.waiting.length === 0 ? 'seuil' : 'seuil attendu'}>
        <div class="entree">
          {live === null ? <ClosedDoor /> : <OpenDoor live={live} publicUrl={publicUrl} />}
        </div>
        <Waiting waiting={held.view.waiting} back={isDesk ? '/pupitre' : '/pupitre/porte'} />
      </Live>
    </ConsolePage>
  )
}

function OpenDoor({ live, publicUrl }: { live: LiveWord & { square: string }; publicUrl: string }) {
  return (
    <>
      <div class="pile centre">
        <h1>Visez ce carré</h1>
        <QrCode
          text={`${publicUrl}/a-table?carre=${live.square}`}
          label="Carré à viser avec un téléphone : page À table"
        />
      </div>
      <div class="pile centre">
        <h2>ou tapez ce mot, page « À table »</h2>
        <DoorWord live={live} />
        <noscript>
          <a class="lien" href="">
            Voir le mot du moment
          </a>
        </noscript>
      </div>
    </>
  )
}

function ClosedDoor() {
  return (
    <EmptyState title="La porte est fermée" drawing="entree">
      <h1 class="cache">La porte</h1>
      <p>Plus aucun mot n’ouvre. Rouvrez-la pour quelqu’un qui arrive.</p>
    </EmptyState>
  )
}

function DoorFoot({ held, isDesk }: { held: Console; isDesk: boolean }) {
  const { doorOpen, phase } = held.view.gathering
  return (
    <div class="barre-bas">
      <Live part="around" as="span">
        <LinkButton href="/pupitre/places">{around(held.view.around)}</LinkButton>
      </Live>
      <Live part="door-button" as="span">
        {phase !== 'harvest' && (
          <form method="post" action="/pupitre/porte">
            <input type="hidden" name="retour" value={isDesk ? '/pupitre' : '/pupitre/porte'} />
            <QuietButton
              name="porte"
              value={doorOpen ? 'fermer' : 'ouvrir'}
              icon={doorOpen ? 'lock' : 'door-open'}
            >
              {doorOpen ? 'Fermer la porte' : 'Rouvrir la porte'}
            </QuietButton>
          </form>
        )}
      </Live>
      {isDesk ? (
        <MoveOn held={held} />
      ) : (
        <Button href="/pupitre" icon="arrow-left">
          Revenir au pupitre
        </Button>
      )}
    </div>
  )
}
