import { listen, type SeatNews } from '../vivant/listen.ts'
import { finished, heard, type Course, type Goal, type Move } from './course.ts'
import { keepInDrawer, newId, openDrawer } from './drawer.ts'
import { showLines } from './lines.ts'
import { openOutbox } from './outbox.ts'
import { postSeen, postTicks } from './post.ts'
import { all, openStage } from './stage.ts'

// The sweep on a phone: one listener for every touch, ticks painted at once and handed over behind the scene,
// and a table that pulls along without dragging.

const headsUpLasts = 7000
const movingOnLasts = 3000

const root = document.querySelector<HTMLElement>('[data-sweep]') ?? document.body
const { seat = '', counter = '0', pace, table = '', shown = '', seen = '' } = root.dataset
const stage = openStage()
const dialog = document.querySelector('dialog')
const outbox = openOutbox(openDrawer(seat, Number(counter)), {
  keep: (kept) => keepInDrawer(seat, kept),
  send: (operations) => postTicks(operations),
  sendSeen: (theme) => postSeen(theme),
  newId,
  after: (milliseconds, go) => void setTimeout(go, milliseconds),
  tell: (allSent) => all('[data-offline]').forEach((line) => (line.hidden = allSent)),
  lost: () => location.replace('/a-table'),
})
let course: Course = {
  pace: pace === 'own' ? 'own' : 'together',
  table: table === '' ? null : stage.positionOf(table),
  shown: stage.positionOf(shown),
  seen: new Set([...seen.split(' '), ...outbox.waiting().seen].map(stage.positionOf)),
  total: stage.total,
}
let counts: SeatNews['counts'] = {}
let timer = 0

showKept()
refresh()
addEventListener('click', press)
addEventListener('online', () => void outbox.flush())
addEventListener('pagehide', handOver)
dialog?.addEventListener('cancel', () => clearTimeout(timer))
listen(hear, () => location.replace('/a-table'))
void outbox.flush()

function press(event: MouseEvent): void {
  const touched =
    event.target instanceof Element ? event.target.closest<HTMLElement>('.cible,[data-act]') : null
  if (!touched) return
  event.preventDefault()
  if (touched.dataset['act'] === undefined) tick(touched)
  else acts[touched.dataset['act']]?.(touched)
}

function tick(target: HTMLElement): void {
  target.setAttribute('aria-pressed', String(target.getAttribute('aria-pressed') !== 'true'))
  const row = target.closest<HTMLElement>('[data-idea]')
  const [offers, wishes] = [...(row?.querySelectorAll('.cible') ?? [])].map(isPressed)
  outbox.tick({ idea: row?.dataset['idea'] ?? '', offers: offers === true, wishes: wishes === true })
  nameSeenButton()
}

const acts: Record<string, (touched: HTMLElement) => void> = {
  seen: () => {
    outbox.finish(stage.codeAt(course.shown))
    follow(finished(course))
  },
  back: () => go(course.shown),
  go: () => go(course.table ?? 'away'),
  first: () => {
    clearTimeout(timer)
    dialog?.close()
  },
  own: (touched) => {
    course = { ...course, pace: 'own' }
    go(stage.positionOf(touched.dataset['code'] ?? stage.codeAt(course.shown)))
  },
  join: () => {
    course = { ...course, pace: 'together' }
    go(course.table ?? 'away')
  },
}

function hear(news: SeatNews): void {
  if (news.state !== 'seated') return location.replace('/a-table')
  counts = news.counts
  follow(heard(course, news.phase === 'sweep' ? news.theme : null))
}

function follow({ course: after, move }: { course: Course; move: Move }): void {
  course = after
  if (move.kind === 'show') return go(move.goal)
  if (move.kind === 'heads-up') lookUp(move.left, move.then)
  if (move.kind === 'moving-on') announce(move.goal)
  refresh()
}

function lookUp(left: number, then: Goal | null): void {
  settle()
  stage.headsUp(left, then === null ? null : (counts[stage.codeAt(left)] ?? null))
  if (then !== null) timer = window.setTimeout(() => go(then), headsUpLasts)
}

/** « On passe à : Jardin ». Without an answer one follows the table: what is left comes back in the review. */
function announce(goal: Goal): void {
  settle()
  for (const name of all('[data-goal]'))
    name.textContent = goal === 'away' ? 'la deuxième tasse' : stage.nameAt(goal)
  dialog?.showModal()
  timer = window.setTimeout(() => go(goal), movingOnLasts)
}

function go(goal: Goal): void {
  settle()
  if (goal === 'away') return void outbox.flush().then(() => location.assign('/a-table'))
  course = { ...course, shown: goal }
  stage.showTheme(goal)
  history.replaceState(null, '', course.pace === 'own' ? `/a-table/theme/${stage.codeAt(goal)}` : '/a-table')
  refresh()
}

function settle(): void {
  clearTimeout(timer)
  if (dialog?.open) dialog.close()
}

function refresh(): void {
  showLines(course, stage)
  nameSeenButton()
}

function nameSeenButton(): void {
  const words = stage.isTicked(course.shown) ? 'C’est vu' : 'Rien ici, c’est vu'
  for (const word of all('[data-act=seen] span')) if (word.textContent !== words) word.textContent = words
}

/** What this device had not handed over when the page was loaded again. */
function showKept(): void {
  for (const { idea, offers, wishes } of outbox.waiting().operations)
    for (const [at, target] of all(`[data-idea="${idea}"] .cible`).entries())
      target.setAttribute('aria-pressed', String(at === 0 ? offers : wishes))
}

function handOver(): void {
  const { operations, seen: themes } = outbox.waiting()
  if (operations.length > 0) void postTicks(operations.slice(0, 200), true)
  for (const theme of themes) void postSeen(theme, true)
}

function isPressed(target: Element): boolean {
  return target.getAttribute('aria-pressed') === 'true'
}
