// The ring of time of one theme moves by whole seconds; at the end the next button calls once. « Pause » stops the
// ring on this screen only: the table waits for its host in any case.
import { secondsLeft } from './console.words.ts'

let paused = false
let called = false
let gone = secondsGone()

const pause = document.querySelector<HTMLButtonElement>('#pause')
if (pause) {
  pause.hidden = false
  pause.addEventListener('click', () => {
    paused = !paused
    const word = pause.querySelector('span')
    if (word) word.textContent = paused ? 'Reprendre' : 'Pause'
    const icon = pause.querySelector<SVGElement>('.ico')
    if (icon) icon.style.display = paused ? 'none' : '' // two bars beside « Reprendre » would say the opposite
    pause.setAttribute('aria-pressed', String(paused))
    draw()
  })
}

setInterval(() => {
  if (!paused) gone += 1
  draw()
}, 1000)

// What came back from the server tells its own time; a pause keeps ours.
document.addEventListener('coopere:refreshed', () => {
  if (!paused && !pausedOnce()) gone = secondsGone()
  draw()
})

function draw(): void {
  const box = document.querySelector<HTMLElement>('[data-gone]')
  const lasts = Number(box?.dataset['lasts'])
  if (!box || !(lasts > 0)) return
  const share = Math.round(Math.min(1, gone / lasts) * 100)
  box.querySelector('[data-ring]')?.setAttribute('stroke-dasharray', `${share} 200`)
  const words = document.querySelector('[data-left]')
  if (words) words.textContent = paused ? 'En pause' : secondsLeft(lasts - gone)
  if (gone >= lasts && !called) callOnce()
}

function callOnce(): void {
  called = true
  document.querySelector('.pied .bouton')?.classList.add('appelle')
}

function secondsGone(): number {
  return Number(document.querySelector<HTMLElement>('[data-gone]')?.dataset['gone'] ?? 0)
}

function pausedOnce(): boolean {
  return pause?.hasAttribute('aria-pressed') ?? false
}
