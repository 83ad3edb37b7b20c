import type { ComponentChildren } from 'preact'
import { Drawing, type DrawingName } from '#ui/Drawing.tsx'
import { inLetters } from '#ui/letters.ts'
import { number } from '#ui/typography.ts'

type StepsProps = { ideas: number; themes: number }

/** Why there is nothing to fill in here, and what there is instead. */
export function Steps({ ideas, themes }: StepsProps) {
  return (
    <section class="bloc nappe" aria-labelledby="seul">
      <div class="cadre pile-large">
        <div class="pile">
          <h2 id="seul">On ne s’inscrit pas seul de chez soi</h2>
          <p>
            On confie plus volontiers sa perceuse à un visage qu’à un nom. Chez nous, on devient voisin
            inscrit autour d’une table, avec d’autres, près de gens qui le sont déjà.
          </p>
        </div>
        <ol class="pas3">
          <Step drawing="chaise-libre" title="Prenez place à une table">
            Huit à douze personnes, de quoi boire et manger. On commence par les prénoms, et l’on prend son
            temps.
          </Step>
          <Step drawing="banc-du-cerisier" title="Cochez ce qui vous fait plaisir">
            {number(ideas)} idées toutes simples, en {inLetters(themes)} thèmes. Je propose, j’aimerais, les
            deux, ou rien du tout.
          </Step>
          <Step drawing="pelote" title="Un premier lien en deux jours">
            Un voisin vous fait signe. Un prêt, un coup de main, une balade : une seule chose, à deux pas de
            chez vous.
          </Step>
        </ol>
        <p>
          <a href="/comment-ca-se-passe">Comment se passe une table, minute par minute</a>
        </p>
      </div>
    </section>
  )
}

type StepProps = { drawing: DrawingName; title: string; children: ComponentChildren }

function Step({ drawing, title, children }: StepProps) {
  return (
    <li>
      <Drawing name={drawing} />
      <div class="pile-fine">
        <h3>{title}</h3>
        <p>{children}</p>
      </div>
    </li>
  )
}
