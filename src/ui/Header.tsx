import { useContext } from 'preact/hooks'
import { Icon } from '#ui/icons.tsx'
import { NavBar, type Nav } from '#ui/nav.tsx'
import { Said } from '#ui/Said.tsx'
import { Urls } from '#ui/urls.ts'

type HeaderProps = { nav: Nav; current?: string | undefined; sector?: string | undefined }

/** The mark, then the entries: beside it when they are the association's, under it when they are a neighbour's. */
export function Header({ nav, current, sector }: HeaderProps) {
  return (
    <>
      <header class="entete">
        <div class="cadre">
          <Mark />
          {nav.place === 'top' && <NavBar nav={nav} current={current} />}
          {sector && (
            <span class="puce">
              <Icon name="map-pin" />
              <Said>{sector}</Said>
            </span>
          )}
        </div>
      </header>
      {nav.place === 'bottom' && <NavBar nav={nav} current={current} />}
    </>
  )
}

/** The wordmark: in ink on white, in its light version on the foot. */
export function Mark({ light = false }: { light?: boolean }) {
  const { asset } = useContext(Urls)
  return (
    <a class="marque" href="/" aria-label="Coop-Ère, accueil">
      <img src={asset(`src/ui/logo/${light ? 'mot-clair' : 'mot'}.svg`)} alt="" width="140" height="37" />
    </a>
  )
}
