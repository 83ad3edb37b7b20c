import { chromium } from 'playwright-core'
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import { writeFileSync } from 'node:fs'
import { test } from 'vitest'
import { freshDatabase } from '../../../../tests/fresh-database.ts'
import { plantNeighbourhood, plantVersions } from '../../../../tests/database/rls-world.ts'
import { buildWeb } from '#platform/web.server.ts'
import { serveAssets, useThemes } from '#platform/assets.server.ts'
import { viewerOf } from '#domain/access/session.views.server.ts'
import { openSession } from '#domain/access/session.acts.server.ts'
import { currentCatalogue, publishStarterCatalogue } from '#domain/ideas/ideas.acts.server.ts'
import { outsideSectors, withSector } from '#platform/db.server.ts'
import { StuckView } from '#pages/coince/view.tsx'
import { register } from './page.server.tsx'
import { newToken } from '#platform/ids.server.ts'

test('shot', async () => {
  await freshDatabase()
  await plantVersions()
  const place = await plantNeighbourhood('A')
  await publishStarterCatalogue()
  const catalogue = await currentCatalogue()
  useThemes(catalogue.themes)
  const nobody = { personId: null }
  const names = ['Paul', 'Aïcha', 'Nadia']
  const N = Number(process.env.N ?? 200)
  await withSector(nobody, place.sectorId, async (tx) => {
    for (const [i, f] of place.founders.entries()) await tx.updateTable('people').set({ first_name: names[i] ?? 'X' }).where('sector_id', '=', place.sectorId).where('id', '=', f.id).execute()
    await tx.updateTable('entrances').set({ name: 'Entrée B' }).where('sector_id', '=', place.sectorId).execute()
    let n = 0
    for (const [i, f] of place.founders.entries())
      for (const [j, idea] of catalogue.ideas.entries()) {
        if ((j + i) % 2 || n >= N) continue
        n++
        await tx.insertInto('choices').values({ sector_id: place.sectorId, person_id: f.id, idea: idea.code, offers: true, wishes: false, counter: 1, device: 'x', changed_at: new Date(), detail: idea.question && i === 0 ? 'Une visseuse, deux batteries' : null }).execute()
      }
  })
  const { token } = await outsideSectors((tx) => openSession(tx, { kind: 'resident', accountId: null, sectorId: place.sectorId, personId: place.founders[0].id }))
  const app = await buildWeb({ publicUrl: 'http://localhost:4977', log: { level: 'error' }, sorry: (why, reference) => StuckView({ why, reference, publicUrl: 'http://localhost:4977' }) })
  await serveAssets(app)
  app.decorateRequest('viewer')
  app.addHook('onRequest', async (request) => { request.viewer = await viewerOf('x') })
  register(app)
  await app.listen({ port: 4977, host: 'localhost' })
  const url = `http://localhost:4977/secteurs/${place.slug}/offres`
  const r = await app.inject({ url: `/secteurs/${place.slug}/offres`, headers: { host: 'localhost:4977', cookie: `__Host-coopere=${token}`, 'accept-encoding': 'gzip, br' } })
  const html = brotliDecompressSync(r.rawPayload); writeFileSync('/tmp/t-dir/page.html', html); for (const q of [5, 9, 10, 11]) { const t = performance.now(); const l = brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: q, [constants.BROTLI_PARAM_MODE]: 1, [constants.BROTLI_PARAM_SIZE_HINT]: html.length } }).length; console.log(q, l, performance.now() - t) }
  const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] })
  for (const [name, width] of [['tel', 390], ['ord', 1200]] as const) {
    const c = await b.newContext({ viewport: { width, height: 900 } })
    await c.addCookies([{ name: '__Host-coopere', value: token, url: 'https://localhost:4977', secure: true, httpOnly: true, sameSite: 'Lax' }])
    const p = await c.newPage()
    for (const [q, label] of [['', 'tout'], ['?theme=bricolage', 'theme']] as const) {
      await p.goto(url + q)
      await p.screenshot({ path: `/tmp/t-dir/${name}-${label}.png`, fullPage: label === 'theme' })
    }
    await c.close()
  }
  await b.close()
  await app.close()
})
