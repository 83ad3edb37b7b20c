import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { publicNav, type Nav } from '#ui/nav.tsx'
import { Page } from '#ui/Page.tsx'

const links: Nav = {
  place: 'bottom',
  entries: [
    { href: '/a', icon: 'house', word: 'Accueil' },
    { href: '/b', icon: 'users', word: 'Par ici' },
    { href: '/c', icon: 'list-checks', word: 'Mes choix' },
    { href: '/d', icon: 'coffee', word: 'À table' },
  ],
}

test('une page parle français, offre le saut au contenu et n’a qu’un endroit principal', () => {
  const html = renderToString(
    <Page title="Accueil" nav={publicNav}>
      <h1>Accueil</h1>
    </Page>,
  )
  expect(html).toMatch(/^<html lang="fr"><head><meta charset="utf-8"/)
  expect(html).toContain('<title>Accueil · Coop-Ère</title>')
  expect(html).toContain('<a class="saut" href="#contenu">')
  expect(html.match(/<main/g)).toHaveLength(1)
  expect(html).not.toMatch(/ (?:style|on\w+)=|<style|<script>/)
})

test('une page de voisin montre son secteur et où l’on est', () => {
  const html = renderToString(
    <Page title="Par ici" nav={links} current="/b" sector="L'Orme">
      <h1>Par ici</h1>
    </Page>,
  )
  expect(html).toContain('<a href="/b" aria-current="page">')
  expect(html.match(/aria-current/g)).toHaveLength(1)
  expect(html).toContain("L'Orme")
  expect(html).toContain('<meta name="robots" content="noindex"/>')
})

test('à table, rien n’entoure la tâche', () => {
  const html = renderToString(
    <Page title="Cuisine" nav="none" foot="C’est vu">
      <h1>Cuisine</h1>
    </Page>,
  )
  expect(html).not.toMatch(/<nav|entete|pied-site/)
  expect(html).toContain('src/ui/styles/table.css')
})
