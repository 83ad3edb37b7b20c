import fc from 'fast-check'
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { printedHtml } from '#ui/printed-html.ts'
import { Said } from '#ui/Said.tsx'
import { said } from '#ui/typography.ts'

const print = (node: preact.VNode) => printedHtml(renderToString(node))

test('le texte, l’intitulé et le titre d’une page sont typographiés', () => {
  expect(print(<p title="L'été !">L'hôte : « oui » & non ?</p>)).toBe(
    '<p title="L’été\u202f!">L’hôte\u00a0: «\u00a0oui\u00a0» &amp; non\u202f?</p>',
  )
})

test('le prénom d’une voisine reste tel quel, dans le texte comme dans un intitulé', () => {
  const name = "Maëlle O'Connor <3 !"
  const html = print(
    <button aria-label={`J'appelle ${said(name)}`}>
      J'appelle <Said>{name}</Said>
    </button>,
  )
  expect(html).toBe(
    `<button aria-label="J’appelle Maëlle O'Connor &lt;3 !">J’appelle Maëlle O'Connor &lt;3 !</button>`,
  )
})

test('ce qui a été tapé dans un champ revient tel quel', () => {
  const typed = "l'échelle : 3 m !"
  expect(print(<input value={typed} />)).toContain(`value="${typed}"`)
  expect(print(<textarea>{typed}</textarea>)).toContain(`>${typed}<`)
})

test('une balise, une adresse et un signe plus grand que ne cassent rien', () => {
  expect(
    print(
      <a href="/idees?q=l'eau : 10h" aria-label="a > l'eau">
        {"a > b, l'eau"}
      </a>,
    ),
  ).toBe(`<a href="/idees?q=l'eau : 10h" aria-label="a > l’eau">a > b, l’eau</a>`)
})

test('aucun texte ne peut sortir de son élément', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'<>&"\'/= abp;!:«', '&lt;', '<p>', '\ue000') }),
      (text) => {
        const html = print(<p title={text}>{text}</p>)
        return /^<p title(="[^"]*")?>[^<]*<\/p>$/.test(html)
      },
    ),
  )
})
