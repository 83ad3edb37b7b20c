import type { Nav } from '#ui/nav.tsx'

/** The entries of someone who accompanies. */
export const companionNav: Nav = {
  place: 'top',
  entries: [
    { href: '/accompagnement', icon: 'map-pin', word: 'Mes secteurs' },
    { href: '/accompagnement/ouvrir', icon: 'plus', word: 'Ouvrir un secteur' },
    { href: '/sortir', icon: 'log-out', word: 'Sortir' },
  ],
}
