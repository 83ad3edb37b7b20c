import { listen, type SeatNews } from './listen.ts'

// On the pages of a seat: goes where the table goes, or only says so while something is being filled in.

const page = document.querySelector<HTMLElement>('[data-live]')
const on = page?.dataset['live']
const step = page?.dataset['step']
const vouches = Number(page?.dataset['vouches'] ?? 0)

if (page) {
  for (const link of page.querySelectorAll<HTMLElement>('[data-refresh]')) link.hidden = on !== 'tell'
  listen(hear, look)
}

function hear(news: SeatNews): void {
  for (const count of document.querySelectorAll('[data-around]')) count.textContent = String(news.around)
  const moved = `${news.state}:${news.phase}` !== step
  if (news.state === 'gone' && moved) return look()
  if (on === 'tell') showMoved(moved)
  if (on === 'follow' && (moved || news.vouches !== vouches)) look()
}

function showMoved(moved: boolean): void {
  for (const notice of document.querySelectorAll<HTMLElement>('[data-moved]')) notice.hidden = !moved
}

function look(): void {
  location.replace('/a-table')
}

// The rehearsal row: it answers the finger, and nothing of it goes anywhere.
for (const rehearsal of document.querySelectorAll<HTMLElement>('[data-rehearsal]')) {
  rehearsal.hidden = false
  rehearsal.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null
    button?.setAttribute('aria-pressed', String(button.getAttribute('aria-pressed') !== 'true'))
  })
}
