import { Icon, iconNamed } from '#ui/icons.tsx'

type PlateProps = {
  theme: string
  /** The catalogue's pictogram. */
  icon: string
  small?: boolean
  /** Draws the pictogram from the page's `<Sprite>`. */
  use?: boolean
}

/** The pictogram of a theme, served on a plate. Always near the theme's name. */
export function Plate({ theme, icon, small = false, use = false }: PlateProps) {
  return (
    <span class={small ? 'assiette mini' : 'assiette'} data-theme={theme}>
      <Icon name={iconNamed(icon)} use={use} />
    </span>
  )
}
