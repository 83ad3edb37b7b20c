import type { ConsoleView } from '#domain/gatherings/console.views.server.ts'

/** What travels down the console's stream: where the table is, and that something changed; the page reads the rest. */
export const liveConsole = ({ gathering }: ConsoleView) => ({
  step: stepOf(gathering),
  number: gathering.stateNumber,
})

/** « sweep:3 »: two pages with the same step show the same screen. */
export const stepOf = ({
  phase,
  themePosition,
}: Pick<ConsoleView['gathering'], 'phase' | 'themePosition'>): string => `${phase}:${themePosition}`
