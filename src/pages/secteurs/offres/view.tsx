import type { Theme } from '#domain/ideas/catalogue.ts'
import { longestPage, type Directory, type OfferedTheme } from '#domain/offers/directory.ts'
import { directoryTitle } from '#domain/offers/directory.words.ts'
import { QuietButton } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { iconNamed, Sprite } from '#ui/icons.tsx'
import type { Nav } from '#ui/nav.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { ThemeOffers } from './ThemeOffers.tsx'
import { ThemePicker, ThemeShelves } from './ThemePicker.tsx'

export type DirectoryViewProps = {
  directory: Directory
  /** Code of the one theme asked for; null for everything. */
  theme: string | null
  sector: string
  /** `/secteurs/le-cerisier` */
  path: string
  nav: Nav
}

/** Par ici: what neighbours offer. The same page for every reader of the sector, so it says nobody's own name. */
export function DirectoryView({ directory, theme, sector, path, nav }: DirectoryViewProps) {
  const offers = `${path}/offres`
  const asked = directory.themes.find((one) => one.theme.code === theme)
  return (
    <Page
      title={asked ? `${asked.theme.name}, par ici` : 'Par ici'}
      theme={asked?.theme.code}
      nav={nav}
      current={offers}
      sector={sector}
      mainClass="cadre plan"
    >
      {asked && <Sprite names={[iconNamed(asked.theme.pictogram)]} />}
      <div class="pile">
        <h1>{directoryTitle(directory.total)}</h1>
        {directory.total > 0 && (
          <Notice icon="coffee">Une offre vous fait envie ? Parlez-en à la personne au prochain café.</Notice>
        )}
        {directory.total > 0 && <ThemePicker themes={directory.themes} current={theme} offers={offers} />}
      </div>
      <Shown directory={directory} asked={asked} path={path} />
    </Page>
  )
}

type ShownProps = { directory: Directory; asked: OfferedTheme | undefined; path: string }

function Shown({ directory, asked, path }: ShownProps) {
  if (asked)
    return asked.count === 0 ? (
      <NothingIn theme={asked.theme} path={path} />
    ) : (
      <ThemeOffers alone offered={asked} />
    )
  if (directory.total === 0) return <NothingYet path={path} />
  if (directory.total > longestPage)
    return <ThemeShelves themes={directory.themes} offers={`${path}/offres`} />
  return <>{directory.themes.map((offered) => offered.count > 0 && <ThemeOffers offered={offered} />)}</>
}

function NothingYet({ path }: { path: string }) {
  return (
    <section>
      <EmptyState title="Il y a une place pour la première offre">
        <p>
          Les offres du quartier s’affichent ici. Elles arrivent table après table, et vous pouvez déjà dire
          la vôtre.
        </p>
        <QuietButton href={`${path}/mes-choix`}>Dire ce que je propose</QuietButton>
      </EmptyState>
    </section>
  )
}

function NothingIn({ theme, path }: { theme: Theme; path: string }) {
  return (
    <section>
      <EmptyState title={`${theme.name} : rien encore par ici`}>
        <p>{theme.hook}</p>
        <QuietButton href={`${path}/mes-choix/ajouter?theme=${theme.code}`}>
          Voir les idées de ce thème
        </QuietButton>
      </EmptyState>
    </section>
  )
}
