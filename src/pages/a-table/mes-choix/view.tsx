import type { MyTableChoices } from '#domain/gatherings/my-choices.views.server.ts'
import type { Catalogue } from '#domain/ideas/catalogue.ts'
import { Button, LinkButton, QuietButton } from '#ui/Button.tsx'
import { Card } from '#ui/Card.tsx'
import { Chip } from '#ui/Chip.tsx'
import { Field } from '#ui/Field.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Said } from '#ui/Said.tsx'
import { marksOf } from '../marks.ts'
import { Sheet } from '../Sheet.tsx'
import { ChosenList } from './ChosenList.tsx'
import { ownField } from './choices.form.ts'
import type { ChoicesPageProps } from './choices-page.ts'

/** The second cup: what I offer, what I would like, and nothing leaves without my yes. */
export function ChoicesPage(page: ChoicesPageProps) {
  const { view, catalogue, choices } = page
  return (
    <Sheet
      title="Mes choix"
      word="Deuxième tasse"
      live={marksOf(view, 'tell')}
      mayLeave={view.seat?.kind === 'newcomer'}
      foot={
        <Button form="choix" name="faire" value="suite" after="arrow-right">
          C’est bien moi
        </Button>
      }
    >
      <div class="pile">
        <h1>Mes choix</h1>
        <p>Relisez, enlevez, ajoutez un détail. Rien ne part d’ici sans votre accord.</p>
        {isNearlyAll(choices, catalogue) && (
          <Notice icon="heart">
            Gardez seulement ce qui vous fait plaisir. Une vingtaine, c’est déjà beaucoup.
          </Notice>
        )}
        <Behind unseen={choices.unseen} catalogue={catalogue} />
      </div>
      <form id="choix" method="post" action="/a-table/mes-choix" class="pile-large" autocomplete="off">
        <ChosenList hand="offers" {...page} />
        <ChosenList hand="wishes" {...page} />
        <OwnIdeas own={choices.own} typed={page.own?.typed} stuck={page.own?.stuck} />
      </form>
    </Sheet>
  )
}

const isNearlyAll = ({ offers, wishes }: MyTableChoices, { ideas }: Catalogue): boolean =>
  Math.max(offers.length, wishes.length) >= 0.8 * ideas.length

const fewThemes = 4

/** « À reprendre : Jardin »; someone who came late gets one chip for all, and goes through them at their pace. */
function Behind({ unseen, catalogue }: { unseen: readonly string[]; catalogue: Catalogue }) {
  const themes = catalogue.themes.filter((theme) => unseen.includes(theme.code))
  const [first] = themes
  if (first === undefined) return null
  if (themes.length > fewThemes)
    return (
      <div class="puces">
        <Chip href={`/a-table/theme/${first.code}`} icon="list-checks">
          À reprendre ({themes.length})
        </Chip>
      </div>
    )
  return (
    <div class="puces">
      {themes.map((theme) => (
        <Chip href={`/a-table/theme/${theme.code}`} theme={theme.code} icon={theme.pictogram}>
          À reprendre : {theme.name}
        </Chip>
      ))}
    </div>
  )
}

type OwnIdeasProps = { own: MyTableChoices['own']; typed: string | undefined; stuck: string | undefined }

function OwnIdeas({ own, typed, stuck }: OwnIdeasProps) {
  return (
    <Card id="idee-a-vous">
      <Field
        name={ownField}
        label="Une idée à vous ?"
        hint="Une phrase suffit."
        rows={1}
        value={stuck === undefined ? undefined : typed}
        stuck={stuck}
        autocomplete="off"
        maxlength={2000}
      />
      <QuietButton name="faire" value="ajouter" icon="plus">
        Ajouter
      </QuietButton>
      {own.map(({ id, text }) => (
        <p>
          <Said>{text}</Said>{' '}
          <LinkButton name="faire" value={`oublier:${id}`} icon="x" label={`Enlever : ${text}`}>
            Enlever
          </LinkButton>
        </p>
      ))}
    </Card>
  )
}
