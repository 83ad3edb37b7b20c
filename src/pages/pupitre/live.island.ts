// The host's page stays true: when the stream says that the table changed, the page is asked for again and its
// parts are replaced in place. Without this island every button still works, and a page is as old as its loading.
import { changesIn } from '#ui/LiveWord.tsx'

const marks = document.querySelector<HTMLElement>('[data-console]')
const here = marks?.dataset['path'] ?? '/pupitre'
let asking = false
let again = false
let leaving = false

if (marks) {
  listen()
  setInterval(countDown, 1000)
  addEventListener('beforeunload', leave)
}

// A button was pressed: its own answer is on its way, and nothing here may take its place. Were there no network,
// the page would stay, and look again after a while.
function leave(): void {
  leaving = true
  setTimeout(() => (leaving = false), 10_000)
}

function listen(): void {
  const source = new EventSource('/pupitre/vivant')
  source.addEventListener('message', ({ data }) => {
    if (data !== marks?.dataset['console']) void refresh()
  })
  source.addEventListener('end', () => {
    source.close()
    startAgain()
  })
}

function startAgain(): void {
  if (!leaving) location.assign(here)
}

/** One request at a time; a change heard meanwhile is asked for once more at the end. */
async function refresh(): Promise<void> {
  if (leaving) return
  if (asking) return void (again = true)
  asking = true
  try {
    const answer = await fetch(here, { headers: { accept: 'text/html' } })
    if (answer.ok) show(new DOMParser().parseFromString(await answer.text(), 'text/html'))
    else startAgain()
  } catch {
    // No network: the stream comes back by itself, and says what changed.
  }
  asking = false
  if (!again) return
  again = false
  await refresh()
}

function show(fresh: Document): void {
  const next = fresh.querySelector<HTMLElement>('[data-console]')
  if (leaving) return
  if (!marks || !next || hasMoved(marks.dataset['step'], next.dataset['step'])) return startAgain()
  marks.dataset['console'] = next.dataset['console'] ?? ''
  for (const part of document.querySelectorAll<HTMLElement>('[data-part]')) {
    const replacement = fresh.querySelector<HTMLElement>(`[data-part="${part.dataset['part'] ?? ''}"]`)
    if (replacement && replacement.outerHTML !== part.outerHTML) replace(part, replacement)
  }
  document.dispatchEvent(new CustomEvent('coopere:refreshed'))
}

// Only the screens of the table's steps go where the table goes.
const hasMoved = (shown: string | undefined, now: string | undefined): boolean =>
  shown !== undefined && shown !== now

function replace(part: HTMLElement, replacement: HTMLElement): void {
  const focused = part.contains(document.activeElement) ? (document.activeElement?.id ?? '') : ''
  part.replaceWith(replacement)
  if (focused !== '') document.getElementById(focused)?.focus()
}

/** The live word's seconds and ring, by whole seconds; at the end the new word and square are asked for. */
function countDown(): void {
  const frame = document.querySelector<HTMLElement>('[data-until]')
  if (!frame) return
  const left = Math.max(0, Number(frame.dataset['until']) - 1)
  frame.dataset['until'] = String(left)
  const words = frame.querySelector('[data-seconds]')
  if (words) words.textContent = changesIn(left)
  frame.querySelector('[data-ring]')?.setAttribute('stroke-dasharray', `${Math.round((left / 60) * 100)} 200`)
  if (left === 0) void refresh()
}
