import type { BrowserContext } from 'playwright-core'
import { rawGet } from './raw.ts'
import type { Row } from './row.ts'

/** What a browser fetches to show a page for the first time, in the bytes of bodies that travel. */
export type FirstLoad = {
  readonly bytes: number
  readonly fontBytes: number
  /** True when each font is swapped in, so that no text waits for it. */
  readonly swapped: boolean
  readonly parts: readonly { readonly url: string; readonly bytes: number }[]
}

/** Opens the page in a browser that has never seen the site; then weighs each thing it asked for, as brotli. */
export async function firstLoad(context: BrowserContext, url: string): Promise<FirstLoad> {
  const page = await context.newPage()
  const asked: { url: string; font: boolean }[] = []
  page.on('request', (request) => {
    if (request.resourceType() === 'eventsource') return
    asked.push({ url: request.url(), font: request.resourceType() === 'font' })
  })
  await page.goto(url, { waitUntil: 'load' })
  await page.waitForTimeout(1000) // what scripts and the icon ask for afterwards counts as well
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  await page.close()
  const weighed = await Promise.all(
    unique(asked).map(async (one) => ({
      ...one,
      raw: await rawGet(one.url, one.url.startsWith(new URL(url).origin) ? cookie : ''),
    })),
  )
  const sum = (fonts: boolean) =>
    weighed.reduce((total, one) => (one.font === fonts ? total + one.raw.body.length : total), 0)
  return {
    bytes: sum(false),
    fontBytes: sum(true),
    swapped: await everyFontSwaps(weighed.map((one) => one.url).filter((one) => one.endsWith('.css'))),
    parts: weighed.map((one) => ({ url: one.url, bytes: one.raw.body.length })),
  }
}

/** Over its goal, a row says what weighs, so that one knows where to look. */
export function sayWhatWeighs(row: Row, { parts }: FirstLoad): Row {
  if (!row.ok)
    for (const { url, bytes } of [...parts].sort((one, other) => other.bytes - one.bytes))
      process.stderr.write(`    ${String(bytes).padStart(6)}  ${url}\n`)
  return row
}

const unique = <T extends { url: string }>(asked: readonly T[]): T[] => [
  ...new Map(asked.map((one) => [one.url, one])).values(),
]

async function everyFontSwaps(sheets: readonly string[]): Promise<boolean> {
  const texts = await Promise.all(sheets.map(async (sheet) => (await fetch(sheet)).text()))
  const faces = texts.join('\n').match(/@font-face\s*\{[^}]*\}/g) ?? []
  return faces.length > 0 && faces.every((face) => /font-display:\s*swap/.test(face))
}
