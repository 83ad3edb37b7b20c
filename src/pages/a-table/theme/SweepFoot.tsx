import { Button, LinkButton } from '#ui/Button.tsx'
import type { SweepView } from './Sweep.tsx'

/** « C'est vu », said even when nothing is ticked: no theme ends without it. */
export function SweepFoot({ view }: { view: SweepView }) {
  return (
    <>
      <form method="post" action="/a-table/vu" data-foot="rows" hidden={view.up}>
        <input type="hidden" name="theme" value={view.shown.code} />
        <input type="hidden" name="rythme" value={view.pace} />
        <Button icon="check" data-act="seen">
          {isTicked(view) ? 'C’est vu' : 'Rien ici, c’est vu'}
        </Button>
      </form>
      <div data-foot="up" hidden={!view.up}>
        <LinkButton href={`/a-table/theme/${view.shown.code}`} icon="undo-2" data-act="back">
          Je reviens sur mes choix
        </LinkButton>
        <LinkButton href="/a-table" data-refresh>
          Voir où en est la table
        </LinkButton>
      </div>
    </>
  )
}

const isTicked = ({ deck, shown, offers, wishes }: SweepView): boolean =>
  deck
    .filter(({ theme }) => theme.code === shown.code)
    .flatMap(({ blocks }) => blocks.flatMap(({ rows }) => rows))
    .some(({ idea }) => offers.has(idea.code) || wishes.has(idea.code))
