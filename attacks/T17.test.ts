import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accountFor, linkPerson } from '#domain/access/account.acts.server.ts'
import { outsideSectors } from '#platform/db.server.ts'
import { plantNeighbourhood, plantVersions } from '../tests/database/rls-world.ts'
import { freshDatabase } from '../tests/fresh-database.ts'
import { openSite, type Browser, type Site } from '../tests/site.ts'
import { statementsOf } from '../tests/statements.ts'

// T17: nobody outside can tell who lives here. Known or not, an address gets the same answer, the same statements
// and the same work afterwards. Mutations that must turn this file red, each a line of src/domain/access:
//   sign-in.acts.server.ts  askForCode   look the account up before `insertRequest`, or queue the job only if known
//   sign-in.acts.server.ts  mayWrite     refuse the sender of a spent address aloud instead of sending nothing
//   sign-in.ts              judgeCode    answer another reason when `accountId === null`
//   sign-in.acts.server.ts  sendCode     write to anyone who asks, or to someone who left

let site: Site
const known = Array.from({ length: 12 }, (_, n) => `voisin-${n}@exemple.fr`)
const unknown = Array.from({ length: 12 }, (_, n) =>
  `passant${n}@exemple.fr`.padStart(known[n]?.length ?? 0, 'x'),
)
const gone = 'ancienne@exemple.fr'

await freshDatabase()
beforeAll(async () => {
  await plantVersions()
  const place = await plantNeighbourhood('A')
  const { sectorId, founders } = place
  await outsideSectors(async (tx) => {
    for (const address of known) await linkPerson(tx, await accountFor(tx, address), sectorId, founders[0].id)
    await linkPerson(tx, await accountFor(tx, gone), sectorId, place.newcomer.id) // at a table, not registered
  })
  site = await openSite()
})
afterAll(() => site.close())

let link = 0
const somewhere = (): Browser => site.browser(`192.0.2.${(link += 1)}`)
const ask = (browser: Browser, adresse: string) => browser.post('/entrer', { adresse })

/** All that someone outside may notice of an answer, secrets and clocks aside. */
const noticed = ({ statusCode, headers, body }: LightMyRequestResponse) => ({
  statusCode,
  body,
  headers: {
    ...headers,
    date: undefined,
    'set-cookie': String(headers['set-cookie'] ?? '')
      .replace(/=[\w-]{43};/, '=secret;')
      .replace(/Expires=[^;]+/, ''),
  },
})

test('une adresse connue et une inconnue reçoivent la même réponse, des mêmes questions à la base', async () => {
  const seen = new Set<string>()
  for (const adresse of [...known, ...unknown, gone]) {
    const { value, statements } = await statementsOf(() => ask(somewhere(), adresse))
    expect(value.statusCode).toBe(303)
    expect(statements.length).toBeGreaterThan(3)
    expect(statements.join('\n')).not.toContain('accounts')
    seen.add(JSON.stringify([noticed(value), statements]))
  }
  expect(seen.size).toBe(1)
})

test('le même travail attend derrière chaque demande, et seuls les voisins inscrits reçoivent un code', async () => {
  await site.letter(known.length)
  await site.quiet()
  expect(
    site.letters.flatMap(({ to }) => (Array.isArray(to) ? to : [to]).map((one) => one?.text)).sort(),
  ).toEqual([...known].sort())
  expect(new Set(site.letters.map(({ subject }) => subject))).toEqual(new Set(['Votre code pour entrer']))
})

test('un mauvais code reçoit la même réponse, quelle que soit l’adresse, jusqu’au sixième essai', async () => {
  const trials: string[][] = []
  for (const adresse of ['voisin-0@exemple.fr', 'xpassant0@exemple.fr', gone]) {
    const browser = somewhere()
    await ask(browser, adresse)
    await site.quiet()
    const trial: string[] = []
    for (let time = 0; time < 6; time += 1) {
      const { value, statements } = await statementsOf(() => browser.post('/entrer/code', { code: '000000' }))
      trial.push(JSON.stringify([noticed(value), statements]))
    }
    trials.push(trial)
  }
  expect(trials[1]).toEqual(trials[0])
  expect(trials[2]).toEqual(trials[0])
})

test('une adresse demandée trop souvent ne le laisse pas voir, et n’est pas noyée de courrier', async () => {
  const before = site.letters.length
  const heard: string[] = []
  for (const adresse of ['voisin-5@exemple.fr', 'xpassant5@exemple.fr'])
    for (let time = 0; time < 9; time += 1) {
      const { value, statements } = await statementsOf(() => ask(somewhere(), adresse))
      heard.push(JSON.stringify([noticed(value), statements]))
    }
  expect(new Set(heard).size).toBe(1)
  await site.quiet()
  expect(site.letters.length - before).toBe(5) // six an hour, one of which was asked above
})

test('celui qui demande trop, lui, l’entend, sans rien apprendre de personne', async () => {
  const pushy = site.browser('203.0.113.9')
  const answers = []
  for (let time = 0; time < 42; time += 1) answers.push(await ask(pushy, `au-hasard-${time % 2}@exemple.fr`))
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([...Array<number>(40).fill(303), 429, 429])
  expect(
    (await site.browser('203.0.113.10').post('/entrer', { adresse: 'paul@exemple.fr' })).statusCode,
  ).toBe(303)
})

test('une première visite ne reçoit aucun cookie, et demander un code n’en pose qu’un, le même pour tous', async () => {
  const browser = somewhere()
  for (const url of ['/', '/entrer', '/entrer/code', '/nulle-part'])
    expect((await browser.get(url)).headers['set-cookie']).toBeUndefined()
  const asked = await ask(browser, 'voisin-7@exemple.fr')
  expect(asked.headers['set-cookie']).toMatch(
    /^__Host-entree=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/,
  )
})
