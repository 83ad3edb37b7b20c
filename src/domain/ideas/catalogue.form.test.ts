import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { leastContrast, longestPhrase, parseCatalogue } from './catalogue.form.ts'
import { contrastWithWhite } from './contrast.ts'

const shipped = Object.fromEntries(
  Object.entries(
    import.meta.glob<string>('../../../data/*.csv', { query: '?raw', import: 'default', eager: true }),
  ).map(([path, text]) => [path.slice(path.lastIndexOf('/') + 1), text]),
)
const faultsOf = (files: Record<string, string>): readonly string[] => {
  const read = parseCatalogue(files)
  return read.ok ? [] : read.faults
}
const changed = (file: string, change: (text: string) => string) => ({
  ...shipped,
  [file]: change(shipped[file] ?? ''),
})
/** The shipped file with line `number` (the header is 1) replaced. */
const withLine = (file: string, number: number, line: (before: string) => string) =>
  changed(file, (text) =>
    text
      .split('\n')
      .map((before, at) => (at + 1 === number ? line(before) : before))
      .join('\n'),
  )

describe('Un fichier fautif est refusé, chaque faute avec son fichier et sa ligne', () => {
  test.each([
    [
      'un thème inconnu',
      5,
      (l: string) => l.replace('cuisine;', 'potager;'),
      'le thème « potager » n’existe pas dans themes.csv.',
    ],
    ['un code déjà pris', 5, (l: string) => l.replace('cuisine-monde', 'cuisine-pain'), null],
    [
      'un code mal formé',
      5,
      (l: string) => l.replace('cuisine-monde', 'Cuisine Monde'),
      'le code « Cuisine Monde » ne convient pas : des minuscules sans accent, des chiffres et des tirets.',
    ],
    [
      'un code d’un autre thème',
      5,
      (l: string) => l.replace('cuisine-monde', 'jardin-monde'),
      'le code « jardin-monde » doit commencer par « cuisine- », le code de son thème.',
    ],
    [
      'une forme inconnue',
      5,
      (l: string) => l.replace(';transmission;', ';cadeau;'),
      '« cadeau » n’est pas une valeur de la colonne « forme ».',
    ],
    [
      'une saison inconnue',
      5,
      (l: string) => l.replace(';toute;', ';mousson;'),
      '« mousson » n’est pas une valeur de la colonne « saison ».',
    ],
    [
      'un risque inconnu',
      5,
      (l: string) => l.replace(/none$/, 'feu'),
      '« feu » n’est pas une valeur de la colonne « risque ».',
    ],
    [
      'une réciprocité inconnue',
      5,
      (l: string) => l.replace('offre-demande', 'troc'),
      '« troc » n’est pas une valeur de la colonne « reciprocite ».',
    ],
    [
      'un public inconnu',
      5,
      (l: string) => l.replace(';tous;', ';tous|voisins;'),
      '« voisins » n’est pas une valeur de la colonne « ideal_pour ».',
    ],
    [
      '« tous » accompagné',
      5,
      (l: string) => l.replace(';tous;', ';tous|aines;'),
      '« tous » va seul dans la colonne « ideal_pour ».',
    ],
    [
      'une phrase trop longue',
      5,
      (l: string) => l.replace('une leçon', 'x'.repeat(61)),
      `la phrase « ${'x'.repeat(61)} de cuisine du monde » dépasse 60 signes.`,
    ],
    [
      'une phrase vide',
      5,
      (l: string) => l.replace('une leçon de cuisine du monde', ''),
      'la case « idee » est vide.',
    ],
    [
      'une phrase en double',
      5,
      (l: string) => l.replace('une leçon de cuisine du monde', 'une portion de plat maison en trop'),
      'la phrase « une portion de plat maison en trop » est déjà plus haut.',
    ],
    [
      'une précision qui n’est pas une question',
      5,
      (l: string) => l.replace('Quelle cuisine\u00a0?', 'Quelle cuisine'),
      '« Quelle cuisine » doit se terminer par un point d’interrogation.',
    ],
    ['une case en moins', 5, (l: string) => l.replace(';none', ''), '9 cases, alors qu’il en faut 10.'],
    ['une case en plus', 5, (l: string) => `${l};encore`, '11 cases, alors qu’il en faut 10.'],
    [
      'un guillemet égaré',
      5,
      (l: string) => l.replace('une leçon', '"une" leçon'),
      'cette ligne ne se lit pas, peut-être à cause d’un guillemet mal fermé.',
    ],
  ])('%s', (_, line, change, sentence) => {
    const faults = faultsOf(withLine('idees.csv', line, change))
    if (sentence === null)
      expect(faults[0]).toBe('idees.csv, ligne 6 : le code « cuisine-pain » sert déjà plus haut.')
    else expect(faults).toContain(`idees.csv, ligne ${line} : ${sentence}`)
  })

  test.each([
    ['une couleur qui n’en est pas une', '#0F766', '« #0F766 » n’est pas une couleur comme #0F766E.'],
    [
      'une couleur trop pâle',
      '#9CA3AF',
      'la couleur #9CA3AF est trop pâle pour du texte blanc : il faut un contraste de 4,5 au moins.',
    ],
  ])('%s', (_, colour, sentence) =>
    expect(faultsOf(withLine('themes.csv', 6, (line) => line.replace('#0F766E', colour)))).toEqual([
      `themes.csv, ligne 6 : ${sentence}`,
    ]),
  )

  test('un fichier absent ou vide, une colonne absente ou de trop, une forme absente', () => {
    const { ['formes.csv']: _, ...others } = shipped
    expect(faultsOf(others)[0]).toBe('formes.csv : ce fichier manque.')
    expect(faultsOf({ ...shipped, 'idees.csv': '' })).toEqual(['idees.csv : ce fichier est vide.'])
    expect(faultsOf(withLine('risques.csv', 1, () => 'code;titre;avis'))).toEqual(
      expect.arrayContaining([
        'risques.csv, ligne 1 : la colonne « conseil » manque.',
        'risques.csv, ligne 1 : la colonne « avis » n’est pas attendue ici.',
      ]),
    )
    expect(
      faultsOf(
        changed('formes.csv', (text) =>
          text
            .split('\n')
            .filter((l) => !l.startsWith('veille;'))
            .join('\n'),
        ),
      ),
    ).toContain('formes.csv : il manque la ligne de code « veille ».')
  })

  test('toutes les fautes sont dites, pas seulement la première', () => {
    const twice = withLine('idees.csv', 5, (line) =>
      line.replace('cuisine;', 'potager;').replace(/none$/, 'feu'),
    )
    const files = { ...twice, 'themes.csv': (shipped['themes.csv'] ?? '').replace('#B91C1C', 'rouge') }
    expect(faultsOf(files)).toEqual([
      'themes.csv, ligne 2 : « rouge » n’est pas une couleur comme #0F766E.',
      'idees.csv, ligne 5 : le thème « potager » n’existe pas dans themes.csv.',
      'idees.csv, ligne 5 : « feu » n’est pas une valeur de la colonne « risque ».',
    ])
  })

  test('la ligne annoncée est celle du fichier, même après une case écrite sur deux lignes', () => {
    const files = changed('themes.csv', (text) =>
      text.replace('Cuisine et table;', '"Cuisine\net table";').replace('#9A3412', 'orange'),
    )
    expect(faultsOf(files)).toEqual(['themes.csv, ligne 4 : « orange » n’est pas une couleur comme #0F766E.'])
  })

  test('n’importe quel texte à la place d’un fichier donne des fautes, jamais une panne', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...Object.keys(shipped)), (text, file) => {
        const read = parseCatalogue({ ...shipped, [file]: text })
        if (file !== 'cafes.csv') expect(read.ok).toBe(false)
      }),
    )
  })

  test('les limites sont celles du format', () => {
    expect([longestPhrase, leastContrast]).toEqual([60, 4.5])
    expect(contrastWithWhite('#FFFFFF')).toBeCloseTo(1)
    expect(contrastWithWhite('#000000')).toBeCloseTo(21)
    expect(contrastWithWhite('#767676')).toBeCloseTo(4.54, 2)
  })
})
