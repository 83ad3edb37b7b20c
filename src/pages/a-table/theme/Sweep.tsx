import { IdeaSprite } from '#ui/IdeaRow.tsx'
import { OfflineLine } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { ThemeBand } from '#ui/ThemeBand.tsx'
import { LeaveLink } from '../Sheet.tsx'
import { Around } from './Around.tsx'
import { HeadsUp } from './HeadsUp.tsx'
import { MovingOn } from './MovingOn.tsx'
import { SweepFoot } from './SweepFoot.tsx'
import type { SweepView } from './sweep-view.ts'
import { ThemePart } from './ThemePart.tsx'

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
        <div>
          {deck.map((part) => (
            <ThemePart part={part} view={view} />
          ))}
        </div>
        <div class="pile" data-rows hidden={up}>
          <Around view={view} />
        </div>
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
