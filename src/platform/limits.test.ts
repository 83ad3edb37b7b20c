import fc from 'fast-check'
import { expect, test } from 'vitest'
import { limiter } from '#platform/limits.ts'

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 28, 10) + seconds * 1000)

test('une table de douze derrière une seule adresse passe, la suite attend', () => {
  const asks = limiter({ burst: 12, everySeconds: 15 })
  const answers = Array.from({ length: 13 }, () => asks.take('le café', at(0)))
  expect(answers).toEqual([...Array<number>(12).fill(0), 15])
})

test('chacun a sa part : l’un ne prend pas celle de l’autre', () => {
  const asks = limiter({ burst: 1, everySeconds: 60 })
  expect(asks.take('Paul', at(0))).toBe(0)
  expect(asks.take('Paul', at(1))).toBe(59)
  expect(asks.take('Aïcha', at(1))).toBe(0)
})

test('la part se remplit avec le temps, jamais plus qu’au départ', () => {
  const asks = limiter({ burst: 2, everySeconds: 10 })
  asks.take('Paul', at(0))
  asks.take('Paul', at(0))
  expect(asks.take('Paul', at(10))).toBe(0)
  expect([asks.take('Paul', at(900)), asks.take('Paul', at(900)), asks.take('Paul', at(900))]).toEqual([
    0, 0, 10,
  ])
})

test('une horloge qui recule ne donne rien et ne prend rien', () => {
  const asks = limiter({ burst: 1, everySeconds: 10 })
  asks.take('Paul', at(100))
  expect(asks.take('Paul', at(0))).toBeGreaterThan(0)
  expect(asks.take('Paul', at(10))).toBe(0)
})

test('quel que soit le rythme, on n’obtient jamais plus que le départ et le temps passé', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 60 }), (waits) => {
      const asks = limiter({ burst: 3, everySeconds: 10 })
      let now = 0
      let granted = 0
      for (const wait of waits) {
        now += wait
        if (asks.take('Paul', at(now)) === 0) granted += 1
      }
      return granted <= 3 + now / 10
    }),
  )
})
