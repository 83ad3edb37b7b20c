import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { currentCatalogue } from '#domain/ideas/ideas.acts.server.ts'
import { deck, rowsOf, type DeckTheme } from '#domain/ideas/catalogue.ts'
import { withSector } from '#platform/db.server.ts'
import { comeIn, finishCard, openTheTable, press, ticksOf, wordOnScreen } from './at-table.ts'
import { openSite, type Site } from './site.ts'

// An old phone whose browser runs no script: everything is an ordinary form, from the word to « C'est fait ».

let site: Site
let host: Page
let phone: Page
let themes: DeckTheme[]

beforeAll(async () => {
  site = await openSite()
  themes = deck(await currentCatalogue())
  const tablet = await site.device({ viewport: { width: 1024, height: 768 }, javaScriptEnabled: false })
  host = tablet.page
  await site.signIn(tablet.context, 'Nadia')
  phone = (await site.device({ javaScriptEnabled: false })).page
}, 120_000)
afterAll(() => site.close())

test('le pupitre et le téléphone se passent de script pour arriver et s’asseoir', async () => {
  await openTheTable(host, site.world.slug, site.world.nextGathering, '4821')
  await comeIn(phone, await wordOnScreen(host))
  await press(phone, 'Voilà, c’est moi')
  expect(await phone.locator('body').innerText()).toMatch(/prénom/i)
  await phone.getByLabel('Votre prénom, comme on vous appelle ici').fill('Odile')
  await press(phone, 'Voilà, c’est moi')
  expect(await phone.getByLabel('Votre prénom, comme on vous appelle ici').inputValue()).toBe('Odile')
  await phone.getByLabel('Entrée C', { exact: true }).check()
  await press(phone, 'Voilà, c’est moi')
  await host.goto('/pupitre')
  await host
    .getByRole('button', { name: /Oui, à notre table/ })
    .first()
    .click()
  await phone.goto('/a-table')
  expect(await phone.locator('body').innerText()).toContain('Bienvenue')
})

test('thème par thème, chaque coche est un bouton qui s’envoie et revient à sa ligne', async () => {
  await press(host, 'La règle du jeu')
  await phone.goto('/a-table')
  await press(phone, 'J’ai compris')
  await press(host, /Premier thème/)
  const ticks = ticksOf(rowsOf(themes), 1)
  for (const theme of themes) {
    await phone.goto('/a-table')
    for (const { idea } of theme.blocks.flatMap((block) => block.rows)) {
      const target = (hand: number) => phone.locator(`[data-idea="${idea.code}"] .cible`).nth(hand)
      if (ticks.offers.has(idea.code)) await target(0).click()
      if (ticks.wishes.has(idea.code)) await target(1).click()
      if (ticks.offers.has(idea.code)) expect(await target(0).getAttribute('aria-pressed')).toBe('true')
    }
    await press(phone, /c’est vu/i)
    await host.goto('/pupitre')
    await press(host, /Thème suivant|Souffler et relire/)
  }
  const kept = await withSector({ personId: null }, site.world.sectorId, (tx) =>
    tx
      .selectFrom('choices')
      .innerJoin('people', 'people.id', 'choices.person_id')
      .select(['choices.offers', 'choices.wishes'])
      .where('people.first_name', '=', 'Odile')
      .execute(),
  )
  expect(kept.filter((choice) => choice.offers)).toHaveLength(ticks.offers.size)
  expect(kept.filter((choice) => choice.wishes)).toHaveLength(ticks.wishes.size)
}, 120_000)

test('la relecture, la façon d’être joint et la charte aussi ; un numéro faux est dit, et gardé', async () => {
  await phone.goto('/a-table')
  await press(phone, 'C’est bien moi')
  await phone.getByLabel('Appel').first().check()
  await phone.getByLabel('Votre numéro de téléphone').fill('06 12 34 56')
  await press(phone, 'C’est noté')
  expect(await phone.getByLabel('Votre numéro de téléphone').inputValue()).toBe('06 12 34 56')
  expect(await phone.locator('.coince').count()).toBeGreaterThan(0)
  await phone.goto('/a-table/mes-choix')
  await finishCard(phone, { way: 'Mot dans la boîte' })
})
