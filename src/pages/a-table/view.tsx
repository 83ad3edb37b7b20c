import { wordRefused } from '#domain/gatherings/live-word.words.ts'
import type { Welcome } from '#domain/gatherings/door.views.server.ts'
import type { PublicTable } from '#domain/site/next-tables.views.server.ts'
import { Button } from '#ui/Button.tsx'
import { dateAndHour } from '#ui/dates.ts'
import { Drawing } from '#ui/Drawing.tsx'
import { Field } from '#ui/Field.tsx'
import { publicNav } from '#ui/nav.tsx'
import { Page } from '#ui/Page.tsx'
import { Said } from '#ui/Said.tsx'
import { Sheet } from './Sheet.tsx'
import { TableOf } from './TheHost.tsx'

export type DoorTrouble = 'wrong-word' | 'too-often'

const troubles: Record<DoorTrouble, string> = {
  'wrong-word': wordRefused,
  'too-often':
    'Un instant : laissez passer quelques secondes, puis tapez le mot que montre l’écran de l’hôte.',
}

/** The word on the host's screen, typed. */
export function WordPage({ typed = '', trouble }: { typed?: string; trouble?: DoorTrouble }) {
  return (
    <Sheet title="À table" word="À table" foot={<Button form="mot">C’est ce mot</Button>}>
      <h1>Bienvenue</h1>
      <form id="mot" method="post" action="/a-table" class="pile" autocomplete="off" novalidate>
        <Field
          name="mot"
          label="Le mot sur l’écran de l’hôte"
          hint="Un mot et deux chiffres, par exemple : kiwi 47."
          value={typed}
          stuck={trouble && troubles[trouble]}
          autocomplete="off"
          spellcheck={false}
          maxlength={60}
          required
        />
      </form>
      <p class="petit doux">
        Il change chaque minute. Vous pouvez aussi viser le carré avec l’appareil photo.
      </p>
    </Sheet>
  )
}

/** No table is open: when and where the next one is, and nothing to fill in. */
export function NoTable({ next }: { next: PublicTable | null }) {
  return (
    <Page title="À table" nav={publicNav} current="/a-table">
      <div class="cadre etroit pile aere">
        <h1>Pas de table ouverte en ce moment</h1>
        <NextDate next={next} />
        <Drawing name="chaise-libre" />
      </div>
    </Page>
  )
}

function NextDate({ next }: { next: PublicTable | null }) {
  if (next === null) return <p>La prochaine date s’affichera à l’accueil et dans les halls.</p>
  return (
    <p>
      La prochaine table : {dateAndHour(next.plannedFor)}, <Said>{next.place}</Said> (
      <Said>{next.sectorName}</Said>, <Said>{next.commune}</Said>). On vous y trouvera une chaise.
    </p>
  )
}

type WelcomeProps = {
  welcome: Welcome
  /** The proof of being there, carried to the next step: what was typed or scanned. */
  proof: { readonly name: 'mot' | 'carre'; readonly value: string }
  /** Someone already registered and signed in on this device. */
  neighbour: boolean
}

/** « Bienvenue à la table de Nadia »: nothing is kept until the button is pressed. */
export function WelcomePage({ welcome, proof, neighbour }: WelcomeProps) {
  const name = welcome.hostName === '' ? null : welcome.hostName
  return (
    <Sheet
      title="Bienvenue"
      word={<Said>{welcome.place}</Said>}
      foot={
        <form method="post" action="/a-table/sur-ce-telephone">
          <input type="hidden" name={proof.name} value={proof.value} />
          <Button icon="smartphone">Sur ce téléphone</Button>
        </form>
      }
    >
      <h1>
        Bienvenue à <TableOf name={name} />
      </h1>
      {neighbour ? (
        <p class="fort">Quel plaisir de vous revoir.</p>
      ) : (
        <>
          <p class="fort">Vous êtes au bon endroit si vous sentez le café.</p>
          <h2>
            Comment <span class="uni">voulez-vous</span> faire ?
          </h2>
        </>
      )}
      <Drawing name="tasse" />
    </Sheet>
  )
}

/** A registered neighbour whose sector has its table open takes a chair with one button. */
export function TakeAChair({ tables }: { tables: readonly (Welcome & { gatheringId: string })[] }) {
  return (
    <Sheet title="À table" word="À table">
      <h1>Quel plaisir de vous revoir</h1>
      {tables.map((table) => (
        <form method="post" action="/a-table/sur-ce-telephone" class="pile">
          <input type="hidden" name="table" value={table.gatheringId} />
          <p>
            {TableName(table)} est ouverte : <Said>{table.place}</Said>.
          </p>
          <Button icon="armchair">Je m’assieds</Button>
        </form>
      ))}
      <Drawing name="chaise-libre" />
    </Sheet>
  )
}

const TableName = ({ hostName }: Welcome) => (
  <>
    La table{hostName !== '' && ' de '}
    <Said>{hostName}</Said>
  </>
)
