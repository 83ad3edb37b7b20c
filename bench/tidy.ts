// Whatever a measure starts is put away once, at its end, or when someone stops the bench half-way.

const started = new Set<() => Promise<void>>()

/** The way to put this away: does it the first time it is called, and nothing afterwards. */
export function once(putAway: () => Promise<void>): () => Promise<void> {
  const tidy = async (): Promise<void> => {
    if (started.delete(tidy)) await putAway()
  }
  started.add(tidy)
  return tidy
}

export const putEverythingAway = async (): Promise<void> => {
  for (const tidy of [...started].reverse()) await tidy() // the last started goes first
}
