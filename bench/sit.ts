import type { Browser, BrowserContext, Page } from 'playwright-core'
import { phone } from './browser.ts'
import type { Server } from './server.ts'
import type { World } from './world.ts'

/** A table with three newcomers on their own phones, at its first theme. */
export type Table = {
  readonly host: Page
  readonly phones: readonly Page[]
  readonly contexts: readonly BrowserContext[]
}

const newcomers = [
  ['Lucas', 'Entrée C'],
  ['Sylvie', 'Entrée A'],
  ['Mehdi', 'Entrée E'],
] as const

/** Nadia opens the table that the demonstration has ready; three newcomers sit down; everyone is at the first theme. */
export async function sitDown(server: Server, world: World, browser: Browser): Promise<Table> {
  const tablet = await phone(browser, server.url, (await world.enterAs('Nadia')).cookies())
  const host = await tablet.newPage()
  host.setDefaultTimeout(20_000)
  await host.goto(`${server.url}/secteurs/${world.slug}/tables/${await approvedTable(server)}`)
  await host.getByLabel('Votre code à quatre chiffres pour cette table').fill('4821')
  await press(host, 'Ouvrir la table')
  await host.waitForURL('**/pupitre')
  const contexts: BrowserContext[] = []
  const phones: Page[] = []
  for (const [firstName, entrance] of newcomers) {
    const context = await phone(browser, server.url)
    contexts.push(context)
    phones.push(await arrive(await context.newPage(), server.url, host, { firstName, entrance }))
  }
  await press(host, 'La règle du jeu')
  for (const one of phones) await press(one, 'J’ai compris')
  await press(host, /Premier thème/)
  for (const one of phones) await one.locator('[data-part]:not([hidden])').waitFor({ state: 'visible' })
  return { host, phones, contexts }
}

async function approvedTable(server: Server): Promise<string> {
  const found = await server.asOwner((client) =>
    client.query<{ id: string }>(
      `SELECT id FROM gatherings WHERE phase = 'approved' ORDER BY planned_for LIMIT 1`,
    ),
  )
  return found.rows[0]?.id ?? ''
}

async function arrive(
  page: Page,
  url: string,
  host: Page,
  who: { readonly firstName: string; readonly entrance: string },
): Promise<Page> {
  page.setDefaultTimeout(20_000)
  await page.goto(`${url}/a-table`)
  const word = (await host.locator('[data-word]').innerText()).replace(/\s+/g, ' ')
  await page.getByLabel('Le mot sur l’écran de l’hôte').fill(word)
  await press(page, 'C’est ce mot')
  await press(page, /Sur ce téléphone/)
  await page.getByLabel('Votre prénom, comme on vous appelle ici').fill(who.firstName)
  await page.getByLabel(who.entrance, { exact: true }).check()
  await press(page, 'Voilà, c’est moi')
  const face = (await page.locator('.attente-image').innerText()).trim()
  await host
    .locator('.attentes li', { hasText: face })
    .getByRole('button', { name: /Oui, à notre table/ })
    .click()
  await page.locator('.attente-image').waitFor({ state: 'detached' })
  return page
}

export const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).or(page.getByRole('link', { name })).first().click()
