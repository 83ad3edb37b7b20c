import type { ComponentChildren } from 'preact'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { TableTop } from '#ui/ThemeBand.tsx'
import type { LiveMarks } from './marks.ts'

type SheetProps = {
  title: string
  /** A few words at the top: « À table », « Deuxième tasse ». */
  word: ComponentChildren
  theme?: string | undefined
  foot?: ComponentChildren
  live?: LiveMarks | undefined
  bodyClass?: string | undefined
  /** The newcomer's quiet way out, on every screen of theirs. */
  mayLeave?: boolean
  children: ComponentChildren
}

/** A screen of the table on a phone: one task, one main action, and two quiet ways around. */
export function Sheet({ title, word, theme, foot, live, bodyClass, mayLeave = false, children }: SheetProps) {
  return (
    <Page
      title={title}
      nav="none"
      theme={theme}
      bodyClass={bodyClass}
      top={<TableTop word={word} />}
      foot={foot}
      islands={live === undefined ? [] : ['src/pages/a-table/vivant/seat.island.ts']}
    >
      {live?.on === 'tell' && <Moved />}
      <div class="cadre etroit pile-large aere">
        {children}
        {(live !== undefined || mayLeave) && <QuietWays live={live} mayLeave={mayLeave} />}
      </div>
    </Page>
  )
}

function Moved() {
  return (
    <div class="cadre etroit" data-moved hidden>
      <Notice live>
        La table est passée à la suite. Prenez votre temps : <a href="/a-table">voir où elle en est</a>.
      </Notice>
    </div>
  )
}

function QuietWays({ live, mayLeave }: { live: LiveMarks | undefined; mayLeave: boolean }) {
  return (
    <nav
      class="rang"
      aria-label="Autrement"
      data-live={live?.on}
      data-step={live?.step}
      data-vouches={live?.vouches}
    >
      {live !== undefined && (
        <a class="lien" href="/a-table" data-refresh>
          Voir où en est la table
        </a>
      )}
      {mayLeave && <LeaveLink />}
    </nav>
  )
}

export function LeaveLink() {
  return (
    <a class="lien" href="/a-table/partir">
      Je préfère ne pas m’inscrire
    </a>
  )
}
