import type { ComponentChildren } from 'preact'
import { Plate } from '#ui/Plate.tsx'
import { SizeButton } from '#ui/SizeButton.tsx'

type ThemeBandProps = {
  code: string
  name: string
  /** The catalogue's pictogram. */
  icon: string
  hook?: string | undefined
  index: number
  total: number
  /** Beside « Taille » on a phone; after « 1 sur 11 » on the host's device. */
  children?: ComponentChildren
}

/** The top of a theme on a phone: where we are, its plate, its name, its hook, the hem. */
export function ThemeBand({ code, name, icon, hook, index, total, children }: ThemeBandProps) {
  return (
    <>
      <header class="bandeau" data-theme={code}>
        <div class="haut">
          <div>
            <span class="petit">
              <b>
                {index} sur {total}
              </b>
            </span>
            <Beads index={index} total={total} />
          </div>
          <span class="outils">
            {children}
            <SizeButton />
          </span>
        </div>
        <div class="corps">
          <Plate theme={code} icon={icon} />
          <h1>{name}</h1>
          {hook && <p>{hook}</p>}
        </div>
      </header>
      <div class="ourlet" data-theme={code} />
    </>
  )
}

/** The same on the host's device, on one line: the hook is what the host reads aloud, lower down. */
export function HostBand({ code, name, icon, index, total, children }: Omit<ThemeBandProps, 'hook'>) {
  return (
    <>
      <header class="bandeau hote" data-theme={code}>
        <div class="corps">
          <Plate theme={code} icon={icon} />
          <h1>{name}</h1>
          <span class="petit rang-theme">
            <b>
              {index} sur {total}
            </b>
            {children && <> · {children}</>}
          </span>
        </div>
      </header>
      <div class="ourlet" data-theme={code} />
    </>
  )
}

type TableTopProps = { word: ComponentChildren; children?: ComponentChildren }

/** The top of the other table screens: a few words at left, tools at right. */
export function TableTop({ word, children }: TableTopProps) {
  return (
    <header class="haut">
      <span class="petit">
        <b>{word}</b>
      </span>
      <span class="outils">
        {children}
        <SizeButton />
      </span>
    </header>
  )
}

/** The beads of a string, one a theme; the words beside it say the same. */
function Beads({ index, total }: { index: number; total: number }) {
  return (
    <div class="pas" aria-hidden="true">
      {Array.from({ length: total }, (_, i) => (
        <i class={i + 1 < index ? 'fait' : i + 1 === index ? 'ici' : undefined} />
      ))}
    </div>
  )
}
