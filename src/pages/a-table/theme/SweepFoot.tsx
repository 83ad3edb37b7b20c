import { Button } from '#ui/Button.tsx'
import type { SweepView } from './sweep-view.ts'

/** « C'est vu », said even when nothing is ticked: no theme ends without it. */
export function SweepFoot({ view }: { view: SweepView }) {
  return (
    <form method="post" action="/a-table/vu" data-foot hidden={view.up}>
      <input type="hidden" name="theme" value={view.shown.code} />
      <input type="hidden" name="rythme" value={view.pace} />
      <Button icon="check" data-act="seen">
        {isTicked(view) ? 'C’est vu' : 'Rien ici, c’est vu'}
      </Button>
    </form>
  )
}

const isTicked = ({ deck, shown, offers, wishes }: SweepView): boolean =>
  deck
    .filter(({ theme }) => theme.code === shown.code)
    .flatMap(({ blocks }) => blocks.flatMap(({ rows }) => rows))
    .some(({ idea }) => offers.has(idea.code) || wishes.has(idea.code))
