import { behind, type Course } from './course.ts'
import { all, type Stage } from './stage.ts'

/** The small lines around a theme: where the table is, what is left behind, the chips of one's own pace. */
export function showLines(course: Course, stage: Stage): void {
  const apart = course.table !== course.shown
  for (const line of all('[data-table-at]')) line.hidden = !apart
  for (const name of all('[data-table-name]'))
    name.textContent = course.table === null ? 'la deuxième tasse' : stage.nameAt(course.table)
  for (const nav of all('[data-own]')) nav.hidden = course.pace !== 'own'
  for (const link of all('[data-together]')) link.hidden = course.pace === 'own'
  for (const link of all('[data-refresh]')) link.hidden = true
  showBehind(course, stage)
  for (const chip of all('[data-own] [data-code]')) showChip(chip, course, stage)
}

function showBehind(course: Course, stage: Stage): void {
  const left = behind(course)
  for (const link of all('[data-behind]')) {
    link.hidden = left === 0 || course.pace === 'own'
    link.dataset['code'] = stage.codeAt(firstUnseen(course))
    for (const number of link.querySelectorAll('b')) number.textContent = String(left)
  }
}

function showChip(chip: HTMLElement, course: Course, stage: Stage): void {
  const position = stage.positionOf(chip.dataset['code'] ?? '')
  if (position === course.shown) chip.setAttribute('aria-current', 'true')
  else chip.removeAttribute('aria-current')
  for (const seen of chip.querySelectorAll<HTMLElement>('[data-seen]'))
    seen.hidden = !course.seen.has(position)
}

const firstUnseen = ({ seen, total }: Course): number =>
  Array.from({ length: total }, (_, position) => position).find((position) => !seen.has(position)) ?? 0
