import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { deck, type DeckTheme } from '#domain/ideas/catalogue.ts'
import { currentCatalogue } from '#domain/ideas/ideas.acts.server.ts'
import { withSector } from '#platform/db.server.ts'
import { comeIn, giveName, openTheTable, post, press, welcome, wordOnScreen } from './at-table.ts'
import { openLink, type Link } from './cut.ts'
import { openSite, type Site } from './site.ts'

// Under the cherry tree the network comes and goes. A phone that loses it for a while keeps what is ticked on it,
// and finds the table again by itself.

let site: Site
let host: Page
let phone: Page
let link: Link
let themes: DeckTheme[]

beforeAll(async () => {
  site = await openSite()
  themes = deck(await currentCatalogue())
  const tablet = await site.device({ viewport: { width: 1024, height: 768 } })
  host = tablet.page
  await site.signIn(tablet.context, 'Nadia')
  await openTheTable(host, site.world.slug, site.world.nextGathering, '4821')
  link = await openLink()
  phone = (await site.device({ proxy: link.proxy })).page
  await comeIn(phone, await wordOnScreen(host))
  await giveName(phone, 'Lucas', 'Entrée C')
  await welcome(host, phone)
  await post(host, 'La règle du jeu')
  await press(phone, 'J’ai compris')
  await post(host, /Premier thème/)
}, 120_000)
afterAll(async () => {
  await site.close()
  await link.close()
})

const codeAt = (position: number): string => themes[position]?.theme.code ?? ''
const ideaAt = (theme: number, row: number): string =>
  themes[theme]?.blocks.flatMap((block) => block.rows)[row]?.idea.code ?? ''
const kept = (): Promise<string[]> =>
  withSector({ personId: null }, site.world.sectorId, async (tx) => {
    const rows = await tx
      .selectFrom('choices')
      .innerJoin('people', 'people.id', 'choices.person_id')
      .select('choices.idea')
      .where('people.first_name', '=', 'Lucas')
      .where('choices.offers', '=', true)
      .execute()
    return rows.map((row) => row.idea).sort()
  })

test('sans réseau, les coches restent sur le téléphone, et il le dit sans un mot de technique', async () => {
  await phone.locator(`[data-part="${codeAt(0)}"]`).waitFor({ state: 'visible' })
  link.cut()
  for (const row of [0, 1, 2])
    await phone
      .locator(`[data-idea="${ideaAt(0, row)}"] .cible`)
      .nth(0)
      .click()
  await phone.getByText('Tout est gardé ici').waitFor()
  expect(await kept()).toEqual([])
})

test('la page relue au retour du réseau n’a rien perdu : tout est compté, une fois', async () => {
  link.mend()
  await phone.reload()
  await expect.poll(kept).toEqual([0, 1, 2].map((row) => ideaAt(0, row)).sort())
})

test('pendant plus d’une minute sans réseau la table avance de deux thèmes ; le téléphone la rejoint seul', async () => {
  link.cut()
  await phone.locator('[data-act=seen]').click()
  await post(host, /Thème suivant/)
  await post(host, /Thème suivant/)
  await phone.waitForTimeout(65_000)
  expect(await phone.locator(`[data-part="${codeAt(2)}"]`).isVisible()).toBe(false)
  link.mend()
  await phone.locator(`[data-part="${codeAt(2)}"]`).waitFor({ state: 'visible', timeout: 40_000 })
  await expect
    .poll(() =>
      withSector({ personId: null }, site.world.sectorId, (tx) =>
        tx
          .selectFrom('seen_themes')
          .select('theme')
          .where('gathering_id', '=', site.world.nextGathering)
          .execute(),
      ),
    )
    .toEqual([{ theme: codeAt(0) }])
})
