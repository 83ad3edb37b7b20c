import type { MyChoices } from '#domain/offers/my-choices.ts'
import { changedSince, offersTitle, wishesTitle } from '#domain/offers/my-choices.words.ts'
import type { SectorScope } from '#pages/secteurs/sector.scope.server.ts'
import { Button, QuietButton } from '#ui/Button.tsx'
import { Icon, iconNamed, Sprite } from '#ui/icons.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { Said } from '#ui/Said.tsx'
import { OfferLine } from './OfferLine.tsx'
import { OwnIdeas } from './OwnIdeas.tsx'
import { nothingTyped, type Typed } from './typed.ts'
import { WishLine } from './WishLine.tsx'

type MyChoicesViewProps = {
  scope: Pick<SectorScope, 'path' | 'nav' | 'sector'>
  mine: MyChoices
  /** What was typed and did not pass, with the sentences to show. */
  typed?: Typed
  /** True just after something was kept. */
  done?: boolean
}

/** « Mes choix »: one form, so that whatever is pressed, what was typed goes with it. */
export function MyChoicesView({ scope, mine, typed = nothingTyped, done = false }: MyChoicesViewProps) {
  const path = `${scope.path}/mes-choix`
  return (
    <Page title="Mes choix" nav={scope.nav} current={path} sector={scope.sector.name}>
      <Sprite names={['x', 'pause', 'play', ...pictograms(mine)]} />
      <div class="cadre etroit aere pile-large">
        <Top typed={typed} done={done} path={path} gone={goneSince(mine, typed)} />
        <form method="post" action={path} class="pile-large" id="mes-choix">
          <section aria-labelledby="propose">
            <h2 class="titre-liste" id="propose">
              <Icon name="gives" />
              <span>{offersTitle(mine.offers.length)}</span>
            </h2>
            <ul>
              {mine.offers.map((idea) => (
                <OfferLine idea={idea} typed={typed} />
              ))}
            </ul>
          </section>
          <section aria-labelledby="aimerait">
            <h2 class="titre-liste" id="aimerait">
              <Icon name="receives" />
              <span>{wishesTitle(mine.wishes.length)}</span>
            </h2>
            <p class="petit doux">
              Vos envies restent entre vous et Coop-Ère : vos voisins ne les voient pas.
            </p>
            <ul>
              {mine.wishes.map((idea) => (
                <WishLine idea={idea} />
              ))}
            </ul>
          </section>
          <OwnIdeas own={mine.own} typed={typed} />
          <Button name="faire" value="garder">
            Garder ce que j’ai écrit
          </Button>
        </form>
      </div>
    </Page>
  )
}

type TopProps = { typed: Typed; done: boolean; path: string; gone: readonly string[] }

function Top({ typed, done, path, gone }: TopProps) {
  return (
    <div class="pile">
      <h1>Mes choix</h1>
      {typed.clashes.size > 0 && (
        <Notice tone="attente" live>
          {changedSince}
        </Notice>
      )}
      {gone.map((text) => (
        <Notice tone="attente">
          Cette offre a été enlevée depuis. Vous aviez écrit : <Said>{`« ${text} »`}</Said>
        </Notice>
      ))}
      {typed.sentence !== null && (
        <Notice tone="coince" live>
          {typed.sentence}
        </Notice>
      )}
      {done && (
        <Notice tone="oui" live>
          C’est fait, tout est gardé.
        </Notice>
      )}
      <p>Relisez, enlevez, ajoutez un détail. Une offre en pause ne se voit plus, et vous attend ici.</p>
      <p>
        <QuietButton href={`${path}/ajouter`} icon="plus">
          Ajouter des idées
        </QuietButton>
      </p>
    </div>
  )
}

// A detail typed for an offer that is not there any more: shown once more, so that its words are not lost.
const goneSince = (mine: MyChoices, typed: Typed): string[] =>
  [...typed.clashes.values()].flatMap(({ idea, typed: text }) =>
    text === null || mine.offers.some(({ code }) => code === idea) ? [] : [text],
  )

const pictograms = (mine: MyChoices) => [
  ...new Set([...mine.offers, ...mine.wishes].map((idea) => iconNamed(idea.theme.pictogram))),
]
