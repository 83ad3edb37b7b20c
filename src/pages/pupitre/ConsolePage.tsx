import type { ComponentChildren } from 'preact'
import { useContext } from 'preact/hooks'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { Urls } from '#ui/urls.ts'
import { liveConsole, stepOf } from './console.live.ts'
import type { Console } from './console.scope.server.ts'
import { ConsoleTop } from './ConsoleTop.tsx'

type ConsolePageProps = {
  held: Console
  title: string
  /** Where a browser finds this page again by itself, be it the answer to a button. */
  path?: string
  theme?: string | undefined
  /** In place of the usual top. */
  top?: ComponentChildren
  foot?: ComponentChildren
  mainClass?: string
  /** True for the screens of the table's steps: the page goes where the table goes. */
  follows?: boolean
  /** What was refused, in words. */
  stuck?: string | undefined
  islands?: readonly string[]
  children: ComponentChildren
}

/** The sheet of the host's screens: one task, nothing that scrolls on a tablet, and parts that stay true. */
export function ConsolePage({
  held,
  title,
  path = '/pupitre',
  theme,
  top,
  foot,
  follows = false,
  stuck,
  ...page
}: ConsolePageProps) {
  return (
    <Page
      title={title}
      nav="none"
      theme={theme}
      bodyClass="pupitre"
      top={
        <>
          <ConsoleSheet />
          {top ?? <ConsoleTop held={held} />}
        </>
      }
      foot={foot}
      mainClass={page.mainClass ?? 'cadre pile-large aere'}
      islands={['src/pages/pupitre/live.island.ts', ...(page.islands ?? [])]}
    >
      <Marks held={held} path={path} follows={follows} />
      {stuck !== undefined && (
        <Notice tone="coince" live>
          {stuck}
        </Notice>
      )}
      {page.children}
    </Page>
  )
}

/** What the page remembers of the table, to be compared with what the stream says next. */
function Marks({ held, path, follows }: { held: Console; path: string; follows: boolean }) {
  return (
    <div
      hidden
      data-console={JSON.stringify(liveConsole(held.view))}
      data-path={path}
      data-step={follows ? stepOf(held.view.gathering) : undefined}
    />
  )
}

/** The styles of the host's screens alone, after those of the table. */
function ConsoleSheet() {
  const { asset } = useContext(Urls)
  return <link rel="stylesheet" href={asset('src/ui/styles/console.css')} />
}
