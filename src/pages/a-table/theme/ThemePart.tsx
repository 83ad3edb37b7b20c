import type { DeckTheme } from '#domain/ideas/catalogue.ts'
import { formHeadings } from '#domain/ideas/ideas.words.ts'
import { IdeaRow } from '#ui/IdeaRow.tsx'
import type { SweepView } from './sweep-view.ts'

/** A theme's rows under their small headings. Without a script each target posts itself and comes back to its row. */
export function ThemePart({ part: { theme, blocks }, view }: { part: DeckTheme; view: SweepView }) {
  return (
    <section
      data-part={theme.code}
      data-theme={theme.code}
      aria-label={theme.name}
      hidden={view.up || theme.code !== view.shown.code}
    >
      <form method="post" action="/a-table/cocher" class="idees">
        <input type="hidden" name="rythme" value={view.pace} />
        {blocks.map((block) => (
          <>
            <h2>{formHeadings[block.form]}</h2>
            <ul>
              {block.rows.map(({ idea }) => (
                <IdeaRow
                  code={idea.code}
                  phrase={idea.phrase}
                  together={idea.reciprocity === 'together'}
                  offered={view.offers.has(idea.code)}
                  wished={view.wishes.has(idea.code)}
                />
              ))}
            </ul>
          </>
        ))}
      </form>
    </section>
  )
}
