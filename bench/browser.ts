import { existsSync } from 'node:fs'
import { chromium, type Browser, type BrowserContext } from 'playwright-core'

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Debian's Chromium, or the one of CHROME_PATH. */
export function openBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROME_PATH'] ?? '/usr/bin/chromium'
  if (!existsSync(executablePath))
    throw new Error('Chromium is missing: apt-get install chromium, or set CHROME_PATH.')
  return chromium.launch({ executablePath, args: quiet })
}

/** A phone of its own, with the cookies of a visitor who has already entered. */
export async function phone(browser: Browser, url: string, cookies = ''): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true })
  // A `__Host-` cookie is secure, and localhost counts as such; only the cookie interface wants to read « https ».
  const secure = url.replace('http:', 'https:')
  const pairs = cookies === '' ? [] : cookies.split('; ').map((pair) => pair.split('='))
  await context.addCookies(
    pairs.map(([name = '', value = '']) => ({
      name,
      value,
      url: secure,
      secure: true,
      httpOnly: true,
      sameSite: 'Lax' as const,
    })),
  )
  return context
}
