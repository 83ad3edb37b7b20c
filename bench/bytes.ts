import { openBrowser, phone } from './browser.ts'
import { firstLoad, sayWhatWeighs } from './first-load.ts'
import { atMost, rounded, type Measure, type Row } from './row.ts'
import { startServer } from './server.ts'
import { plantOffers, plantWorld } from './world.ts'

/** `directory.bytes` and `fonts.bytes`: all of the first load of 200 offers, fonts apart. */
export const bytes: Measure = { names: ['directory.bytes', 'fonts.bytes'], run: measure }

async function measure(): Promise<Row[]> {
  const server = await startServer()
  const browser = await openBrowser()
  try {
    const world = await plantWorld(server)
    await server.asOwner((client) => plantOffers(client, world.sectorId, 200))
    const cookies = (await world.enterAs('Paul')).cookies()
    const loaded = await firstLoad(
      await phone(browser, server.url, cookies),
      `${server.url}/secteurs/${world.slug}/offres`,
    )
    const fonts = atMost('fonts.bytes', rounded(loaded.fontBytes / 1000, 1), 'kB', 45)
    return [
      sayWhatWeighs(atMost('directory.bytes', rounded(loaded.bytes / 1000, 1), 'kB', 15), loaded),
      { ...fonts, ok: fonts.ok && loaded.swapped && loaded.fontBytes > 0 },
    ]
  } finally {
    await browser.close()
    await server.stop()
  }
}
