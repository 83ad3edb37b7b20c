import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readEntrances, writeEntrances } from './entrances.form.ts'
import { readSector } from './sector.form.ts'
import { lineRefusals } from './sector.words.ts'

const read = (text: string) => readEntrances(text).entrances.map(({ name, dwellings }) => [name, dwellings])
const stuck = (text: string) => readEntrances(text).stuck.map(({ line, reason }) => [line, reason])

describe('les entrées tapées ou collées', () => {
  it('se lisent une par ligne, de plusieurs façons', () => {
    const written = [
      'Entrée A ; 24',
      'Entrée B\t24',
      'Entrée C : 24 logements',
      'Entrée D, 24',
      'Entrée E - 24',
      'Entrée F 24 logements',
      '"Hall ""nord""",24',
      'Entrée G | 24 logts',
    ]
    expect(read(written.join('\n'))).toEqual([
      ['Entrée A', 24],
      ['Entrée B', 24],
      ['Entrée C', 24],
      ['Entrée D', 24],
      ['Entrée E', 24],
      ['Entrée F', 24],
      ['Hall "nord"', 24],
      ['Entrée G', 24],
    ])
  })

  it('se collent aussi d’un tableur, avec son en-tête', () => {
    expect(read('Entrée;Logements\r\nA;24\r\nB;30\r\n')).toEqual([
      ['A', 24],
      ['B', 30],
    ])
    expect(read('Nom,Nombre de logements\n"12, rue du Four",8')).toEqual([['12, rue du Four', 8]])
    expect(read('Hall\tNb log.\nHall 1\t1\u202f2')).toEqual([['Hall 1', 12]])
  })

  it('gardent les signes de leur nom', () => {
    expect(read('12, rue du Four, 8')).toEqual([['12, rue du Four', 8]])
    expect(read('Hall : nord ; 16')).toEqual([['Hall : nord', 16]])
    expect(read('Bâtiment 3, 1er mai : 40')).toEqual([['Bâtiment 3, 1er mai', 40]])
    expect(read('Porte Dorée ; 24')).toEqual([['Porte Dorée', 24]])
    expect(read("'; DROP TABLE entrances;-- ; 10")).toEqual([["'; DROP TABLE entrances;--", 10]])
  })

  it('acceptent les nombres à la française', () => {
    expect(read('A ; 24,0\nB ; ２４\nC ; 2 4')).toEqual([
      ['A', 24],
      ['B', 24],
      ['C', 24],
    ])
    expect(stuck('A ; 24,5\nB ; vingt\nC ; 1e2\nD ; NaN\nE ;')).toEqual([
      [1, 'no-number'],
      [2, 'no-number'],
      [3, 'no-number'],
      [4, 'no-number'],
      [5, 'no-number'],
    ])
  })

  it('nomment chaque ligne qui coince, et gardent les autres', () => {
    const reading = readEntrances(
      'Entrée A ; 24\n\n; 12\nEntrée B ; 0\nEntrée C ; 501\nentrée a ; 3\nEntrée D ; 30',
    )
    expect(reading.entrances.map(({ name }) => name)).toEqual(['Entrée A', 'Entrée D'])
    expect(reading.stuck).toEqual([
      { line: 3, text: '; 12', reason: 'no-name' },
      { line: 4, text: 'Entrée B ; 0', reason: 'out-of-range' },
      { line: 5, text: 'Entrée C ; 501', reason: 'out-of-range' },
      { line: 6, text: 'entrée a ; 3', reason: 'same-name' },
    ])
    expect(stuck('A ; -3')).toEqual([[1, 'out-of-range']])
    expect(stuck(`${'é'.repeat(61)} ; 3`)).toEqual([[1, 'name-too-long']])
  })

  it('ne sont jamais une porte, un étage ni un appartement', () => {
    const doors = [
      'appt 12 ; 1',
      'Apt. n° 4 ; 1',
      'Entrée A, porte 3 ; 1',
      '3e étage ; 6',
      '2ème etage gauche ; 6',
      'Étage 4 : 6',
      'Entrée B RDC ; 2',
      'Rez-de-chaussée ; 2',
      'Logement 14 ; 1',
    ]
    expect(stuck(doors.join('\n')).map(([, reason]) => reason)).toEqual(doors.map(() => 'looks-like-a-door'))
  })

  it('sont une seule entrée quand seuls les accents sont écrits autrement', () => {
    expect(stuck('Entr\u00e9e A ; 24\nEntre\u0301e A ; 24')).toEqual([[2, 'same-name']])
  })

  it('perdent les signes que personne ne voit', () => {
    expect(read('\u202eEntrée\u200b A\ufeff ; 24')).toEqual([['Entrée A', 24]])
    expect(stuck('\u200b\u202e ; 24\nA\0 ; 3')).toEqual([
      [1, 'no-name'],
      [2, 'unreadable'],
    ])
  })

  it('ont une phrase pour chaque façon de coincer', () => {
    for (const sentence of Object.values(lineRefusals)) expect(sentence.length).toBeGreaterThan(15)
  })

  it('se relisent telles qu’on les a comprises', () => {
    const name = fc.stringMatching(/^Hall [A-Z][a-z]{0,8}$/)
    const entrance = fc.record({ name, dwellings: fc.integer({ min: 1, max: 500 }) })
    fc.assert(
      fc.property(fc.uniqueArray(entrance, { selector: (one) => one.name.toLowerCase() }), (entrances) => {
        expect(readEntrances(writeEntrances(entrances))).toEqual({ entrances, stuck: [] })
      }),
    )
  })

  it('ne font jamais tomber la lecture, quoi qu’on colle', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        for (const { name, dwellings } of readEntrances(text).entrances) {
          expect(name.trim()).toBe(name)
          expect(dwellings).toBeGreaterThan(0)
        }
      }),
    )
  })
})

describe('ce qu’on tape pour ouvrir un secteur', () => {
  it('est gardé quand quelque chose coince', () => {
    const answer = readSector({ nom: ' ', commune: 'Montreuil', entrees: 'Entrée A ; vingt', raison: 'Un' })
    expect(answer.typed).toEqual({
      name: ' ',
      commune: 'Montreuil',
      entrances: 'Entrée A ; vingt',
      sizeReason: 'Un',
    })
    expect(answer.fields).toEqual({ name: 'empty' })
    expect(answer.stuck).toHaveLength(1)
  })

  it('n’est jamais autre chose que du texte', () => {
    const answer = readSector({ nom: ['a'], commune: { $gt: '' }, entrees: 12, __proto__: { nom: 'x' } })
    expect(answer.fields).toEqual({ name: 'empty', commune: 'empty' })
    expect(answer.plan.entrances).toEqual([])
  })

  it('refuse un signe nul et un nom trop long', () => {
    expect(readSector({ nom: 'Le\0Cerisier', commune: 'x'.repeat(61) }).fields).toEqual({
      name: 'unreadable',
      commune: 'too-long',
    })
  })
})
