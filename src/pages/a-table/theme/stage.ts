// What the sweep shows, changed in place: the document holds all the themes, one of them visible.

export type Stage = {
  readonly total: number
  readonly positionOf: (theme: string) => number
  readonly codeAt: (position: number) => string
  readonly nameAt: (position: number) => string
  readonly showTheme: (position: number) => void
  readonly headsUp: (left: number, count: number | null) => void
  readonly isTicked: (position: number) => boolean
}

export const all = (selector: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)]

/** The stage of this page; `[data-part]` and `[data-band]` follow one another in the order of the deck. */
export function openStage(): Stage {
  const parts = all('[data-part]')
  const bands = all('[data-band]')
  const codes = parts.map((part) => part.dataset['part'] ?? '')

  return {
    total: parts.length,
    positionOf: (theme) => codes.indexOf(theme),
    codeAt: (position) => codes[position] ?? '',
    nameAt: (position) => parts[position]?.getAttribute('aria-label') ?? '',
    isTicked: (position) => parts[position]?.querySelector('[aria-pressed=true]') !== null,
    showTheme: (position) => {
      wear(codes[position] ?? '', false)
      for (const [at, part] of parts.entries()) part.hidden = at !== position
      for (const [at, band] of bands.entries()) band.hidden = at !== position
      document.title = `${parts[position]?.getAttribute('aria-label') ?? ''} · Coop-Ère`
      scrollTo(0, 0)
      keepFocus(bands[position]?.querySelector('h1'))
    },
    headsUp: (left, count) => {
      wear(codes[left] ?? '', true)
      for (const hidden of [...parts, ...bands]) hidden.hidden = true
      for (const name of all('[data-left]')) name.textContent = parts[left]?.getAttribute('aria-label') ?? ''
      for (const line of all('[data-count-line]')) line.hidden = count === null
      for (const number of all('[data-heads-up] [data-count]')) number.textContent = String(count ?? '')
      scrollTo(0, 0)
      keepFocus(document.querySelector<HTMLElement>('[data-heads-up] h1'))
    },
  }
}

function wear(theme: string, up: boolean): void {
  const { body } = document
  body.dataset['theme'] = theme
  body.classList.toggle('tete-haute', up)
  for (const panel of all('[data-heads-up]')) panel.hidden = !up
  for (const below of all('[data-foot],[data-rows]')) below.hidden = up
}

/** When what had the focus is hidden or left behind, the title takes it; whoever uses a finger sees nothing of it. */
function keepFocus(title: HTMLElement | null | undefined): void {
  if (!title || !document.activeElement?.closest('[hidden],[data-foot]')) return
  title.tabIndex = -1
  title.focus({ preventScroll: true })
}
