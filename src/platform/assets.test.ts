import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import Fastify from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asset, pageUrls, serveAssets, useThemes } from './assets.server.ts'

const folder = mkdtempSync(join(tmpdir(), 'client-'))
const app = Fastify()
const css = '.bouton{color:#2b1733}'

beforeAll(async () => {
  mkdirSync(join(folder, '.vite'))
  mkdirSync(join(folder, 'assets'))
  const manifest = { 'src/ui/styles/site.css': { file: 'assets/site-AbC1.css', isEntry: true }, autre: {} }
  writeFileSync(join(folder, '.vite', 'manifest.json'), JSON.stringify(manifest))
  writeFileSync(join(folder, 'assets', 'site-AbC1.css'), css)
  writeFileSync(join(folder, 'assets', 'site-AbC1.css.br'), brotliCompressSync(css))
  await serveAssets(app, folder)
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true })
})

test('une feuille de style se demande par sa source et se garde pour toujours', async () => {
  expect(asset('src/ui/styles/site.css')).toBe('/assets/site-AbC1.css')
  const answer = await app.inject({ url: '/assets/site-AbC1.css', headers: { 'accept-encoding': 'br' } })
  expect(answer.statusCode).toBe(200)
  expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  expect(answer.headers['content-encoding']).toBe('br')
  expect(answer.headers['content-type']).toContain('text/css')
  expect(answer.rawPayload).toEqual(brotliCompressSync(css))
})

test('ce qui n’est pas construit est dit clairement', () => {
  expect(() => asset('src/ui/styles/oublie.css')).toThrow(/src\/ui\/styles\/oublie\.css.*npm run build/)
})

test('rien d’autre que les fichiers construits n’est servi', async () => {
  for (const url of [
    '/assets/',
    '/assets/../.vite/manifest.json',
    '/assets/%2e%2e/.vite/manifest.json',
    '/.vite/manifest.json',
  ])
    expect((await app.inject({ url })).statusCode).toBeGreaterThanOrEqual(400)
})

test('les couleurs des thèmes ont leur feuille, et celle d’avant répond encore', async () => {
  useThemes([{ code: 'cuisine', colour: '#B91C1C' }])
  const before = pageUrls().themes
  useThemes([{ code: 'cuisine', colour: '#9a3412' }])
  const after = pageUrls().themes
  expect(after).toMatch(/^\/themes-[0-9a-f]{10}\.css$/)
  expect(after).not.toBe(before)
  for (const [path, colour] of [
    [before, '#b91c1c'],
    [after, '#9a3412'],
  ] as const) {
    const answer = await app.inject({ url: path })
    expect(answer.headers['content-type']).toContain('text/css')
    expect(answer.headers['cache-control']).toContain('immutable')
    expect(answer.body).toContain(`[data-theme="cuisine"]{--t:${colour};`)
  }
  expect((await app.inject({ url: '/themes-0123456789.css' })).statusCode).toBe(404)
})
