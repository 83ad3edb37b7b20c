import type { Charter } from '#domain/charter/charter.ts'
import { Drawing } from '#ui/Drawing.tsx'
import { publicNav } from '#ui/nav.tsx'
import { Page } from '#ui/Page.tsx'
import { CharterText } from './CharterText.tsx'

type CharterPageProps = { charter: Charter }

/** The charter as anyone may read it before coming. */
export function CharterPage({ charter }: CharterPageProps) {
  return (
    <Page
      title={charter.title}
      description="Ce à quoi l’on dit oui en devenant voisin inscrit : six valeurs, quelques règles entre voisins, et quoi faire quand quelque chose ne va pas."
      nav={publicNav}
      indexed
    >
      <div class="cadre ouverture">
        <div class="pile">
          <h1>{charter.title}</h1>
          <p class="fort">{charter.opening}</p>
        </div>
        <Drawing name="petit-quartier" lazy={false} />
      </div>
      <div class="nappe bloc">
        <div class="cadre">
          <CharterText charter={charter} />
        </div>
      </div>
    </Page>
  )
}
