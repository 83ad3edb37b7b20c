import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { accountFor, linkPerson } from '#domain/access/account.acts.server.ts'
import { endSessionsOf } from '#domain/access/session.acts.server.ts'
import { viewerOf } from '#domain/access/session.views.server.ts'
import { clock } from '#platform/clock.ts'
import { outsideSectors, withSector } from '#platform/db.server.ts'
import { newId } from '#platform/ids.server.ts'
import { plantNeighbourhood, plantVersions, type Neighbourhood } from '../tests/database/rls-world.ts'
import { freshDatabase } from '../tests/fresh-database.ts'
import { codeIn, openSite, type Browser, type Site } from '../tests/site.ts'

// T18: reading someone's letters is not enough to take their place. The code serves once, ten minutes, in the very
// browser that asked, and a machine that opens links uses nothing up. Mutations that must turn this file red:
//   sign-in.ts              judgeCode    remove any one of its five lines of refusal
//   sign-in.acts.server.ts  spendTry     remove `markUsed` (replay) or `countTry` (five tries)
//   sign-in.store.server.ts lockRequest  look a request up by its code instead of its browser
//   entrer/code/page        GET          consume the code on GET
//   sign-in.acts.server.ts  enter        remove `endSession(tx, replaced)`
//   sign-in.views.server.ts registered   remove `left_at is null` or `suspended_at is null`

let site: Site
let place: Neighbourhood
let sent = 0

await freshDatabase()
beforeAll(async () => {
  await plantVersions()
  place = await plantNeighbourhood('A')
  const [paul, aicha, nadia] = place.founders
  await name(paul.id, 'Paul')
  await name(aicha.id, 'Aïcha')
  await name(nadia.id, 'Nadia')
  await link('paul@exemple.fr', paul.id)
  await link('foyer@exemple.fr', aicha.id, nadia.id)
  await link('nadia@exemple.fr', nadia.id)
  const accountId = await outsideSectors((tx) => accountFor(tx, 'nadia@exemple.fr'))
  const times = { starts_at: new Date('2026-01-01'), ends_at: new Date('2036-01-01') }
  await outsideSectors((tx) =>
    tx
      .insertInto('companions')
      .values({ id: newId(), name: 'Nadia B.', account_id: accountId, ...times })
      .execute(),
  )
  site = await openSite()
})
afterEach(() => clock.travelTo(null))
afterAll(() => site.close())

const name = (personId: string, first_name: string) =>
  withSector({ personId: null }, place.sectorId, (tx) =>
    tx
      .updateTable('people')
      .set({ first_name })
      .where('sector_id', '=', place.sectorId)
      .where('id', '=', personId)
      .execute(),
  )

const link = (address: string, ...people: string[]) =>
  outsideSectors(async (tx) => {
    const accountId = await accountFor(tx, address)
    for (const personId of people) await linkPerson(tx, accountId, place.sectorId, personId)
  })

let somewhere = 0
async function asked(adresse: string): Promise<{ browser: Browser; code: string }> {
  const browser = site.browser(`198.51.100.${(somewhere += 1)}`)
  await browser.post('/entrer', { adresse })
  await site.quiet()
  clock.travelTo(null)
  return { browser, code: codeIn(await site.letter((sent += 1))) }
}

const inMinutes = (minutes: number) => clock.travelTo(new Date(Date.now() + minutes * 60_000))
const viewer = (browser: Browser) => viewerOf(browser.cookies.get('__Host-coopere') ?? '')
const forgetLimits = () => inMinutes(60 * 24 * 2)

