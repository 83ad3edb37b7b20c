import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTheTable } from './at-table.ts'
import { expectAccessible } from './reading.ts'
import { openSite, type Site } from './site.ts'
import { twiceAsLarge } from './twelve.ts'

// Every page that the story of the twelve does not open, on a narrow screen and with the text twice as large.

let site: Site
beforeAll(async () => {
  site = await openSite()
}, 120_000)
afterAll(() => site.close())

const narrow = { bypassCSP: true, viewport: { width: 320, height: 900 } }
const sector = '/secteurs/le-cerisier'
const pages: readonly [who: string | null, paths: readonly string[]][] = [
  [null, ['/', '/comment-ca-se-passe', '/charte', '/mentions', '/entrer', '/a-table', '/nulle-part']],
  [
    'Paul',
    [
      `${sector}/offres`,
      `${sector}/offres?theme=jardin`,
      `${sector}/mes-choix`,
      `${sector}/mes-choix/ajouter`,
    ],
  ],
  ['Nadia', [`${sector}/tables`, `${sector}/tables/preparer`]],
]

test.each(pages)('%s : %j', { timeout: 120_000 }, async (who, paths) => {
  const { page, context } = await site.device(narrow)
  await page.addInitScript(twiceAsLarge)
  if (who !== null) await site.signIn(context, who)
  for (const path of paths) {
    const answer = await page.goto(path)
    expect(answer?.status()).toBe(path === '/nulle-part' ? 404 : 200)
    await expectAccessible(page)
  }
  await context.close()
})

test('le pupitre aussi, sur un petit écran', { timeout: 120_000 }, async () => {
  const { page, context } = await site.device(narrow)
  await page.addInitScript(twiceAsLarge)
  await site.signIn(context, 'Nadia')
  await page.goto(`${sector}/tables/${site.world.nextGathering}`)
  await expectAccessible(page)
  await openTheTable(page, 'le-cerisier', site.world.nextGathering, '4821')
  for (const path of ['/pupitre', '/pupitre/porte', '/pupitre/places', '/pupitre/accueil']) {
    await page.goto(path)
    await expectAccessible(page)
  }
  await context.close()
})
