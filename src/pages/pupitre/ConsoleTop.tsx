import type { ComponentChildren } from 'preact'
import { dayOfMonth, weekday } from '#ui/dates.ts'
import { Icon } from '#ui/icons.tsx'
import { State } from '#ui/Notice.tsx'
import { SizeButton } from '#ui/SizeButton.tsx'
import { waitingShort } from './console.words.ts'
import { Live } from './Live.tsx'
import type { Console } from './console.scope.server.ts'

/** The top of a console screen: the door and who waits at it, the day, the size of the text. */
export function ConsoleTop({ held, children }: { held: Console; children?: ComponentChildren }) {
  const { gathering } = held.view
  return (
    <header class="haut">
      <Live part="top" class="rang">
        <DoorState open={gathering.doorOpen} />
        <AtTheDoor held={held} />
      </Live>
      <span class="outils rang">
        {children}
        <span class="petit doux au-large">
          table du {weekday(gathering.plannedFor)} {dayOfMonth(gathering.plannedFor)}
        </span>
        <SizeButton />
      </span>
    </header>
  )
}

function DoorState({ open }: { open: boolean }) {
  return open ? (
    <State tone="oui" icon="door-open">
      La porte est ouverte
    </State>
  ) : (
    <State tone="nuage" icon="lock">
      La porte est fermée
    </State>
  )
}

/** Someone knocks while the table goes on: a link to the door, on every screen but the door. */
export function AtTheDoor({ held }: { held: Console }) {
  const { waiting, gathering } = held.view
  if (gathering.phase === 'welcome' || gathering.phase === 'harvest') return null
  return (
    <a class="lien" href="/pupitre/porte">
      <Icon name="qr-code" />
      <span>{waiting.length === 0 ? 'La porte' : waitingShort(waiting.length)}</span>
    </a>
  )
}
