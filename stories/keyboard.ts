import type { Locator, Page } from 'playwright-core'
import type { DeckTheme } from '#domain/ideas/catalogue.ts'
import { targetsOf, type Ticks } from './at-table.ts'

// Someone who never touches the screen: Tab to what they want, Space or Enter.

/** Moves the focus forward with Tab until it is on `target`, as a person would, then presses `key`. */
export async function reach(
  page: Page,
  target: Locator,
  key: 'Enter' | 'Space' | null = 'Enter',
): Promise<void> {
  const handle = await target.elementHandle()
  if (handle === null) throw new Error('there is nothing to reach')
  for (let tabs = 0; tabs < 300; tabs++) {
    if (await handle.evaluate((element) => element === document.activeElement)) {
      if (key !== null) await page.keyboard.press(key)
      return
    }
    await page.keyboard.press('Tab')
  }
  throw new Error(
    `never reached by keyboard: ${await handle.evaluate((element) => element.outerHTML.slice(0, 120))}`,
  )
}

/** One theme, from its first idea to « C'est vu », without a pointer. */
export async function sweepByKeyboard(page: Page, theme: DeckTheme, ticks: Ticks): Promise<void> {
  await page.locator(`[data-part="${theme.theme.code}"]`).waitFor({ state: 'visible' })
  for (const target of targetsOf(page, theme, ticks)) await reach(page, target, 'Space')
  await reach(page, page.locator('[data-act=seen]'), 'Enter')
}

/** From the word on the host's screen to the waiting picture. */
export async function arriveByKeyboard(
  page: Page,
  word: string,
  who: { firstName: string; entrance: string },
): Promise<void> {
  await page.goto('/a-table')
  await write(page, page.getByLabel('Le mot sur l’écran de l’hôte'), word)
  await page.keyboard.press('Enter')
  await page.waitForLoadState()
  await reach(page, page.getByRole('button', { name: 'Sur ce téléphone' }))
  await page.getByLabel('Votre prénom, comme on vous appelle ici').waitFor()
  await write(page, page.getByLabel('Votre prénom, comme on vous appelle ici'), who.firstName)
  await choose(page, 'entree', who.entrance)
  await reach(page, page.getByRole('button', { name: 'Voilà, c’est moi' }))
  await page.getByRole('heading', { name: /Montrez cet écran/ }).waitFor()
}

/** The second cup, without a pointer. */
export async function finishCardByKeyboard(
  page: Page,
  how: { way: string; phone: string },
  age: string,
): Promise<void> {
  await page.goto('/a-table')
  await reach(page, page.getByRole('button', { name: 'C’est bien moi' }))
  await page.getByLabel('Votre numéro de téléphone').waitFor()
  await choose(page, 'facon', how.way)
  await write(page, page.getByLabel('Votre numéro de téléphone'), how.phone)
  await reach(page, page.getByLabel(/premier lien à partir de mes envies/), 'Space')
  await reach(page, page.getByRole('button', { name: 'C’est noté' }))
  await page.getByLabel(age).waitFor()
  await choose(page, 'age', age)
  await reach(page, page.getByRole('button', { name: 'Je suis d’accord' }))
  await page.getByRole('heading', { name: 'Il reste à se reconnaître' }).waitFor()
}

async function write(page: Page, field: Locator, text: string): Promise<void> {
  await reach(page, field, null)
  await page.keyboard.type(text)
}

/** One of a list: Tab to the list, then the arrows down to the wanted line. */
async function choose(page: Page, group: string, wanted: string): Promise<void> {
  const radios = page.locator(`input[type=radio][name=${group}]`)
  const checked = page.locator(`input[type=radio][name=${group}]:checked`)
  await reach(page, (await checked.count()) > 0 ? checked : radios.first(), 'Space')
  for (let line = 0; line < (await radios.count()); line++) {
    const label = await checked.evaluate((radio) => radio.closest('label')?.innerText ?? '')
    if (label.startsWith(wanted)) return
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`no « ${wanted} » in the list`)
}
