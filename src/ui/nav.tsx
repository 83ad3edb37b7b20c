import { Icon, type IconName } from '#ui/icons.tsx'

export type NavEntry = { href: string; icon: IconName; word: string }

/** `top`: in the header; `bottom`: under the header, and at the thumb on a phone. */
export type Nav = { place: 'top' | 'bottom'; entries: readonly NavEntry[] }

export const publicNav: Nav = {
  place: 'top',
  entries: [
    { href: '/comment-ca-se-passe', icon: 'coffee', word: 'Comment ça se passe' },
    { href: '/#tables', icon: 'calendar', word: 'Les prochaines tables' },
    { href: '/a-table', icon: 'armchair', word: 'À table' },
    { href: '/entrer', icon: 'door-open', word: 'Entrer' },
  ],
}

type NavBarProps = { nav: Nav; current?: string | undefined }

export function NavBar({ nav: { place, entries }, current }: NavBarProps) {
  return (
    <nav class={`nav ${place === 'top' ? 'nav-haut' : 'nav-bas'}`} aria-label="Principal">
      <ul class={place === 'top' ? undefined : 'cadre'}>
        {entries.map(({ href, icon, word }) => (
          <li>
            <a href={href} aria-current={href === current ? 'page' : undefined}>
              <Icon name={icon} />
              <span>{word}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
