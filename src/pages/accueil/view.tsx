import { Button } from '#ui/Button.tsx'
import { Drawing } from '#ui/Drawing.tsx'
import { inLettersFirst } from '#ui/letters.ts'
import { publicNav } from '#ui/nav.tsx'
import { Page } from '#ui/Page.tsx'
import { Plate } from '#ui/Plate.tsx'
import { Fears } from './Fears.tsx'
import { NextTables, type NextTable } from './NextTables.tsx'
import { Steps } from './Steps.tsx'

export type HomeTheme = { code: string; name: string; pictogram: string }

export type HomeProps = {
  tables: readonly NextTable[]
  themes: readonly HomeTheme[]
  /** How many ideas the catalogue holds. */
  ideas: number
}

/** What Coop-Ère is, how one comes in, when and where. No name of an inhabitant, and nothing to fill in. */
export function Home({ tables, themes, ideas }: HomeProps) {
  return (
    <Page
      title="Entre voisins, tout commence autour d’un café"
      description="Coop-Ère relie les habitants d’un même petit bout de quartier : on se rencontre autour d’une table, on se prête, on s’entraide. Gratuit, sans rien promettre."
      nav={publicNav}
      current="/"
      indexed
    >
      <Opening />
      <Steps ideas={ideas} themes={themes.length} />
      <NextTables tables={tables} />
      <Fears />
      <Ways themes={themes} />
      <OpeningWords />
    </Page>
  )
}

function Opening() {
  return (
    <div class="cadre ouverture">
      <div class="pile">
        <h1>
          Entre voisins, tout commence autour d’<span class="feutre">un café</span>.
        </h1>
        <p class="fort">
          Une résidence, quelques rues : 100 à 500 logements. On se rencontre, on se prête, on s’entraide, on
          fait pousser des idées.
        </p>
        <p class="rang">
          <Button href="#tables" icon="calendar">
            Voir les prochaines tables
          </Button>
        </p>
        <p class="petit doux">Ouvert à tous ceux qui habitent là, gratuit, sans rien promettre.</p>
      </div>
      <Drawing name="table-vue-de-dessus" lazy={false} />
    </div>
  )
}

function Ways({ themes }: { themes: readonly HomeTheme[] }) {
  return (
    <section class="bloc" aria-labelledby="facons">
      <div class="cadre pile-large">
        <h2 id="facons">{inLettersFirst(themes.length)} façons de se rendre la vie plus douce</h2>
        <ul class="menu">
          {themes.map((theme) => (
            <li>
              <Plate theme={theme.code} icon={theme.pictogram} small />
              {theme.name}
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}

function OpeningWords() {
  return (
    <section class="bloc mot-dit" aria-label="Ce que l’on dit en ouvrant une table">
      <div class="cadre">
        <Drawing name="deux-voisins" />
        <div class="pile">
          <blockquote>
            « Souvent, on a ce qui manque à l’autre, et on ne le sait pas. Aujourd’hui, on le découvre
            ensemble. »
          </blockquote>
          <p>C’est par ces mots que s’ouvre une table.</p>
        </div>
      </div>
    </section>
  )
}
