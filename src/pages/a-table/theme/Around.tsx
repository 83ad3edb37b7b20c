import { leftBehind } from '#domain/gatherings/screen.ts'
import { Icon, iconNamed } from '#ui/icons.tsx'
import type { SweepView } from './sweep-view.ts'

/** Around the rows: where the table is, one's own pace, what was left behind. */
export function Around({ view }: { view: SweepView }) {
  const { deck, pace, shown, table, seen } = view
  const themes = deck.map(({ theme }) => theme.code)
  const position = table === null ? themes.length : themes.indexOf(table.code)
  const behind = leftBehind(themes, seen, { phase: 'sweep', themePosition: position })
  return (
    <>
      <p class="avis" data-table-at hidden={table?.code === shown.code}>
        <Icon name="coffee" />
        <span>
          La table en est à : <b data-table-name>{table?.name ?? 'la deuxième tasse'}</b>.{' '}
          <a href="/a-table" data-act="join">
            J’y vais
          </a>
        </span>
      </p>
      <ThemeChips view={view} />
      <nav class="rang" aria-label="Autrement">
        <a
          class="lien"
          href={`/a-table/theme/${behind[0] ?? shown.code}`}
          data-act="own"
          data-code={behind[0]}
          data-behind
          hidden={behind.length === 0 || pace === 'own'}
        >
          À reprendre (<b>{behind.length}</b>)
        </a>
        <a
          class="lien"
          href={`/a-table/theme/${shown.code}`}
          data-act="own"
          data-together
          hidden={pace === 'own'}
        >
          À mon rythme
        </a>
        <a class="lien" href="/a-table" data-refresh>
          Voir où en est la table
        </a>
      </nav>
    </>
  )
}

/** Every theme at hand, for those who go at their own pace. */
function ThemeChips({ view: { deck, pace, shown, seen } }: { view: SweepView }) {
  return (
    <nav class="puces" aria-label="Tous les thèmes" data-own hidden={pace !== 'own'}>
      {deck.map(({ theme }) => (
        <a
          class="puce"
          href={`/a-table/theme/${theme.code}`}
          data-theme={theme.code}
          data-act="own"
          data-code={theme.code}
          aria-current={theme.code === shown.code ? 'true' : undefined}
        >
          <Icon name={iconNamed(theme.pictogram)} />
          <span>{theme.name}</span>
          <span data-seen hidden={!seen.includes(theme.code)}>
            · vu
          </span>
        </a>
      ))}
    </nav>
  )
}
