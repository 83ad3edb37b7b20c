import { Count } from '#ui/Count.tsx'
import { TableRound } from '#ui/TableRound.tsx'
import { Icon } from '#ui/icons.tsx'
import { inLetters } from '#ui/letters.ts'
import type { SweepView } from './sweep-view.ts'

/** Eyes leave the screen. The count comes when the host moves on, if three people have finished; never per idea. */
export function HeadsUp({ view: { up, around, count, shown } }: { view: SweepView }) {
  return (
    <section class="pile centre" data-heads-up hidden={!up} aria-label="Tête haute">
      <h1>Regardez autour de vous</h1>
      <TableRound
        seats={around}
        finished={around}
        icon="coffee"
        label={`Une table, ${inLetters(around)} tasses`}
      />
      <div data-count-line hidden={count === null}>
        <Count value={count ?? 0} live>
          coches autour de la table
        </Count>
      </div>
      <p class="fort" data-left>
        {shown.name}
      </p>
      <p>C’est gardé. La suite viendra ici.</p>
      <p>
        <a class="lien" href={`/a-table/theme/${shown.code}`} data-act="back">
          <Icon name="undo-2" />
          <span>Je reviens sur mes choix</span>
        </a>
      </p>
      <p data-refresh>
        <a class="lien" href="/a-table">
          Voir où en est la table
        </a>
      </p>
    </section>
  )
}