describe('le code', () => {
  test('mène chez soi, d’un pas', async () => {
    const { browser, code } = await asked('paul@exemple.fr')
    const entered = await browser.post('/entrer/code', { code: `${code.slice(0, 3)} ${code.slice(3)}` })
    expect([entered.statusCode, entered.headers.location]).toEqual([303, '/secteurs/secteur-a/offres'])
    expect(await viewer(browser)).toMatchObject({ kind: 'resident', personId: place.founders[0].id })
    expect(browser.cookies.has('__Host-entree')).toBe(false)
    expect(String(entered.headers['set-cookie'])).toMatch(
      /__Host-coopere=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax/,
    )
  })

  test('ne sert que dans le navigateur qui l’a demandé, et la réponse le dit', async () => {
    const { code, browser } = await asked('paul@exemple.fr')
    const thief = site.browser('203.0.113.1')
    const refused = await thief.post('/entrer/code', { code })
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('sur l’appareil où vous l’avez demandé')
    expect((await viewer(thief)).kind).toBe('visitor')
    await thief.post('/entrer', { adresse: 'personne@exemple.fr' })
    expect((await thief.post('/entrer/code', { code })).statusCode).toBe(422)
    expect((await browser.post('/entrer/code', { code })).statusCode).toBe(303) // the thief spent nothing
  })

  test('n’est pas consommé par une machine qui ouvre les liens', async () => {
    forgetLimits()
    const { browser, code } = await asked('paul@exemple.fr')
    const scanner = site.browser('203.0.113.2')
    for (const url of ['/entrer/code', `/entrer/code?code=${code}`, '/entrer', '/entrer/qui'])
      await scanner.get(url)
    await browser.get(`/entrer/code?code=${code}`)
    expect(site.letters.at(-1)?.text).toContain('http://localhost/entrer/code')
    expect((await viewer(browser)).kind).toBe('visitor')
    expect((await browser.post('/entrer/code', { code })).statusCode).toBe(303)
  })

  test('ne sert qu’une fois', async () => {
    const { browser, code } = await asked('foyer@exemple.fr')
    const entry = browser.cookies.get('__Host-entree') ?? ''
    expect((await browser.post('/entrer/code', { code })).statusCode).toBe(303)
    const again = site.browser('203.0.113.3')
    again.cookies.set('__Host-entree', entry)
    const replay = await again.post('/entrer/code', { code })
    expect([replay.statusCode, replay.body.includes('a déjà servi')]).toEqual([422, true])
  })

  test('deux envois au même instant n’ouvrent qu’une porte', async () => {
    const { browser, code } = await asked('foyer@exemple.fr')
    const answers = await Promise.all([1, 2, 3].map(() => browser.post('/entrer/code', { code })))
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 422, 422])
  })

  test('ne sert plus onze minutes après', async () => {
    const { browser, code } = await asked('nadia@exemple.fr')
    inMinutes(11)
    const late = await browser.post('/entrer/code', { code })
    expect([late.statusCode, late.body.includes('plus de dix minutes')]).toEqual([422, true])
  })

  test('ne sert plus après cinq essais, même le bon', async () => {
    const { browser, code } = await asked('nadia@exemple.fr')
    const wrong = code === '000000' ? '111111' : '000000'
    for (let time = 0; time < 5; time += 1)
      expect((await browser.post('/entrer/code', { code: wrong })).body).toContain('pas le bon code')
    const sixth = await browser.post('/entrer/code', { code })
    expect([sixth.statusCode, sixth.body.includes('cinq fois')]).toEqual([422, true])
    expect((await viewer(browser)).kind).toBe('visitor')
  })

  test('mille essais depuis deux cents adresses ne valent que cinq, et la porte reste ouverte à qui la demande', async () => {
    forgetLimits()
    const { browser, code } = await asked('paul@exemple.fr')
    const entry = browser.cookies.get('__Host-entree') ?? ''
    const answers: number[] = []
    for (let time = 0; time < 1000; time += 1) {
      const guesser = site.browser(`10.0.${time % 200}.1`)
      guesser.cookies.set('__Host-entree', entry)
      const guess = String(time).padStart(6, '9')
      if (guess !== code) answers.push((await guesser.post('/entrer/code', { code: guess })).statusCode)
    }
    expect(answers).not.toContain(303)
    expect((await browser.post('/entrer/code', { code })).statusCode).toBe(422)
    const second = await asked('paul@exemple.fr')
    expect((await second.browser.post('/entrer/code', { code: second.code })).statusCode).toBe(303)
  })

  test.each(['12345', '1234567', 'abcdef', '', '１２３４５', '12345a'])(
    '« %s » n’est pas un code',
    async (code) => {
      const browser = site.browser('203.0.113.4')
      browser.cookies.set('__Host-entree', 'a'.repeat(43))
      const refused = await browser.post('/entrer/code', { code })
      expect([refused.statusCode, refused.body.includes('tient en six chiffres')]).toEqual([422, true])
    },
  )
})

