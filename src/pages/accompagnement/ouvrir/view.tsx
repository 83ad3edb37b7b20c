import type { ReadStart } from '#domain/association/association.form.ts'
import type { ReadSector, SectorField } from '#domain/sectors/sector.form.ts'
import { fieldRefusal, lineRefusals } from '#domain/sectors/sector.words.ts'
import { StartFields } from '#pages/installation/StartFields.tsx'
import { Button, QuietButton } from '#ui/Button.tsx'
import { Field } from '#ui/Field.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { companionNav } from '../nav.ts'
import { Understood } from './Understood.tsx'

/** What is said beside a field, or above them all. */
export type SectorStuck = { entrances?: string; sizeReason?: string; page?: string }

type OpenSectorViewProps = {
  /** What was typed, and how it was understood. */
  read?: ReadSector
  start?: ReadStart | undefined
  /** A demonstration is here, and leaves when this sector opens. */
  replacing: boolean
  /** What is wrong with the sector as a whole. */
  stuck?: SectorStuck
}

export function OpenSectorView({ read, start, replacing, stuck = {} }: OpenSectorViewProps) {
  const verified =
    read !== undefined &&
    read.stuck.length === 0 &&
    Object.keys(stuck).length === 0 &&
    read.plan.entrances.length > 0
  return (
    <Page title="Ouvrir un secteur" nav={companionNav} current="/accompagnement/ouvrir">
      <div class="cadre etroit aere pile-large">
        <div class="pile">
          <h1>Ouvrir un secteur</h1>
          <p>Là où l’on va à pied en pantoufles, ou presque : 100 à 500 logements.</p>
          {replacing && (
            <Notice tone="attente">
              Ouvrir un vrai secteur enlève la démonstration, pour toujours. On demande alors aussi qui vous
              êtes.
            </Notice>
          )}
          {stuck.page !== undefined && (
            <Notice tone="coince" live>
              {stuck.page}
            </Notice>
          )}
        </div>
        {read !== undefined && <Understood read={read} />}
        <form method="post" action="/accompagnement/ouvrir" class="pile-large">
          <SectorFields read={read} said={stuck} />
          {replacing && <StartFields read={start} />}
          <div class="rang">
            {verified && (
              <Button name="geste" value="ouvrir">
                Ouvrir le secteur
              </Button>
            )}
            {verified ? (
              <QuietButton name="geste" value="verifier">
                Vérifier encore
              </QuietButton>
            ) : (
              <Button name="geste" value="verifier">
                Vérifier
              </Button>
            )}
          </div>
        </form>
      </div>
    </Page>
  )
}

type SectorFieldsProps = { read: ReadSector | undefined; said: SectorStuck }

function SectorFields({ read, said }: SectorFieldsProps) {
  const stuck = (field: SectorField): string | undefined => {
    const reason = read?.fields[field]
    return reason === undefined ? undefined : fieldRefusal(field, reason)
  }
  return (
    <>
      <Field
        name="nom"
        label="Le nom du secteur"
        hint="Celui que les voisins emploient : Le Cerisier, la rue du Four."
        value={read?.typed.name}
        stuck={stuck('name')}
        maxlength={60}
      />
      <Field
        name="commune"
        label="La commune"
        value={read?.typed.commune}
        stuck={stuck('commune')}
        maxlength={60}
      />
      <Field
        name="entrees"
        label="Les entrées, et leur nombre de logements"
        hint="Une par ligne, tapée ou collée d’un tableur : « Entrée A ; 24 ». Un hall, un bâtiment ou un bout de rue ; jamais une porte ni un étage."
        rows={10}
        value={read?.typed.entrances}
        stuck={entrancesStuck(read) ?? said.entrances}
        spellcheck={false}
      />
      {(said.sizeReason !== undefined || (read?.typed.sizeReason ?? '') !== '') && (
        <Field
          name="raison"
          label="Pourquoi cette taille ?"
          hint="Une phrase, si le secteur compte moins de 100 logements ou plus de 500."
          rows={2}
          value={read?.typed.sizeReason}
          stuck={said.sizeReason}
          maxlength={300}
        />
      )}
    </>
  )
}

// Each line that got stuck is listed above, by number; beside the field, the first of them.
function entrancesStuck(read: ReadSector | undefined): string | undefined {
  const first = read?.stuck[0]
  return first === undefined ? undefined : `Ligne ${first.line} : ${lineRefusals[first.reason]}`
}
