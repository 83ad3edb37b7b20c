import type { Catalogue } from '#domain/ideas/catalogue.ts'
import type { Tx } from '#platform/db.server.ts'
import { choicesOf, ownIdeas, type KeptChoice } from './choice.store.server.ts'
import { myChoicesOf, type MyChoices } from './my-choices.ts'

type Mine = { readonly sectorId: string; readonly personId: string }

/** Everything the person chose, both hands, for that person's own page. */
export async function myChoices(
  tx: Tx,
  { sectorId, personId }: Mine,
  catalogue: Catalogue,
): Promise<MyChoices> {
  const lines = await choicesOf(tx, sectorId, personId)
  return myChoicesOf(catalogue, lines, await ownIdeas(tx, sectorId, personId))
}

/** What is lit for that person on the pages of ideas. */
export const myTicks = async (
  tx: Tx,
  { sectorId, personId }: Mine,
): Promise<ReadonlyMap<string, KeptChoice>> =>
  new Map((await choicesOf(tx, sectorId, personId)).map((choice) => [choice.idea, choice]))
