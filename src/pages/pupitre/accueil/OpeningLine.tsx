import { Icon } from '#ui/icons.tsx'
import type { Console } from '../console.scope.server.ts'
import { openingSayings, sayingAt } from '../script.words.ts'

/** Beside the door, before anyone looks at a screen: what to say about now. */
export function OpeningLine({ held }: { held: Console }) {
  const saying = openingSayings[sayingAt(minutesIn(held))]
  return (
    <a class="lien" href="/pupitre/accueil">
      <Icon name="message-circle" />
      <span>À dire : {saying?.title}</span>
    </a>
  )
}

/** Whole minutes since the table opened. */
export const minutesIn = ({ view: { gathering }, now }: Console): number =>
  gathering.openedAt === null ? 0 : Math.floor((now.getTime() - gathering.openedAt.getTime()) / 60_000)