describe('Qui êtes-vous ?', () => {
  async function choosing(adresse: string) {
    forgetLimits()
    const { browser, code } = await asked(adresse)
    const entered = await browser.post('/entrer/code', { code })
    expect(entered.headers.location).toBe('/entrer/qui')
    return browser
  }
  const nameOf = (personId: string) => `${place.sectorId}.${personId}`

  test('est demandé quand une adresse sert à plusieurs, et n’ouvre rien avant la réponse', async () => {
    const browser = await choosing('foyer@exemple.fr')
    const before = browser.cookies.get('__Host-coopere')
    expect((await viewer(browser)).kind).toBe('visitor')
    const page = await browser.get('/entrer/qui')
    expect(page.body).toContain('Aïcha')
    expect(page.body).toContain('Nadia')
    const chosen = await browser.post('/entrer/qui', { qui: nameOf(place.founders[1].id) })
    expect(chosen.headers.location).toBe('/secteurs/secteur-a/offres')
    expect(await viewer(browser)).toMatchObject({ personId: place.founders[1].id })
    expect(browser.cookies.get('__Host-coopere')).not.toBe(before)
    expect((await viewerOf(before ?? '')).kind).toBe('visitor')
  })

  test('propose aussi la place d’accompagnatrice à qui est l’une et l’autre', async () => {
    const browser = await choosing('nadia@exemple.fr')
    const page = await browser.get('/entrer/qui')
    expect(page.body).toContain('pour l’association')
    const companion = /value="([0-9a-f-]{36})"/.exec(page.body)?.[1] ?? ''
    expect((await browser.post('/entrer/qui', { qui: companion })).headers.location).toBe('/accompagnement')
    expect((await viewer(browser)).kind).toBe('companion')
  })

  test('refuse la place de quelqu’un d’autre', async () => {
    const browser = await choosing('foyer@exemple.fr')
    for (const qui of [nameOf(place.founders[0].id), nameOf(place.newcomer.id), '', 'x'.repeat(200)])
      expect((await browser.post('/entrer/qui', { qui })).statusCode).toBe(422)
    expect((await viewer(browser)).kind).toBe('visitor')
    expect(
      (await site.browser().post('/entrer/qui', { qui: nameOf(place.founders[0].id) })).headers.location,
    ).toBe('/entrer')
  })

  test('ne propose plus la place de qui est parti ou suspendu', async () => {
    const leave = (change: { left_at?: Date | null; suspended_at?: Date | null }) =>
      withSector({ personId: null }, place.sectorId, (tx) =>
        tx
          .updateTable('residents')
          .set(change)
          .where('sector_id', '=', place.sectorId)
          .where('person_id', '=', place.founders[1].id)
          .execute(),
      )
    for (const change of [{ left_at: new Date() }, { suspended_at: new Date() }] as const) {
      const browser = await choosing('foyer@exemple.fr')
      await leave(change)
      expect((await browser.get('/entrer/qui')).body).not.toContain('Aïcha')
      expect((await browser.post('/entrer/qui', { qui: nameOf(place.founders[1].id) })).statusCode).toBe(422)
      await leave({ left_at: null, suspended_at: null })
    }
  })
})

describe('la session', () => {
  test('change de secret quand quelqu’un d’autre entre sur le même appareil', async () => {
    forgetLimits()
    const first = await asked('paul@exemple.fr')
    await first.browser.post('/entrer/code', { code: first.code })
    const old = first.browser.cookies.get('__Host-coopere') ?? ''
    await first.browser.post('/entrer', { adresse: 'paul@exemple.fr' })
    const code = codeIn(await site.letter((sent += 1)))
    await first.browser.post('/entrer/code', { code })
    expect((await viewerOf(old)).kind).toBe('visitor')
    expect((await viewer(first.browser)).kind).toBe('resident')
  })

  test('finie sur décision du groupe, elle n’ouvre plus rien dès la demande suivante', async () => {
    forgetLimits()
    const { browser, code } = await asked('paul@exemple.fr')
    await browser.post('/entrer/code', { code })
    expect((await browser.get('/entrer')).headers.location).toBe('/secteurs/secteur-a/offres')
    await outsideSectors((tx) => endSessionsOf(tx, place.sectorId, place.founders[0].id))
    expect((await browser.get('/entrer')).statusCode).toBe(200)
  })

  test('sortir efface tout de l’appareil, et le vieux secret ne rouvre rien', async () => {
    forgetLimits()
    const { browser, code } = await asked('paul@exemple.fr')
    await browser.post('/entrer/code', { code })
    const token = browser.cookies.get('__Host-coopere') ?? ''
    expect((await browser.get('/sortir')).statusCode).toBe(200)
    expect((await viewerOf(token)).kind).toBe('resident')
    const left = await browser.post('/sortir')
    expect(left.headers['clear-site-data']).toBe('"cache", "cookies", "storage"')
    expect(browser.cookies.has('__Host-coopere')).toBe(false)
    expect((await viewerOf(token)).kind).toBe('visitor')
  })

  test('on arrive là où l’on allait, jamais sur un autre site', async () => {
    for (const [suite, arrival] of [
      ['/secteurs/secteur-a/mes-choix', '/secteurs/secteur-a/mes-choix'],
      ['//evil.example', '/secteurs/secteur-a/offres'],
      ['javascript:alert(1)', '/secteurs/secteur-a/offres'],
    ] as const) {
      forgetLimits()
      const browser = site.browser()
      expect((await browser.get(`/entrer?suite=${encodeURIComponent(suite)}`)).body.includes('evil')).toBe(
        false,
      )
      const toCode = await browser.post('/entrer', { adresse: 'paul@exemple.fr', suite })
      const code = codeIn(await site.letter((sent += 1)))
      const page = await browser.get(String(toCode.headers.location))
      const kept = /name="suite" value="([^"]+)"/.exec(page.body)?.[1]
      const entered = await browser.post('/entrer/code', {
        code,
        ...(kept === undefined ? {} : { suite: kept }),
      })
      expect(entered.headers.location).toBe(arrival)
    }
  })
})
