import { catalogueOf } from '#domain/ideas/ideas.acts.server.ts'
import type { Catalogue, Idea } from '#domain/ideas/catalogue.ts'
import { choicesOf, ownIdeas, type KeptChoice } from '#domain/offers/choices.acts.server.ts'
import { withSector } from '#platform/db.server.ts'
import { seatOf, type AtTable } from './at-table.acts.server.ts'
import { findGathering } from './gathering.store.server.ts'
import { findSeat, seenThemes } from './seat.store.server.ts'

export type ChosenIdea = Pick<Idea, 'code' | 'theme' | 'phrase' | 'question' | 'risk' | 'reciprocity'> & {
  readonly offers: boolean
  readonly wishes: boolean
  readonly detail: string | null
}

/** The person's own choices, in the order of the game, with the themes still to be seen. Only their phone reads it. */
export type MyTableChoices = {
  readonly offers: readonly ChosenIdea[]
  readonly wishes: readonly ChosenIdea[]
  readonly own: readonly { readonly id: string; readonly text: string }[]
  readonly unseen: readonly string[]
}

export const myTableChoices = (viewer: AtTable): Promise<MyTableChoices | null> =>
  withSector(viewer, viewer.sectorId, async (tx) => {
    const at = seatOf(viewer)
    const gathering = at && (await findGathering(tx, viewer.sectorId, at.gatheringId))
    if (!at || !gathering || gathering.catalogueVersion === null) return null
    const seat = await findSeat(tx, viewer.sectorId, at.gatheringId, at.seatId)
    if (!seat || seat.personId === null) return null
    const catalogue = await catalogueOf(gathering.catalogueVersion)
    const chosen = inOrder(catalogue, await choicesOf(tx, viewer.sectorId, seat.personId))
    const seen = await seenThemes(tx, viewer.sectorId, at.gatheringId)
    const mine = new Set(seen.flatMap((mark) => (mark.seatId === seat.id ? [mark.theme] : [])))
    return {
      offers: chosen.filter((idea) => idea.offers),
      wishes: chosen.filter((idea) => idea.wishes),
      own: await ownIdeas(tx, viewer.sectorId, seat.personId),
      unseen: catalogue.themes.flatMap((theme) => (mine.has(theme.code) ? [] : [theme.code])),
    }
  })

function inOrder(catalogue: Catalogue, choices: readonly KeptChoice[]): ChosenIdea[] {
  const byIdea = new Map(choices.map((choice) => [choice.idea, choice]))
  return catalogue.ideas.flatMap((idea) => {
    const choice = byIdea.get(idea.code)
    if (!choice || (!choice.offers && !choice.wishes)) return []
    const { code, theme, phrase, question, risk, reciprocity } = idea
    const { offers, wishes, detail } = choice
    return [{ code, theme, phrase, question, risk, reciprocity, offers, wishes, detail }]
  })
}
