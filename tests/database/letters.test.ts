import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { operatorLink } from '#domain/access/operator.acts.server.ts'
import { closeGathering } from '#domain/gatherings/closing.acts.server.ts'
import { giveContact } from '#domain/gatherings/review.acts.server.ts'
import { seatTogether } from '#domain/gatherings/seating.acts.server.ts'
import { ownerConnection, outsideSectors } from '#platform/db.server.ts'
import { startJobs, stopJobs } from '#platform/jobs.server.ts'
import { mailer } from '#platform/mail.server.ts'
import { person, plantLeCerisier, type World } from '#seeds/le-cerisier.ts'
import { checkInAt, fillCard, given, goTo, sitDown, vouch } from '#seeds/round-the-table.ts'
import { nadiasTable } from '../../attacks/world.ts'
import { buildApp } from '../../src/app.server.ts'
import { freshDatabase } from '../fresh-database.ts'

// Without a mail server, letters wait on disk, and the operator reads them on a page of theirs.

const dataDir = mkdtempSync(join(tmpdir(), 'coopere-letters-'))
const publicUrl = 'http://localhost'
const letterBox = mailer({ smtpUrl: null, mailFrom: 'Coop-Ère <bonjour@exemple.fr>', publicUrl, dataDir })
let app: Awaited<ReturnType<typeof buildApp>>
let world: World

beforeAll(async () => {
  await freshDatabase()
  app = await buildApp({ publicUrl, dataDir, logLevel: 'silent' })
  world = await plantLeCerisier()
  await startJobs({
    owner: ownerConnection(),
    mailer: letterBox,
    handlers: {},
    onTrouble: () => undefined,
    lookEverySeconds: 0.5,
  })
})
afterAll(async () => {
  await stopJobs()
  await app.close()
  rmSync(dataDir, { recursive: true, force: true })
})

async function desk(): Promise<string> {
  const key = new URL(operatorLink(), publicUrl).searchParams.get('cle') ?? ''
  const entered = await app.inject({
    method: 'POST',
    url: '/operateur',
    payload: new URLSearchParams({ cle: key }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: publicUrl },
  })
  const cookie = `__Host-coopere=${entered.cookies[0]?.value ?? ''}`
  return (await app.inject({ url: '/operateur', headers: { cookie } })).body
}

describe('Une adresse déjà donnée par un autre foyer', () => {
  test('prévient sa propriétaire, sans nommer personne, et n’ouvre rien à qui l’a tapée', async () => {
    const table = await nadiasTable(world)
    const someone = await sitDown(table, { firstName: 'Octavie', entrance: 'Entrée C' })
    const bernard = await checkInAt(table, person(world.people, 'Bernard'))
    const rosa = await checkInAt(table, person(world.people, 'Rosa'))
    await goTo(table, 'sweep')
    const card = { firstName: '', entrance: '', email: 'Hugo@exemple.fr', about: '', offers: [], wishes: [] }
    await fillCard(someone, card)
    const personId = someone.viewer.personId ?? ''
    await vouch(bernard, [personId])
    await vouch(rosa, [personId])
    expect(given(await closeGathering(table.console, table.consoleToken)).registered).toBe(1)
    const linked = await outsideSectors((tx) =>
      tx.selectFrom('account_people').select('account_id').where('person_id', '=', personId).execute(),
    )
    expect(linked).toEqual([])
    await vi.waitFor(async () => expect(await desk()).toContain('Votre adresse a été donnée'), 10_000)
    const page = await desk()
    expect(page.toLowerCase()).toContain('hugo@exemple.fr')
    expect(page).not.toContain('Octavie')
  })

  test('donnée par deux personnes d’un même foyer les laisse entrer toutes deux', async () => {
    const table = await nadiasTable(world)
    const yves = await checkInAt(table, person(world.people, 'Paul'))
    const bernard = await checkInAt(table, person(world.people, 'Bernard'))
    const two = [
      await sitDown(table, { firstName: 'Gaspard', entrance: 'Entrée C' }),
      await sitDown(table, { firstName: 'Hortense', entrance: 'Entrée C' }),
    ]
    given(await seatTogether(table.console, two[1]?.seatId ?? '', two[0]?.seatId ?? ''))
    await goTo(table, 'sweep')
    for (const one of two) {
      await fillCard(one, { firstName: '', entrance: '', email: null, about: '', offers: [], wishes: [] })
      const way = { way: 'email' as const, phone: null, firstLink: false, discreet: false }
      given(await giveContact(one.viewer, { ...way, email: 'foyer@exemple.fr' }))
    }
    const ids = two.map((one) => one.viewer.personId ?? '')
    await vouch(yves, ids)
    await vouch(bernard, ids)
    expect(given(await closeGathering(table.console, table.consoleToken)).registered).toBe(2)
    const linked = await outsideSectors((tx) =>
      tx.selectFrom('account_people').select('account_id').where('person_id', 'in', ids).execute(),
    )
    expect(new Set(linked.map((row) => row.account_id)).size).toBe(1)
    expect(linked).toHaveLength(2)
  })
})
