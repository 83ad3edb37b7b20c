import { Icon } from '#ui/icons.tsx'
import { publicNav } from '#ui/nav.tsx'
import { Page } from '#ui/Page.tsx'
import { Rights, WhoAnswers, type Publisher } from './Answers.tsx'
import { kept, neverKept, type Kept } from './kept.ts'

type NoticesProps = { publisher: Publisher }

/** « Vos informations, vos droits »: what is kept, why, who sees it, how long, and how to take it back. */
export function Notices({ publisher }: NoticesProps) {
  return (
    <Page
      title="Vos informations, vos droits"
      description="Ce qui est gardé sur un voisin inscrit, pourquoi, combien de temps, qui le voit, et comment le reprendre."
      nav={publicNav}
      indexed
    >
      <div class="cadre bloc pile">
        <h1>Vos informations, vos droits</h1>
        <p class="fort">
          On garde peu, on dit pourquoi, et vous pouvez tout reprendre. Sans raison à donner.
        </p>
      </div>
      <WhatIsKept />
      <div class="cadre bloc texte en-colonnes">
        <NeverKept />
        <OnThisDevice />
        <Rights publisher={publisher} />
        <WhoAnswers publisher={publisher} />
      </div>
    </Page>
  )
}

function WhatIsKept() {
  return (
    <section class="bloc nappe" aria-labelledby="garde">
      <div class="cadre pile-large">
        <h2 id="garde">Ce qui est gardé quand vous êtes inscrit</h2>
        <ul class="grille">
          {kept.map((item) => (
            <KeptCard item={item} />
          ))}
        </ul>
      </div>
    </section>
  )
}

function KeptCard({ item }: { item: Kept }) {
  return (
    <li class="carte">
      <h3>{item.what}</h3>
      <ul class="faits">
        <li>
          <Icon name="heart" />
          <span>
            <b>Pourquoi.</b> {item.why}
          </span>
        </li>
        <li>
          <Icon name="eye" />
          <span>
            <b>Qui le voit.</b> {item.seenBy}
          </span>
        </li>
        <li>
          <Icon name="clock" />
          <span>
            <b>Combien de temps.</b> {item.until}
          </span>
        </li>
      </ul>
    </li>
  )
}

function NeverKept() {
  return (
    <section class="pile">
      <h2>Ce qui n’est jamais gardé</h2>
      <ul>
        {neverKept.map((what) => (
          <li>{what}</li>
        ))}
      </ul>
      <p>Avant 15 ans, rien n’est gardé au nom d’un enfant. Ses envies se cochent avec un parent.</p>
    </section>
  )
}

function OnThisDevice() {
  return (
    <section class="pile">
      <h2>Sur cet appareil</h2>
      <p>
        Un seul petit fichier (un « cookie »), et seulement quand vous entrez : il évite de redemander qui
        vous êtes. La taille du texte que vous choisissez reste sur l’appareil. Pas de mesure d’audience, pas
        de publicité, rien qui vienne d’un autre site.
      </p>
    </section>
  )
}
