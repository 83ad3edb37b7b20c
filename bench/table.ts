import type { BrowserContext, Page } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { firstLoad, sayWhatWeighs } from './first-load.ts'
import { atMost, median, quantile, rounded, type Measure, type Row } from './row.ts'
import { startServer } from './server.ts'
import { press, sitDown, type Table } from './sit.ts'
import { plantWorld } from './world.ts'

/**
 * `table.bytes`, `tick.p95_ms` and `count.lag_ms`, around one table of the demonstration: what a phone receives to
 * sweep the whole deck, how soon a touch is painted on a processor four times slower, and how long a count takes
 * from the host's press to another person's screen.
 */
export const table: Measure = { names: ['table.bytes', 'tick.p95_ms', 'count.lag_ms'], run: measure }

async function measure(): Promise<Row[]> {
  const server = await startServer()
  const browser = await openBrowser()
  try {
    const world = await plantWorld(server)
    const seated = await sitDown(server, world, browser)
    const [first] = seated.contexts
    const [watched] = seated.phones
    if (first === undefined || watched === undefined) throw new Error('nobody sat down')
    const loaded = await firstLoad(await another(first), `${server.url}/a-table`)
    return [
      sayWhatWeighs(atMost('table.bytes', rounded(loaded.bytes / 1000, 1), 'kB', 40), loaded),
      atMost('tick.p95_ms', rounded(await slowTouch(watched)), 'ms', 100),
      atMost('count.lag_ms', rounded(Math.max(...(await lags(seated, watched)))), 'ms', 2000),
    ]
  } finally {
    await browser.close()
    await server.stop()
  }
}

/** A browser with the same seat and an empty cache: it has never seen the site. */
async function another(context: BrowserContext): Promise<BrowserContext> {
  const browser = context.browser()
  if (browser === null) throw new Error('the browser is gone')
  const fresh = await browser.newContext({ viewport: { width: 390, height: 844 } })
  await fresh.addCookies(await context.cookies())
  return fresh
}

const SERIES = 3
const TOUCHES = 60
const SLOWER = 4

/** The 95th percentile of a series of touches; of several series the middle one, since others use this machine too. */
async function slowTouch(page: Page): Promise<number> {
  await page.evaluate(watchClicks)
  const worst: number[] = []
  for (let series = 0; series < SERIES; series++) worst.push(quantile(await touches(page), 0.95))
  return median(worst)
}

/** From each touch to the next paint, as the browser itself counts it; it says nothing of those under 16 ms. */
async function touches(page: Page): Promise<number[]> {
  const link = await page.context().newCDPSession(page)
  await link.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  await page.evaluate(() => (document.documentElement.dataset['clicks'] = ''))
  const targets = await page.locator('[data-part]:not([hidden]) .cible').all()
  for (let touch = 0; touch < TOUCHES; touch++) {
    await targets[touch % targets.length]?.tap()
    await page.waitForTimeout(60) // a finger goes to the next row
  }
  await page.waitForTimeout(500)
  const seen = (await page.evaluate(() => document.documentElement.dataset['clicks'] ?? ''))
    .split(' ')
    .filter(Boolean)
    .map(Number)
  await link.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  if (seen.length > TOUCHES) throw new Error('more clicks than touches')
  return [...seen, ...Array.from({ length: TOUCHES - seen.length }, () => 16)]
}

function watchClicks(): void {
  const { dataset } = document.documentElement
  const observer = new PerformanceObserver((list) => {
    const clicks = list.getEntries().filter((entry) => entry.name === 'click')
    dataset['clicks'] = [dataset['clicks'], ...clicks.map((entry) => entry.duration)].join(' ')
  })
  const wanted = { type: 'event', durationThreshold: 16 } // the types of TypeScript do not know the second one
  observer.observe(wanted)
}

const THEMES = 5

/** For the first themes: from the host's press to the number painted on the phone of someone who had finished. */
async function lags({ host, phones }: Table, watched: Page): Promise<number[]> {
  const found: number[] = []
  for (let theme = 0; theme < THEMES; theme++) {
    for (const one of phones) {
      await one.locator('[data-part]:not([hidden])').waitFor({ state: 'visible' })
      await one.locator('[data-part]:not([hidden]) .cible').nth(2).click()
      await one.locator('[data-act=seen]').click()
    }
    await host
      .getByText(/3 sur 3 ont fini/)
      .first()
      .waitFor()
    const painted = watched.evaluate(countPainted)
    const pressed = Date.now()
    await press(host, /Thème suivant/)
    found.push((await painted) - pressed)
    await host
      .getByText(/0 sur 3/)
      .first()
      .waitFor()
  }
  return found
}

/** In the page: the moment after the first frame that shows a count. */
function countPainted(): Promise<number> {
  return new Promise((resolve) => {
    const look = () => {
      const line = document.querySelector<HTMLElement>('[data-count-line]')
      const shown = line !== null && !line.hidden && line.offsetParent !== null
      requestAnimationFrame(() => (shown ? setTimeout(() => resolve(Date.now())) : look()))
    }
    look()
  })
}
