import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { deck, rowsOf, type Catalogue, type DeckTheme } from '#domain/ideas/catalogue.ts'
import { currentCatalogue } from '#domain/ideas/ideas.acts.server.ts'
import { post, ticksOf, touchSeat, type Reach, type Ticks } from './at-table.ts'
import { expectAccessible } from './reading.ts'

// The people of « Douze à table », what each ticks, and what a page must then count (table.md §11).

export type Newcomer = { firstName: string; entrance: string; reach: Reach; age?: string }
export const newcomers: readonly Newcomer[] = [
  { firstName: 'Lucas', entrance: 'Entrée C', reach: { way: 'E-mail', email: 'lucas@exemple.fr' } },
  { firstName: 'Sylvie', entrance: 'Entrée A', reach: { way: 'Appel', phone: '01 69 20 00 00' } },
  { firstName: 'Mehdi', entrance: 'Entrée E', reach: { way: 'Message', phone: '06 12 34 56 78' } },
  { firstName: 'Karine', entrance: 'Entrée E', reach: { way: 'E-mail', email: 'karine@exemple.fr' } },
  { firstName: 'Odette', entrance: 'Entrée F', reach: { way: 'Mot dans la boîte' } },
  { firstName: 'Fatou', entrance: 'Entrée C', reach: { way: 'Par un voisin' } },
  {
    firstName: 'Jules',
    entrance: 'Entrée B',
    reach: { way: 'E-mail', email: 'jules@exemple.fr' },
    age: 'J’ai entre 15 et 17 ans',
  },
  { firstName: 'Anne', entrance: 'Entrée B', reach: { way: 'E-mail', email: 'anne@exemple.fr' } },
  { firstName: 'Théo', entrance: 'Entrée D', reach: { way: 'Message', phone: '+33 6 98 76 54 32' } },
]
export const names = newcomers.map((one) => one.firstName)
export const late = 'Théo'
/** Never touches a screen. */
export const keyboardOnly = 'Sylvie'
/** Whose narrow phone is read by the accessibility checker at each screen. */
export const reader = 'Fatou'

export type Script = {
  readonly catalogue: Catalogue
  readonly themes: readonly DeckTheme[]
  readonly ticksFor: (firstName: string) => Ticks
}

export async function readScript(): Promise<Script> {
  const catalogue = await currentCatalogue()
  const themes = deck(catalogue)
  const rows = rowsOf(themes)
  const ticks = new Map(names.map((name, position) => [name, ticksOf(rows, position + 1)]))
  return {
    catalogue,
    themes,
    ticksFor: (name) => ticks.get(name) ?? { offers: new Set(), wishes: new Set() },
  }
}

/** Denise's five ticks, over the four themes she stays for. */
export const deniseTicks = ({ themes }: Script, position: number): Ticks => {
  const rows = rowsOf(themes.slice(position, position + 1)).map((row) => row.idea.code)
  return { offers: new Set(rows.slice(0, position === 0 ? 2 : 1)), wishes: new Set() }
}

/** What the catalogue's file and the rule of the script say this theme must count, for those who swept it. */
export function countOf(script: Script, position: number): number {
  const codes = new Set(rowsOf(script.themes.slice(position, position + 1)).map((row) => row.idea.code))
  // Denise leaves before the fourth theme is counted; Théo comes at the fifth.
  const denise = position < 3 ? deniseTicks(script, position).offers.size : 0
  return names
    .filter((name) => name !== late || position >= 4)
    .reduce((sum, name) => {
      const { offers, wishes } = script.ticksFor(name)
      return sum + [...offers, ...wishes].filter((code) => codes.has(code)).length
    }, denise)
}

/** The text of the whole page at 200 %, as a browser's own setting does it; runs in the page. */
export function twiceAsLarge(): void {
  addEventListener('DOMContentLoaded', () => {
    const style = document.createElement('style')
    style.textContent = 'html{font-size:250%!important}'
    document.head.append(style)
  })
}

/** The three screens of the second cup, read by the checker. */
export async function readSecondCup(phone: Page): Promise<void> {
  for (const path of ['/a-table/mes-choix', '/a-table/vous-joindre', '/a-table/charte']) {
    await phone.goto(path)
    await expectAccessible(phone)
  }
  await phone.goto('/a-table')
}

/** Removes one offer in the review, then ticks it again in its theme: the last gesture wins. */
export async function removeAndAddBack(phone: Page, script: Script, firstName: string): Promise<void> {
  const [code] = script.ticksFor(firstName).offers
  const idea = script.catalogue.ideas.find((one) => one.code === code)
  if (!idea) throw new Error('the script ticks nothing')
  await phone.goto('/a-table/mes-choix')
  await post(phone, new RegExp(`Enlever.*${idea.phrase.slice(0, 20)}`))
  await phone.goto(`/a-table/theme/${idea.theme}`)
  const target = phone.locator(`[data-idea="${idea.code}"] .cible`).nth(0)
  expect(await target.getAttribute('aria-pressed')).toBe('false')
  await Promise.all([
    phone.waitForResponse((answer) => answer.url().endsWith('/a-table/coches')),
    target.click(),
  ])
}

/** A witness confirms on the host's screen, by four digits. */
export async function confirmOnConsole(
  host: Page,
  by: { witness: string; code: string },
  people: readonly string[],
): Promise<void> {
  await host.goto('/pupitre/temoins')
  await host.getByRole('link', { name: new RegExp(by.witness) }).click()
  await host.getByLabel(/quatre chiffres/).waitFor()
  for (const name of people) await touchSeat(host, name)
  await host.getByLabel(/quatre chiffres/).fill(by.code)
  await post(host, 'Je confirme')
}

/** « Qui habite ensemble ? » */
export async function liveTogether(host: Page, who: string, withWhom: string): Promise<void> {
  await host.goto('/pupitre/places')
  for (const [label, name] of [
    ['Qui arrive', who],
    ['Habite avec', withWhom],
  ] as const) {
    const options = await host.getByLabel(label).locator('option').allInnerTexts()
    const option = options.find((text) => text.startsWith(name)) ?? ''
    await host.getByLabel(label).selectOption({ label: option })
  }
  await post(host, 'Ils habitent ensemble')
}
