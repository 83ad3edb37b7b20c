import type { Risk, Theme } from '#domain/ideas/catalogue.ts'
import type { OfferedIdea, OfferedTheme, Offerer } from '#domain/offers/directory.ts'
import { atEntrance, offerCount } from '#domain/offers/directory.words.ts'
import { Notice } from '#ui/Notice.tsx'
import { Plate } from '#ui/Plate.tsx'
import { Said } from '#ui/Said.tsx'

type ThemeOffersProps = {
  offered: OfferedTheme
  /** The one theme of the page: with a plate on each idea, and the advice to hear before a first time. */
  alone?: boolean
}

/** Everything offered on one theme. */
export function ThemeOffers({ offered: { theme, count, ideas, advice }, alone = false }: ThemeOffersProps) {
  return (
    <section data-theme={theme.code} aria-labelledby={`t-${theme.code}`}>
      <div class="rang">
        {!alone && <Plate theme={theme.code} icon={theme.pictogram} small />}
        <h2 id={`t-${theme.code}`}>
          {theme.name}, {offerCount(count)}
        </h2>
      </div>
      <ul class="offres">
        {ideas.map((idea) => (
          <Idea idea={idea} plate={alone ? theme : null} />
        ))}
      </ul>
      {alone && advice.length > 0 && <FirstTime advice={advice} />}
    </section>
  )
}

function Idea({ idea, plate }: { idea: OfferedIdea; plate: Theme | null }) {
  return (
    <li class="offre">
      {plate && <Plate theme={plate.code} icon={plate.pictogram} small use />}
      <div>
        <p class="idee-nom">{idea.phrase}</p>
        <p class="petit doux">
          « {idea.formula} »{idea.together && ', à plusieurs'}
        </p>
        <ul>
          {idea.offerers.map((who) => (
            <Who who={who} />
          ))}
        </ul>
      </div>
    </li>
  )
}

function Who({ who }: { who: Offerer }) {
  return (
    <li>
      <b>
        <Said>{who.firstName}</Said>
      </b>
      {who.entrance !== null && (
        <>
          , <Said>{atEntrance(who.entrance)}</Said>
        </>
      )}
      {who.detail !== null && (
        <span class="petit">
          {' : '}
          <Said>{who.detail}</Said>
        </span>
      )}
    </li>
  )
}

function FirstTime({ advice }: { advice: readonly Risk[] }) {
  return (
    <div class="pile aere">
      <h3>Avant une première fois</h3>
      {advice.map((risk) => (
        <Notice>
          <b>{risk.title}.</b> {risk.advice}
        </Notice>
      ))}
    </div>
  )
}
