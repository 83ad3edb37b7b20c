import type { Theme } from '#domain/ideas/catalogue.ts'
import { QuietButton } from '#ui/Button.tsx'
import { dayOfMonth, weekday } from '#ui/dates.ts'
import { Notice } from '#ui/Notice.tsx'
import { SizeButton } from '#ui/SizeButton.tsx'
import { TableRound } from '#ui/TableRound.tsx'
import { HostBand } from '#ui/ThemeBand.tsx'
import { finishedWords, secondsLeft } from './console.words.ts'
import { ConsolePage } from './ConsolePage.tsx'
import { Live } from './Live.tsx'
import { AtTheDoor } from './ConsoleTop.tsx'
import type { Console } from './console.scope.server.ts'
import { ReadAloud } from './ReadAloud.tsx'
import { StepFoot } from './RulesView.tsx'
import { countSaying, sweepThen } from './script.words.ts'

/** Ticking lasts 38 seconds a theme, then the next button calls once; nothing ever moves by itself. */
const tickingLasts = 38

type SweepViewProps = { held: Console; stuck?: string | undefined }

/** Screen 9, « Le pupitre »: the hook to read, the table with its cups, and the next theme. */
export function SweepView({ held, stuck }: SweepViewProps) {
  const { themePosition } = held.view.gathering
  const theme = held.catalogue.themes[themePosition]
  if (theme === undefined) return null
  return (
    <ConsolePage
      held={held}
      title={`Pupitre : ${theme.name}`}
      theme={theme.code}
      follows
      stuck={stuck}
      mainClass="cadre corps9"
      top={<Band held={held} theme={theme} />}
      islands={['src/pages/pupitre/sweep.island.ts', 'src/pages/pupitre/voice.island.ts']}
      foot={<StepFoot held={held} />}
    >
      <div class="pile">
        <LastCount held={held} />
        <p class="doux">
          <b>À lire à voix haute</b>
        </p>
        <p class="voix a-lire" data-voice>
          « {theme.hook} »
        </p>
        <p>{sweepThen}</p>
        <p class="rang">
          <QuietButton type="button" icon="pause" id="pause" hidden>
            Pause
          </QuietButton>
          <ReadAloud />
        </p>
      </div>
      <Cups held={held} theme={theme} />
    </ConsolePage>
  )
}

function Band({ held, theme }: { held: Console; theme: Theme }) {
  const { themePosition, plannedFor } = held.view.gathering
  const { code, name, pictogram } = theme
  return (
    <HostBand
      code={code}
      name={name}
      icon={pictogram}
      index={themePosition + 1}
      total={held.catalogue.themes.length}
    >
      table du {weekday(plannedFor)} {dayOfMonth(plannedFor)}
      <span class="rang outils">
        <Live part="top" as="span">
          <AtTheDoor held={held} />
        </Live>
        <SizeButton />
      </span>
    </HostBand>
  )
}

/** The count of the theme just left, once three people have finished it. Never a name. */
function LastCount({ held: { view, catalogue } }: { held: Console }) {
  const left = catalogue.themes[view.gathering.themePosition - 1]
  const count = view.counts.find(({ theme }) => theme === left?.code)
  if (left === undefined || count === undefined) return null
  return <Notice icon="heart">{countSaying(count.ticks)}</Notice>
}

function Cups({ held, theme }: { held: Console; theme: Theme }) {
  const { view } = held
  const finished = Math.min(view.finished[theme.code] ?? 0, view.newcomers)
  const gone = secondsIn(held)
  const words = finishedWords(finished, view.newcomers)
  return (
    <Live part="cups" class="pile centre">
      <div data-gone={gone} data-lasts={tickingLasts}>
        <TableRound seats={view.newcomers} finished={finished} label={words} timeGone={gone / tickingLasts} />
      </div>
      <p class="fort">
        <b>{words}</b>
      </p>
      <p class="petit doux" data-left>
        {secondsLeft(tickingLasts - gone)}
      </p>
    </Live>
  )
}

/** Whole seconds since the theme began. */
const secondsIn = ({ view: { gathering }, now }: Console): number =>
  gathering.themeSince === null
    ? 0
    : Math.max(0, Math.floor((now.getTime() - gathering.themeSince.getTime()) / 1000))
