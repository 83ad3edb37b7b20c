import type { MyTableChoices } from '#domain/gatherings/my-choices.views.server.ts'
import type { SeatView } from '#domain/gatherings/seat.views.server.ts'
import type { Catalogue } from '#domain/ideas/catalogue.ts'
import type { Details } from './choices.form.ts'

/** What « Mes choix » shows; the last two hold what was typed, when it comes back to be corrected. */
export type ChoicesPageProps = {
  view: SeatView
  catalogue: Catalogue
  choices: MyTableChoices
  details?: Details | undefined
  own?: { typed: string; stuck: string | undefined } | undefined
}
