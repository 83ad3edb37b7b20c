import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pictures as drawings } from '#ui/pictures.ts'
import { canWait, drawPicture, pictures, roomLeft } from './seating.ts'

const seats = (seated: number, waiting: number) =>
  Array.from({ length: seated + waiting }, (_, i) => ({
    state: i < seated ? ('seated' as const) : ('waiting' as const),
    picture: 'citron',
    pictureNumber: i,
  }))

describe('Douze personnes autour d’une table', () => {
  test('la douzième s’assoit, la treizième entend parler de la deuxième table', () => {
    expect(roomLeft(seats(11, 0))).toEqual({ ok: true, value: null })
    expect(roomLeft(seats(12, 0))).toEqual({ ok: false, reason: 'table-full' })
    expect(canWait(seats(12, 0))).toEqual({ ok: false, reason: 'table-full' })
  })

  test('six attendent à la porte, la septième revient dans un instant', () => {
    expect(canWait(seats(0, 5)).ok).toBe(true)
    expect(canWait(seats(0, 6))).toEqual({ ok: false, reason: 'queue-full' })
  })

  test('qui attend ne prend pas la chaise d’un autre : seules les personnes assises comptent', () => {
    expect(roomLeft(seats(11, 6)).ok).toBe(true)
    expect(canWait(seats(11, 3)).ok).toBe(true)
  })
})

describe('« Citron 4 » : chaque téléphone montre son image', () => {
  test('jamais la même image avec le même numéro à une table', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 18, maxLength: 18 }), (draws) => {
        const taken: { state: 'waiting'; picture: string; pictureNumber: number }[] = []
        for (const draw of draws) {
          const face = drawPicture(taken, (below) => draw % below)
          expect(pictures).toContain(face.picture)
          expect(face.number).toBeGreaterThanOrEqual(1)
          expect(face.number).toBeLessThanOrEqual(9)
          taken.push({ state: 'waiting', picture: face.picture, pictureNumber: face.number })
        }
        expect(new Set(taken.map((face) => `${face.picture} ${face.pictureNumber}`)).size).toBe(18)
      }),
    )
  })

  test('chaque image se dessine, et se dit par son mot', () =>
    expect(
      Object.values(drawings)
        .map(({ word }) => word)
        .sort(),
    ).toEqual([...pictures].sort()))
})
