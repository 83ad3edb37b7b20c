/** Beside a first name: « Paul, entrée B ». What is not a plain word keeps its capital: « Paul, Le Clos 3 ». */
export const atEntrance = (entrance: string): string =>
  plainWords.test(entrance) ? entrance.charAt(0).toLocaleLowerCase('fr') + entrance.slice(1) : entrance

const plainWords =
  /^(entrée|hall|bâtiment|escalier|rue|allée|avenue|place|impasse|chemin|cour|passage)(?!\p{L})/iu

export const offerCount = (count: number): string => `${count} ${count > 1 ? 'offres' : 'offre'}`

/** The title of the page: how much there is already. */
export const directoryTitle = (total: number): string => {
  if (total === 0) return 'Par ici, tout commence'
  return total === 1 ? 'Par ici, il y a déjà une offre' : `Par ici, il y a déjà ${total} offres`
}
