import { describe, expect, test } from 'vitest'
import markdown from '../../../data/charte.md?raw'
import { parseCharter, type CharterBlock } from './charter.ts'

describe('La charte se lit en six phrases, puis en entier', () => {
  const charter = parseCharter('v1', markdown)

  test('son titre, son ouverture et sa version', () => {
    expect(charter.version).toBe('v1')
    expect(charter.title).toBe('Charte de Coop-Ère')
    expect(charter.opening).toMatch(/^Nous habitons le même petit bout de quartier\. .* je dis oui à ceci\.$/)
  })

  test('l’essentiel tient en six phrases, chacune avec sa valeur', () => {
    expect(charter.essentials.map((line) => line.lead)).toEqual([
      'Respect.',
      'Environnement.',
      'Neutralité.',
      'Solidarité.',
      'Responsabilité.',
      'Sobriété heureuse.',
    ])
    expect(charter.essentials[0]?.text).toBe(
      'J’écoute chacun avec bienveillance, dans les limites de la loi.',
    )
  })

  test('toutes les parties sont là, listes et paragraphes', () => {
    expect(charter.sections.map((section) => section.heading)).toEqual([
      'Nos six valeurs',
      'Entre voisins',
      'Si quelque chose ne va pas',
      'Je peux partir',
    ])
    const kinds = charter.sections.map((section) =>
      section.blocks.map((block) =>
        block.kind === 'list' ? `${block.ordered ? 'n' : 'p'}${block.lines.length}` : 't',
      ),
    )
    expect(kinds).toEqual([['n6'], ['p9'], ['n4', 't'], ['t']])
  })

  test('la phrase que l’on accepte est à part', () => {
    expect(charter.closing).toBe(
      'J’ai lu cette charte, ou un voisin me l’a lue. J’ai pu poser mes questions.',
    )
    expect(JSON.stringify(charter.sections)).not.toContain('J’ai lu cette charte')
  })

  test('aucun signe de mise en forme ne reste, aucun mot ne se perd', () => {
    const said = (block: CharterBlock): string =>
      block.kind === 'paragraph'
        ? block.text
        : block.lines.map((line) => `${line.lead ?? ''} ${line.text}`).join(' ')
    const all = [
      charter.title,
      charter.opening,
      ...charter.sections.flatMap((section) => [section.heading, ...section.blocks.map(said)]),
      charter.closing,
    ].join(' ')
    expect(all).not.toMatch(/[*#]/)
    const words = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? []
    expect(words(all)).toEqual(words(markdown.normalize('NFC').replace(/^\d+\. /gm, '')))
  })

  test('une charte sans titre, sans six valeurs ou sans phrase à accepter est refusée', () => {
    expect(() => parseCharter('v', markdown.replace('# Charte de Coop-Ère', 'Charte'))).toThrow(/titre/)
    expect(() => parseCharter('v', markdown.replace(/^6\. .*\n/m, ''))).toThrow(/5 lignes au lieu de six/)
    expect(() => parseCharter('v', markdown.replace(/\n\*J.*$/m, ''))).toThrow(/italique/)
    expect(() => parseCharter('v', '')).toThrow(/titre/)
  })

  test('des fins de ligne d’un autre système ne changent rien', () =>
    expect(parseCharter('v1', markdown.replace(/\n/g, '\r\n'))).toEqual(charter))
})
