import type { ComponentChildren } from 'preact'
import { useContext } from 'preact/hooks'
import { Footer } from '#ui/Footer.tsx'
import { Head, type Sheet } from '#ui/Head.tsx'
import { Header } from '#ui/Header.tsx'
import type { Nav } from '#ui/nav.tsx'
import { Urls } from '#ui/urls.ts'

export type PageProps = {
  title: string
  description?: string | undefined
  /** Code of the theme in force: its colours, its hem. */
  theme?: string | undefined
  /** `none` at the table: nothing but the task. */
  nav: Nav | 'none'
  /** The address of the entry in force. */
  current?: string | undefined
  /** Name of the sector, shown in the header. */
  sector?: string | undefined
  /** What the banner says, in place of what the server says on every page. */
  demo?: ComponentChildren
  /** In place of the header, at the table: a `<ThemeBand>` or a `<TableTop>`. */
  top?: ComponentChildren
  /** The foot that sticks, with the one main action. */
  foot?: ComponentChildren
  bodyClass?: string | undefined
  mainClass?: string | undefined
  /** Sources of the islands of this page: `src/pages/…/sweep.island.ts`. */
  islands?: readonly string[]
  /** Pages of the association that search sites may list. Off unless said. */
  indexed?: boolean
  /** The styles that only some pages need; chosen from `nav` unless said. */
  sheet?: Sheet | 'none'
  children: ComponentChildren
}

/** The sheet every page is written on. */
export function Page(page: PageProps) {
  const { banner } = useContext(Urls)
  const demo = page.demo ?? banner
  return (
    <html lang="fr">
      <Head
        title={page.title}
        description={page.description}
        indexed={page.indexed}
        islands={page.islands}
        sheet={page.sheet ?? usualSheet(page.nav)}
      />
      <body data-theme={page.theme} class={page.bodyClass}>
        <a class="saut" href="#contenu">
          Aller au contenu
        </a>
        {demo && <DemoBanner>{demo}</DemoBanner>}
        {page.nav !== 'none' && <Header nav={page.nav} current={page.current} sector={page.sector} />}
        {page.nav !== 'none' && <div class={page.theme === undefined ? 'ourlet vichy' : 'ourlet'} />}
        {page.top}
        <main id="contenu" class={page.mainClass}>
          {page.children}
        </main>
        {page.foot && (
          <section class="pied" aria-label="Pour continuer">
            {page.foot}
          </section>
        )}
        {page.nav !== 'none' && <Footer mark={page.nav.place === 'top'} />}
      </body>
    </html>
  )
}

/** The table has its own; the association's pages tell; a neighbour's pages need neither. */
function usualSheet(nav: Nav | 'none'): Sheet | 'none' {
  if (nav === 'none') return 'table'
  return nav.place === 'top' ? 'story' : 'none'
}

function DemoBanner({ children }: { children: ComponentChildren }) {
  return (
    <aside class="demo" aria-label="Démonstration">
      <div class="cadre">{children}</div>
    </aside>
  )
}
