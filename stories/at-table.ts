import { expect } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import type { Catalogue, DeckTheme } from '#domain/ideas/catalogue.ts'

// What people do around a table, as they would do it: with a finger on a screen.

export type Ticks = { readonly offers: ReadonlySet<string>; readonly wishes: ReadonlySet<string> }

/** The ticks of the acceptance script: the k-th newcomer takes row r by two remainders (table.md §11). */
export function ticksOf(rows: readonly { number: number; idea: { code: string } }[], k: number): Ticks {
  const taken = (keep: (row: number) => boolean): Set<string> =>
    new Set(rows.filter((row) => keep(row.number)).map((row) => row.idea.code))
  return { offers: taken((r) => (r + k) % 15 === 0), wishes: taken((r) => (r + 3 * k) % 23 === 0) }
}

/** The host opens their next table: from « Vos tables » to the door. */
export async function openTheTable(
  host: Page,
  slug: string,
  gatheringId: string,
  code: string,
): Promise<void> {
  await host.goto(`/secteurs/${slug}/tables/${gatheringId}`)
  await host.getByLabel('Votre code à quatre chiffres pour cette table').fill(code)
  await press(host, 'Ouvrir la table')
  await host.waitForURL('**/pupitre')
}

/** The word and its digits, read off the host's screen. */
export const wordOnScreen = async (host: Page): Promise<string> =>
  (await host.locator('[data-word]').innerText()).replace(/\s+/g, ' ')

/** Types the word, then says « Sur ce téléphone ». */
export async function comeIn(phone: Page, word: string): Promise<void> {
  await phone.goto('/a-table')
  const field = phone.getByLabel('Le mot sur l’écran de l’hôte')
  if ((await field.count()) > 0) {
    await field.fill(word)
    await press(phone, 'C’est ce mot')
  }
  await press(phone, /Sur ce téléphone|Je m’assieds/)
}

export async function giveName(phone: Page, firstName: string, entrance: string): Promise<void> {
  await phone.getByLabel('Votre prénom, comme on vous appelle ici').fill(firstName)
  await phone.getByLabel(entrance, { exact: true }).check()
  await press(phone, 'Voilà, c’est moi')
  await phone.getByRole('heading', { name: /Montrez cet écran/ }).waitFor()
}

/** « Oui, à notre table »: the host finds the picture of this phone on their own screen. */
export async function welcome(host: Page, phone: Page): Promise<void> {
  const face = (await phone.locator('.attente-image').innerText()).trim()
  const waiting = host.locator('.attentes li', { hasText: face })
  await waiting.getByRole('button', { name: /Oui, à notre table/ }).click()
  await phone.getByRole('heading', { name: /Montrez cet écran/ }).waitFor({ state: 'detached' })
}

/** Ticks what this person takes in the theme on screen, then « C'est vu ». */
export async function sweepTheme(phone: Page, theme: DeckTheme, ticks: Ticks): Promise<void> {
  await phone.locator(`[data-part="${theme.theme.code}"]`).waitFor({ state: 'visible' })
  for (const target of targetsOf(phone, theme, ticks)) await target.click()
  await phone.locator('[data-act=seen]').click()
}

/** The buttons to press in one theme, offers and wishes. */
export const targetsOf = (phone: Page, theme: DeckTheme, ticks: Ticks): Locator[] =>
  theme.blocks
    .flatMap((block) => block.rows)
    .flatMap(({ idea }) => {
      const buttons = phone.locator(`[data-idea="${idea.code}"] .cible`)
      return [
        ...(ticks.offers.has(idea.code) ? [buttons.nth(0)] : []),
        ...(ticks.wishes.has(idea.code) ? [buttons.nth(1)] : []),
      ]
    })

/** The seven seconds of « tête haute » and the three of « on passe à » go by at once. */
export async function letTimePass(phones: readonly Page[]): Promise<void> {
  await Promise.all(phones.map((phone) => phone.clock.fastForward('00:09').catch(() => undefined)))
}

export type Reach = { readonly way: string; readonly email?: string; readonly phone?: string }

/** The second cup: choices re-read, a way to be reached, the charter. */
export async function finishCard(phone: Page, reach: Reach, age = 'J’ai 18 ans ou plus'): Promise<void> {
  await press(phone, 'C’est bien moi')
  await phone.getByLabel(reach.way).first().check()
  if (reach.email) await phone.getByLabel('Votre adresse e-mail').fill(reach.email)
  if (reach.phone) await phone.getByLabel('Votre numéro de téléphone').fill(reach.phone)
  await phone.getByLabel(/premier lien à partir de mes envies/).check()
  await press(phone, 'C’est noté')
  await phone.getByLabel(age).check()
  await press(phone, 'Je suis d’accord')
  await phone.getByRole('heading', { name: 'Il reste à se reconnaître' }).waitFor()
}

/** « Avec qui avez-vous parlé aujourd'hui ? », on one's own phone. */
export async function confirmOnPhone(phone: Page, names: readonly string[]): Promise<void> {
  await visit(phone, '/a-table/confirmer')
  for (const name of names) await touchSeat(phone, name)
  await post(phone, 'Je confirme')
}

/** Goes to a page of the site, again if the table took the phone along at that very moment. */
async function visit(phone: Page, path: string): Promise<void> {
  await phone.goto(path).catch(() => phone.waitForTimeout(500).then(() => phone.goto(path)))
}

/** Touches a place card: the whole card answers the finger. */
export const touchSeat = (page: Page, name: string): Promise<void> =>
  page
    .locator('label.siege')
    .filter({ hasText: new RegExp(`^\\s*${name}`) })
    .click()

/** Presses a button of a form, and waits until the server has answered it. */
export async function post(page: Page, name: string | RegExp): Promise<void> {
  await Promise.all([
    page.waitForResponse((answer) => answer.request().method() === 'POST'),
    page.getByRole('button', { name }).first().click(),
  ])
  await page.waitForLoadState()
}

export const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).or(page.getByRole('link', { name })).first().click()

/** No shared screen shows a first name beside an idea: the host's screen shows no phrase of the catalogue at all. */
export async function expectNoIdea(shared: Page, catalogue: Catalogue): Promise<void> {
  const text = await shared.locator('body').innerText()
  expect(catalogue.ideas.filter((idea) => text.includes(idea.phrase)).map((idea) => idea.phrase)).toEqual([])
}

/** A phone says nothing of the other people of the table. */
export async function expectNoName(phone: Page, names: readonly string[]): Promise<void> {
  const text = await phone.content()
  expect(names.filter((name) => text.includes(name))).toEqual([])
}
