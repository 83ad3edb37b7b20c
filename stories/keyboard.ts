import type { Locator, Page } from 'playwright-core'
import type { DeckTheme } from '#domain/ideas/catalogue.ts'
import { targetsOf, type Ticks } from './at-table.ts'

// Someone who never touches the screen: Tab to what they want, Space or Enter.

/** Moves the focus forward with Tab until it is on `target`, as a person would, then presses `key`. */
export async function reach(page: Page, target: Locator, key: 'Enter' | 'Space' | null = 'Enter'): Promise<void> {
  const handle = await target.elementHandle()
  if (handle === null) throw new Error('there is nothing to reach')
  for (let tabs = 0; tabs < 300; tabs++) {
    if (await handle.evaluate((element) => element === document.activeElement)) {
      if (key !== null) await page.keyboard.press(key)
      return
    }
    await page.keyboard.press('Tab')
  }
  throw new Error(`never reached by keyboard: ${await handle.evaluate((element) => element.outerHTML.slice(0, 120))}`)
}

/** One theme, from its first idea to « C'est vu », without a pointer. */
export async function sweepByKeyboard(page: Page, theme: DeckTheme, ticks: Ticks): Promise<void> {
  await page.locator(`[data-part="${theme.theme.code}"]`).waitFor({ state: 'visible' })
  for (const target of targetsOf(page, theme, ticks)) await reach(page, target, 'Space')
  await reach(page, page.locator('[data-act=seen]'), 'Enter')
}
