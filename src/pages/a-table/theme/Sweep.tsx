import type { DeckTheme, Theme } from '#domain/ideas/catalogue.ts'
import { IdeaSprite } from '#ui/IdeaRow.tsx'
import { OfflineLine } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { ThemeBand } from '#ui/ThemeBand.tsx'
import { LeaveLink } from '../Sheet.tsx'
import { Around } from './Around.tsx'
import { HeadsUp } from './HeadsUp.tsx'
import { MovingOn } from './MovingOn.tsx'
import { SweepFoot } from './SweepFoot.tsx'
import { ThemePart } from './ThemePart.tsx'

export type SweepView = {
  readonly seat: string
  readonly newcomer: boolean
  readonly deck: readonly DeckTheme[]
  readonly offers: ReadonlySet<string>
  readonly wishes: ReadonlySet<string>
  /** The highest counter known of this person: the phone goes on from there. */
  readonly counter: number
  readonly pace: 'together' | 'own'
  readonly shown: Theme
  /** The theme the table is at; null once the sweep is over. */
  readonly table: Theme | null
  readonly seen: readonly string[]
  /** True after « C'est vu », until the host moves on. */
  readonly up: boolean
  readonly around: number
  readonly count: number | null
}

/** One document for the whole sweep: every theme is in it, one is shown. Each works as an ordinary form. */
export function Sweep({ view }: { view: SweepView }) {
  const { deck, shown, up } = view
  return (
    <Page
      title={up ? 'Regardez autour de vous' : shown.name}
      nav="none"
      theme={shown.code}
      bodyClass={up ? 'tete-haute' : undefined}
      top={<Bands view={view} />}
      foot={<SweepFoot view={view} />}
      islands={['src/pages/a-table/theme/sweep.island.ts']}
    >
      <IdeaSprite />
      <HeadsUp view={view} />
      <div
        class="cadre etroit pile-large"
        data-sweep
        data-seat={view.seat}
        data-counter={view.counter}
        data-pace={view.pace}
        data-table={view.table?.code ?? ''}
        data-shown={shown.code}
        data-seen={view.seen.join(' ')}
      >
        {deck.map((part) => (
          <ThemePart part={part} view={view} />
        ))}
        <Around view={view} />
        {view.newcomer && <LeaveLink />}
      </div>
      <MovingOn />
      <OfflineLine hidden />
    </Page>
  )
}

function Bands({ view: { deck, shown, up } }: { view: SweepView }) {
  return (
    <>
      {deck.map(({ theme }, position) => (
        <div data-band={theme.code} hidden={up || theme.code !== shown.code}>
          <ThemeBand
            code={theme.code}
            name={theme.name}
            icon={theme.pictogram}
            hook={theme.hook}
            index={position + 1}
            total={deck.length}
          />
        </div>
      ))}
    </>
  )
}
