import type { ComponentChildren } from 'preact'
import type { MyIdea } from '#domain/offers/my-choices.ts'
import { longestDetail } from '#domain/offers/choice.ts'
import { Field } from '#ui/Field.tsx'
import { Icon } from '#ui/icons.tsx'
import { State } from '#ui/Notice.tsx'
import { Plate } from '#ui/Plate.tsx'
import { Said } from '#ui/Said.tsx'
import type { Typed } from './typed.ts'

/** One of my offers: its detail when the idea asks one, its advice, pausing and taking it back. */
export function OfferLine({ idea, typed }: { idea: MyIdea; typed: Typed }) {
  return (
    <li class="choisi" id={`choix-${idea.code}`} data-theme={idea.theme.code}>
      <Plate theme={idea.theme.code} icon={idea.theme.pictogram} small use />
      <div>
        <p>
          <b>{idea.phrase}</b>{' '}
          {idea.paused && (
            <State tone="attente" icon="pause">
              En pause
            </State>
          )}
        </p>
        {idea.advice && (
          <p class="petit doux">
            {idea.advice.title} : {idea.advice.advice}
          </p>
        )}
        <Detail idea={idea} typed={typed} />
        <p class="rang">
          {idea.paused ? (
            <Press value={`reprendre:${idea.code}`} icon="play" word="Reprendre" phrase={idea.phrase} />
          ) : (
            <Press value={`pause:${idea.code}`} icon="pause" word="Mettre en pause" phrase={idea.phrase} />
          )}
          <Press value={`enlever-offre:${idea.code}`} icon="x" word="Enlever" phrase={idea.phrase} />
        </p>
      </div>
    </li>
  )
}

function Detail({ idea, typed }: { idea: MyIdea; typed: Typed }) {
  const clash = typed.clashes.get(idea.code)
  if (idea.question === null && idea.detail === null && clash === undefined) return null
  const field = (
    <Field
      name={`detail:${idea.code}`}
      id={`detail-${idea.code}`}
      label={clash ? 'Ce que vous venez d’écrire' : `${idea.question ?? 'Une précision ?'} (si vous voulez)`}
      value={typed.details.get(idea.code) ?? idea.detail ?? ''}
      stuck={typed.problems.get(idea.code)}
      rows={1}
      maxlength={longestDetail * 4}
    />
  )
  return (
    <>
      <input type="hidden" name={`avant:${idea.code}`} value={idea.detail ?? ''} />
      {clash ? <SideBySide kept={clash.kept}>{field}</SideBySide> : field}
    </>
  )
}

/** The text kept since, beside the one just typed: which one to keep is for the person to say. */
function SideBySide({ kept, children }: { kept: string | null; children: ComponentChildren }) {
  return (
    <div class="deux egal">
      <div>
        <p class="etiquette">Ce qui est gardé depuis</p>
        <p>{kept === null ? 'rien' : <Said>{kept}</Said>}</p>
      </div>
      {children}
    </div>
  )
}

type PressProps = { value: string; icon: 'pause' | 'play' | 'x'; word: string; phrase: string }

/** A small button of a line, whose spoken name says which line. */
export function Press({ value, icon, word, phrase }: PressProps) {
  return (
    <button class="lien" name="faire" value={value} aria-label={`${word} : ${phrase}`}>
      <Icon name={icon} use />
      <span>{word}</span>
    </button>
  )
}
