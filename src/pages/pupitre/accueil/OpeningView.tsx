import type { Charter } from '#domain/charter/charter.ts'
import { Button, LinkButton } from '#ui/Button.tsx'
import { Icon } from '#ui/icons.tsx'
import { minutes } from '../console.words.ts'
import { ConsolePage } from '../ConsolePage.tsx'
import { Live } from '../Live.tsx'
import type { Console } from '../console.scope.server.ts'
import { ReadAloud } from '../ReadAloud.tsx'
import { openingSayings } from '../script.words.ts'
import { minutesIn } from './OpeningLine.tsx'

/** Where the essentials of the charter are read, in the order of the sayings. */
const rules = 3

type OpeningViewProps = { held: Console; moment: number; charter: Charter }

export function OpeningView({ held, moment, charter }: OpeningViewProps) {
  const saying = openingSayings[moment]
  return (
    <ConsolePage
      held={held}
      title="Ce qu’on dit"
      path={`/pupitre/accueil?moment=${moment}`}
      mainClass="cadre corps9"
      islands={['src/pages/pupitre/voice.island.ts']}
      foot={<OpeningFoot moment={moment} />}
    >
      <div class="pile-large">
        <h1 class="doux petit">{saying?.title}</h1>
        <p class="voix a-lire" data-voice>
          {saying?.sentence}
        </p>
        <p>{saying?.then}</p>
        <ReadAloud />
      </div>
      <div class="pile">
        <Live part="clock">
          <p class="fort rang">
            <Icon name="clock" />
            <span>
              <b>{minutes(minutesIn(held))}</b> depuis l’ouverture
            </span>
          </p>
        </Live>
        {moment === rules ? <Essentials charter={charter} /> : <Moments moment={moment} />}
      </div>
    </ConsolePage>
  )
}

function Essentials({ charter }: { charter: Charter }) {
  return (
    <ol class="essentiel petit">
      {charter.essentials.map((line) => (
        <li>
          {line.lead !== null && <b>{line.lead} </b>}
          {line.text}
        </li>
      ))}
    </ol>
  )
}

function Moments({ moment }: { moment: number }) {
  return (
    <ol class="moments">
      {openingSayings.map((saying, at) => (
        <li>
          <a
            class="lien"
            href={`/pupitre/accueil?moment=${at}`}
            aria-current={at === moment ? 'step' : undefined}
          >
            {minutes(saying.at)} · {saying.title}
          </a>
        </li>
      ))}
    </ol>
  )
}

function OpeningFoot({ moment }: { moment: number }) {
  const last = moment === openingSayings.length - 1
  return (
    <div class="barre-bas">
      <LinkButton href="/pupitre" icon={last ? 'arrow-left' : 'qr-code'}>
        {last ? 'Revenir' : 'La porte'}
      </LinkButton>
      <Button
        href={last ? '/pupitre' : `/pupitre/accueil?moment=${moment + 1}`}
        after="arrow-right"
        class="large"
      >
        {last ? 'Montrer la porte' : `Puis : ${openingSayings[moment + 1]?.title ?? ''}`}
      </Button>
    </div>
  )
}
