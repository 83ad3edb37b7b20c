import type { OfferedTheme } from '#domain/offers/directory.ts'
import { offerCount } from '#domain/offers/directory.words.ts'
import { QuietButton } from '#ui/Button.tsx'
import { Chip } from '#ui/Chip.tsx'
import { Plate } from '#ui/Plate.tsx'
import { SelectField } from '#ui/SelectField.tsx'

type ThemePickerProps = { themes: readonly OfferedTheme[]; current: string | null; offers: string }

/** One theme at a time: chips where there is room, a list of choices on a phone. */
export function ThemePicker({ themes, current, offers }: ThemePickerProps) {
  return (
    <>
      <form action={offers} class="au-serre pile">
        <SelectField
          name="theme"
          label="Thème"
          value={current ?? ''}
          options={[
            { value: '', label: 'Tous les thèmes' },
            ...themes.map(({ theme }) => ({ value: theme.code, label: theme.name })),
          ]}
        />
        <QuietButton>Voir</QuietButton>
      </form>
      <ul class="puces au-large" aria-label="Thèmes">
        <li>
          <Chip href={offers} current={current === null}>
            Tout
          </Chip>
        </li>
        {themes.map(({ theme }) => (
          <li>
            <Chip href={`${offers}?theme=${theme.code}`} theme={theme.code} current={theme.code === current}>
              {theme.name}
            </Chip>
          </li>
        ))}
      </ul>
    </>
  )
}

/** When there is too much for one page: the themes, and how much each holds. */
export function ThemeShelves({ themes, offers }: { themes: readonly OfferedTheme[]; offers: string }) {
  return (
    <section aria-label="Les thèmes">
      <ul class="offres">
        {themes.map(({ theme, count }) => (
          <li class="choisi" data-theme={theme.code}>
            <Plate theme={theme.code} icon={theme.pictogram} small />
            <div>
              <a class="lien" href={`${offers}?theme=${theme.code}`}>
                {theme.name}
              </a>
              <p class="petit doux">{offerCount(count)}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
