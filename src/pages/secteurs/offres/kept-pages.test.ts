import { brotliDecompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { keptPages } from './kept-pages.server.ts'

const maker = (html: string, failures = 0) => {
  let made = 0
  const make = async () => {
    made += 1
    if (made <= failures) throw new Error('coincé')
    return html
  }
  return { make, made: () => made }
}

test('une page est faite une fois, pour tous ceux qui la demandent en même temps', async () => {
  const pages = keptPages(1_000_000)
  const { make, made } = maker('<p>Bonjour</p>')
  const [one, other] = await Promise.all([pages.page('a', make), pages.page('a', make)])
  expect(made()).toBe(1)
  expect(one).toBe(other)
  expect(one.html()).toBe('<p>Bonjour</p>')
  expect(brotliDecompressSync(one.brotli).toString()).toBe('<p>Bonjour</p>')
})

test('une page qui n’a pas pu être faite n’est pas gardée', async () => {
  const pages = keptPages(1_000_000)
  const { make } = maker('<p>Bonjour</p>', 1)
  await expect(pages.page('a', make)).rejects.toThrow('coincé')
  expect((await pages.page('a', make)).html()).toBe('<p>Bonjour</p>')
})

test('quand il y en a trop, la moins lue s’en va, et la place occupée reste bornée', async () => {
  const pages = keptPages(300)
  const noise = (seed: number) =>
    Array.from({ length: 60 }, (_, i) => ((i + 1) * seed * 7919) % 997).join(' ')
  for (const seed of [1, 2, 3, 4, 5, 6]) {
    await pages.page(`page-${seed}`, maker(noise(seed)).make)
    await pages.page('page-6', maker(noise(6)).make)
  }
  await Promise.resolve()
  expect(pages.size()).toBeLessThanOrEqual(300)
  const again = maker('refaite')
  await pages.page('page-1', again.make)
  expect(again.made()).toBe(1)
})
