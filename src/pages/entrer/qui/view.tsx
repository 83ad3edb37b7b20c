import { nameOfPlace, type Place } from '#domain/access/sign-in.ts'
import { QuietButton } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { publicNav } from '#ui/nav.tsx'
import { Page } from '#ui/Page.tsx'
import { Said } from '#ui/Said.tsx'

type WhoViewProps = {
  readonly places: readonly Place[]
  readonly next: string | null
  readonly stuck?: string
}

/** One address may serve a whole household (decisions.md 24). */
export function WhoView({ places, next, stuck }: WhoViewProps) {
  return (
    <Page title="Qui êtes-vous ?" nav={publicNav} current="/entrer">
      <div class="cadre etroit pile-large">
        <div class="pile">
          <h1>Qui êtes-vous ?</h1>
          <p>Plusieurs personnes entrent avec cette adresse. Touchez votre prénom.</p>
          {stuck !== undefined && <Notice tone="coince">{stuck}</Notice>}
        </div>
        <form method="post" action="/entrer/qui" class="pile">
          {next !== null && <input type="hidden" name="suite" value={next} />}
          {places.map((place) => (
            <p key={nameOfPlace(place)}>
              <QuietButton name="qui" value={nameOfPlace(place)} icon="user">
                <PlaceName place={place} />
              </QuietButton>
            </p>
          ))}
        </form>
      </div>
    </Page>
  )
}

function PlaceName({ place }: { readonly place: Place }) {
  if (place.kind === 'companion')
    return (
      <>
        <Said>{place.name}</Said>, pour l’association
      </>
    )
  return (
    <>
      <Said>{place.firstName}</Said>, <Said>{place.sectorName}</Said>
    </>
  )
}
