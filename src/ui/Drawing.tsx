import { useContext } from 'preact/hooks'
import { Urls } from '#ui/urls.ts'

const sizes = {
  abri: [220, 220],
  'banc-du-cerisier': [360, 280],
  cafetiere: [200, 226],
  'chaise-libre': [200, 220],
  'deux-voisins': [300, 200],
  entree: [240, 260],
  'etagere-des-prets': [260, 190],
  'mot-dans-la-boite': [220, 180],
  pelote: [300, 190],
  'petit-quartier': [560, 230],
  'table-vue-de-dessus': [560, 520],
  tasse: [200, 200],
} as const

export type DrawingName = keyof typeof sizes

type DrawingProps = {
  name: DrawingName
  /** Empty when the words beside it already say it. */
  alt?: string
  /** False for what is seen at once, without scrolling. */
  lazy?: boolean
}

/** One of our twelve drawings, black line and flat colour. One a view. */
export function Drawing({ name, alt = '', lazy = true }: DrawingProps) {
  const { asset } = useContext(Urls)
  const [width, height] = sizes[name]
  return (
    <img
      src={asset(`src/ui/illustrations/${name}.svg`)}
      alt={alt}
      width={width}
      height={height}
      loading={lazy ? 'lazy' : undefined}
      decoding="async"
    />
  )
}
