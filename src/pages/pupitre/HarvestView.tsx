import type { Harvest } from '#domain/gatherings/counts.ts'
import type { Catalogue } from '#domain/ideas/catalogue.ts'
import { Button, LinkButton } from '#ui/Button.tsx'
import { Count } from '#ui/Count.tsx'
import { Drawing } from '#ui/Drawing.tsx'
import { Plate } from '#ui/Plate.tsx'
import { ConsolePage } from './ConsolePage.tsx'
import { Live } from './Live.tsx'
import type { Console } from './console.scope.server.ts'
import { harvestQuestion } from './script.words.ts'

type HarvestViewProps = { held: Console; harvest: Harvest | null; stuck?: string | undefined }

/** Screen 17, « La récolte »: two numbers, what brings three people together, one question. No name. */
export function HarvestView({ held, harvest, stuck }: HarvestViewProps) {
  const { offers, wishes, shared } = harvest ?? { offers: 0, wishes: 0, shared: [] }
  return (
    <ConsolePage
      held={held}
      title="La récolte"
      follows
      stuck={stuck}
      mainClass="cadre recolte"
      foot={<HarvestFoot />}
    >
      <h1>Voilà ce qui dormait entre nous</h1>
      <Live part="sum" class="somme">
        <Count value={offers}>{offers > 1 ? 'offres' : 'offre'}</Count>
        <Drawing name="pelote" lazy={false} />
        <Count value={wishes}>{wishes > 1 ? 'envies' : 'envie'}</Count>
      </Live>
      <Live part="shared">
        <Shared phrases={shared} catalogue={held.catalogue} />
      </Live>
    </ConsolePage>
  )
}

const titles = [
  '',
  'Une idée qui nous rassemble',
  'Deux idées qui nous rassemblent',
  'Trois idées qui nous rassemblent',
]

function Shared({ phrases, catalogue }: { phrases: readonly string[]; catalogue: Catalogue }) {
  if (phrases.length === 0) return null
  return (
    <section class="pile" aria-labelledby="ensemble">
      <h2 id="ensemble">{titles[phrases.length]}</h2>
      <ul class="ensemble">
        {phrases.map((phrase) => (
          <SharedIdea phrase={phrase} catalogue={catalogue} />
        ))}
      </ul>
    </section>
  )
}

function SharedIdea({ phrase, catalogue }: { phrase: string; catalogue: Catalogue }) {
  const idea = catalogue.ideas.find((one) => one.phrase === phrase)
  const theme = catalogue.themes.find(({ code }) => code === idea?.theme)
  return (
    <li data-theme={theme?.code}>
      {theme && <Plate theme={theme.code} icon={theme.pictogram} small />}
      {phrase}
    </li>
  )
}

function HarvestFoot() {
  return (
    <div class="barre-bas">
      <p class="fort">
        <b>{harvestQuestion}</b>
      </p>
      <LinkButton href="/pupitre/temoins">Un voisin confirme encore</LinkButton>
      <Button href="/pupitre/fermer">Fermer la table</Button>
    </div>
  )
}
