import { describe, expect, test } from 'vitest'
import { parseCatalogue } from './catalogue.form.ts'
import { deck, formCodes, rowsOf, type Catalogue } from './catalogue.ts'
import {
  audienceWords,
  formHeadings,
  handWords,
  lengthWords,
  seasonWords,
  targetName,
} from './ideas.words.ts'

const shipped = Object.fromEntries(
  Object.entries(
    import.meta.glob<string>('../../../data/*.csv', { query: '?raw', import: 'default', eager: true }),
  ).map(([path, text]) => [path.slice(path.lastIndexOf('/') + 1), text]),
)
const catalogueOf = (files: Record<string, string>): Catalogue => {
  const read = parseCatalogue(files)
  if (!read.ok) throw new Error(read.faults.join('\n'))
  return read.value
}

describe('Le catalogue livré se lit en entier', () => {
  const catalogue = catalogueOf(shipped)

  test('onze thèmes, cent quatre-vingt-sept idées, dix formes, six risques', () => {
    expect(catalogue.themes).toHaveLength(11)
    expect(catalogue.ideas).toHaveLength(187)
    expect(catalogue.forms.map((form) => form.code)).toEqual([...formCodes])
    expect(catalogue.risks).toHaveLength(6)
  })

  test('une idée garde sa phrase, sa question et sa réciprocité', () => {
    expect(catalogue.ideas[1]).toEqual({
      theme: 'cuisine',
      code: 'cuisine-portion',
      phrase: 'une portion de plat maison en trop',
      form: 'don',
      question: 'Un régime ou une allergie à connaître\u00a0?',
      idealFor: ['aines', 'jeunes'],
      reciprocity: 'offer-wish',
      season: 'toute',
      length: 'les-deux',
      risk: 'sante',
    })
    expect(catalogue.ideas.find((idea) => idea.code === 'cuisine-soupe')).toMatchObject({
      reciprocity: 'together',
      question: null,
      season: 'hiver',
    })
  })

  test('les deux gestes d’une ligne suivent sa réciprocité', () => {
    expect(handWords['offer-wish']).toEqual({ offers: 'Je propose', wishes: 'J’aimerais' })
    expect(handWords.together).toEqual({ offers: 'Je peux lancer', wishes: 'J’en serais' })
    expect(targetName('Je propose', 'le prêt d’une perceuse')).toBe('Je propose : le prêt d’une perceuse')
  })

  test('chaque forme, saison, durée et public du catalogue a son mot', () => {
    for (const idea of catalogue.ideas) {
      expect(formHeadings[idea.form]).toBeTruthy()
      expect(seasonWords[idea.season]).toBeTruthy()
      expect(lengthWords[idea.length]).toBeTruthy()
      for (const audience of idea.idealFor) expect(audienceWords[audience]).toBeTruthy()
    }
  })

  test('un fichier enregistré par un tableur, avec sa marque d’ordre et ses fins de ligne, se lit pareil', () => {
    const bySpreadsheet = Object.fromEntries(
      Object.entries(shipped).map(([name, text]) => [name, `\ufeff${text.replace(/\n/g, '\r\n')}`]),
    )
    expect(catalogueOf(bySpreadsheet)).toEqual(catalogue)
  })
})

describe('Le jeu se déroule dans l’ordre du papier', () => {
  const catalogue = catalogueOf(shipped)
  const themes = deck(catalogue)

  test('les lignes portent les numéros 1 à 187, dans l’ordre du fichier', () => {
    expect(rowsOf(themes).map((row) => row.number)).toEqual(Array.from({ length: 187 }, (_, i) => i + 1))
    expect(rowsOf(themes).map((row) => row.idea)).toEqual(catalogue.ideas)
  })

  test('les lignes d’une même forme qui se suivent ont un seul titre', () => {
    const kitchen = themes[0]?.blocks.map((block) => [formHeadings[block.form], block.rows.length])
    expect(kitchen?.[0]).toEqual(['Côté dons', 2])
    for (const { blocks } of themes)
      blocks.forEach((block, at) => expect(block.form).not.toBe(blocks[at - 1]?.form))
  })

  test('des idées rangées dans un autre ordre de thèmes suivent l’ordre des thèmes', () => {
    const shuffled = deck({ ...catalogue, ideas: [...catalogue.ideas].reverse() })
    expect(shuffled.map(({ theme }) => theme.code)).toEqual(catalogue.themes.map((theme) => theme.code))
    expect(rowsOf(shuffled)).toHaveLength(187)
  })
})
