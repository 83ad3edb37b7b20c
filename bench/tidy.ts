// Whatever a measure starts is put away once, at its end, or when someone stops the bench half-way.

type Tidy = () => Promise<void>
const started = new Set<Tidy>()

/** The way to put this away: does it the first time it is called; later calls wait for that one. */
export function once(putAway: () => Promise<void>): Tidy {
  let going: Promise<void> | null = null
  const tidy: Tidy = () => (going ??= putAway().finally(() => started.delete(tidy)))
  started.add(tidy)
  return tidy
}

/** All that is still there, the last started first. */
export const putEverythingAway = async (): Promise<void> => {
  for (const tidy of [...started].reverse()) await tidy()
}
