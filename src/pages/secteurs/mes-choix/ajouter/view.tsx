import type { Catalogue, DeckTheme } from '#domain/ideas/catalogue.ts'
import { formHeadings } from '#domain/ideas/ideas.words.ts'
import type { SectorScope } from '#pages/secteurs/sector.scope.server.ts'
import { LinkButton } from '#ui/Button.tsx'
import { IdeaRow, IdeaSprite } from '#ui/IdeaRow.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { Plate } from '#ui/Plate.tsx'

/** `CODE:offer` and `CODE:wish` of everything lit. */
export type Lit = ReadonlySet<string>
type Scope = Pick<SectorScope, 'path' | 'nav' | 'sector'>

type ThemesViewProps = { scope: Scope; catalogue: Catalogue; lit: Lit }

/** Where to look for ideas: the themes, and how many one has chosen in each. */
export function ThemesView({ scope, catalogue, lit }: ThemesViewProps) {
  const path = `${scope.path}/mes-choix`
  return (
    <Page title="Ajouter des idées" nav={scope.nav} current={path} sector={scope.sector.name}>
      <div class="cadre etroit aere pile-large">
        <div class="pile">
          <h1>Ajouter des idées</h1>
          <p>On ne coche que ce qui fait plaisir. Même une fois par an, c’est utile.</p>
        </div>
        <ul>
          {catalogue.themes.map((theme) => (
            <li class="choisi">
              <Plate theme={theme.code} icon={theme.pictogram} small />
              <div>
                <a class="lien" href={`${path}/ajouter?theme=${theme.code}`}>
                  {theme.name}
                </a>
                <p class="petit doux">{chosenIn(catalogue, theme.code, lit)}</p>
              </div>
            </li>
          ))}
        </ul>
        <LinkButton href={path} icon="arrow-left">
          Revenir à mes choix
        </LinkButton>
      </div>
    </Page>
  )
}

function chosenIn(catalogue: Catalogue, theme: string, lit: Lit): string {
  const ideas = catalogue.ideas.filter((idea) => idea.theme === theme)
  const chosen = ideas.filter(({ code }) => lit.has(`${code}:offer`) || lit.has(`${code}:wish`)).length
  const all = `${ideas.length} idées`
  return chosen === 0 ? all : `${all}, dont ${chosen} à vous`
}

type IdeasViewProps = { scope: Scope; theme: DeckTheme; lit: Lit; stuck?: string | undefined }

/** Every idea of one theme, to turn on or off. */
export function IdeasView({ scope, theme: { theme, blocks }, lit, stuck }: IdeasViewProps) {
  const path = `${scope.path}/mes-choix`
  return (
    <Page title={theme.name} theme={theme.code} nav={scope.nav} current={path} sector={scope.sector.name}>
      <IdeaSprite />
      <div class="cadre etroit aere pile">
        <div class="rang">
          <Plate theme={theme.code} icon={theme.pictogram} />
          <h1>{theme.name}</h1>
        </div>
        <p>{theme.hook}</p>
        {stuck !== undefined && (
          <Notice tone="coince" live>
            {stuck}
          </Notice>
        )}
        <form method="post" action={`${path}/ajouter?theme=${theme.code}`}>
          <input type="hidden" name="shown" value={[...lit].join(' ')} />
          {blocks.map((block) => (
            <section class="idees">
              <h2>{formHeadings[block.form]}</h2>
              <ul>
                {block.rows.map(({ idea }) => (
                  <IdeaRow
                    code={idea.code}
                    phrase={idea.phrase}
                    together={idea.reciprocity === 'together'}
                    offered={lit.has(`${idea.code}:offer`)}
                    wished={lit.has(`${idea.code}:wish`)}
                  />
                ))}
              </ul>
            </section>
          ))}
        </form>
        <p class="rang">
          <LinkButton href={`${path}/ajouter`} icon="arrow-left">
            Les autres thèmes
          </LinkButton>
          <LinkButton href={path}>Revenir à mes choix</LinkButton>
        </p>
      </div>
    </Page>
  )
}
