import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BrowserContext, Page } from 'playwright-core'
import type { DeckTheme } from '#domain/ideas/catalogue.ts'
import { withSector } from '#platform/db.server.ts'
import {
  comeIn,
  confirmOnPhone,
  expectNoIdea,
  expectNoName,
  finishCard,
  giveName,
  letTimePass,
  openTheTable,
  post,
  press,
  sweepTheme,
  welcome,
  wordOnScreen,
} from './at-table.ts'
import { arriveByKeyboard, finishCardByKeyboard, reach, sweepByKeyboard } from './keyboard.ts'
import { expectAccessible } from './reading.ts'
import { openSite, type Site } from './site.ts'
import {
  confirmOnConsole,
  countOf,
  deniseTicks,
  keyboardOnly,
  late,
  liveTogether,
  names,
  newcomers,
  reader,
  readScript,
  readSecondCup,
  removeAndAddBack,
  twiceAsLarge,
  type Script,
} from './twelve.ts'

// « Douze à table », as the association tells it: from the opening to the directory (table.md §11). Odette is on a
// lent phone, Karine on her own; the offline episodes and paper come with the issue that brings them.

let site: Site
let script: Script
let host: Page
const phones = new Map<string, Page>()
const contexts = new Map<string, BrowserContext>()

beforeAll(async () => {
  site = await openSite()
  script = await readScript()
}, 120_000)
afterAll(() => site.close())

const phoneOf = (firstName: string): Page => {
  const phone = phones.get(firstName)
  if (!phone) throw new Error(`${firstName} has no phone`)
  return phone
}

async function newPhone(firstName: string, options: Parameters<Site['device']>[0] = {}): Promise<Page> {
  const { context, page } = await site.device(options)
  await page.clock.install()
  phones.set(firstName, page)
  contexts.set(firstName, context)
  return page
}

const inTheSector = <T>(read: Parameters<typeof withSector<T>>[2]): Promise<T> =>
  withSector({ personId: null }, site.world.sectorId, read)

test('avant : la page publique dit où et quand, et nulle part on ne s’inscrit de chez soi', async () => {
  const { page, context } = await site.device()
  await page.goto('/')
  const home = await page.locator('body').innerText()
  expect(home).toContain('Le banc du cerisier')
  expect(home).not.toMatch(/Nadia|Paul|Aïcha/)
  expect(await page.locator('main form').count()).toBe(0)
  const posted = await page.request.post('/a-table', {
    form: { mot: 'kiwi 47' },
    headers: { origin: site.url },
  })
  expect(posted.status()).toBeGreaterThanOrEqual(400)
  expect(await context.cookies()).toEqual([])
  await context.close()
})

test('Nadia ouvre la table ; Paul et Aïcha s’assoient avec leur téléphone', async () => {
  const tablet = await site.device({ viewport: { width: 1024, height: 768 } })
  host = tablet.page
  await site.signIn(tablet.context, 'Nadia')
  await openTheTable(host, site.world.slug, site.world.nextGathering, '4821')
  for (const firstName of ['Paul', 'Aïcha']) {
    const phone = await newPhone(firstName, { viewport: { width: 360, height: 740 } })
    await site.signIn(contexts.get(firstName) as BrowserContext, firstName)
    await comeIn(phone, await wordOnScreen(host))
    await welcome(host, phone)
  }
  await expect.poll(() => host.locator('body').innerText()).toContain('3 autour de la table')
})

test('les nouveaux arrivent ; personne ne voit un thème avant le oui de Nadia', async () => {
  for (const { firstName, entrance } of newcomers.filter((one) => one.firstName !== late)) {
    const options =
      firstName === keyboardOnly
        ? { bypassCSP: true }
        : firstName === reader
          ? { bypassCSP: true, viewport: { width: 320, height: 900 } }
          : {}
    const phone = await newPhone(firstName, options)
    if (firstName === keyboardOnly || firstName === reader) await phone.addInitScript(twiceAsLarge)
    const began = Date.now()
    if (firstName === keyboardOnly)
      await arriveByKeyboard(phone, await wordOnScreen(host), { firstName, entrance })
    else {
      await comeIn(phone, await wordOnScreen(host))
      if (firstName === reader) await expectAccessible(phone)
      await giveName(phone, firstName, entrance)
    }
    if (firstName === reader) await expectAccessible(phone)
    expect(await phone.locator('[data-part]').count()).toBe(0)
    await welcome(host, phone)
    expect(Date.now() - began).toBeLessThan(60_000)
    await expectNoName(
      phone,
      names.filter((name) => name !== firstName),
    )
  }
  await expect.poll(() => host.locator('body').innerText()).toContain('11 autour de la table')
})

test('Marc n’est pas du secteur : rien n’est gardé de lui. Denise s’assoit à sa place', async () => {
  const marc = await newPhone('Marc')
  await comeIn(marc, await wordOnScreen(host))
  await marc.getByLabel('Votre prénom, comme on vous appelle ici').fill('Marc')
  await marc.getByLabel('Je n’y trouve pas chez moi').check()
  await press(marc, 'Voilà, c’est moi')
  expect(await marc.locator('body').innerText()).toContain('Vous habitez juste à côté')
  await contexts.get('Marc')?.clearCookies()
  const kept = await inTheSector(async (tx) => [
    await tx.selectFrom('seats').select('id').where('first_name', '=', 'Marc').execute(),
    await tx.selectFrom('people').select('id').where('first_name', '=', 'Marc').execute(),
  ])
  expect(kept.flat()).toEqual([])
  phones.set('Denise', marc)
  await comeIn(marc, await wordOnScreen(host))
  await giveName(marc, 'Denise', 'Entrée F')
  await welcome(host, marc)
  await expect.poll(() => host.locator('body').innerText()).toContain('12 autour de la table')
})

test('la treizième personne entend parler de la deuxième table', async () => {
  const { page, context } = await site.device()
  await comeIn(page, await wordOnScreen(host))
  if ((await page.getByLabel('Votre prénom, comme on vous appelle ici').count()) > 0) {
    await page.getByLabel('Votre prénom, comme on vous appelle ici').fill('Treize')
    await page.getByLabel('Entrée A', { exact: true }).check()
    await press(page, 'Voilà, c’est moi')
  }
  expect(await page.locator('body').innerText()).toMatch(/deuxième table/)
  await context.close()
})

test('la règle du jeu, puis le balayage : onze thèmes, les comptes au bon moment, aucun nom près d’une idée', async () => {
  await expectAccessible(host)
  await press(host, 'La règle du jeu')
  await phoneOf(reader).getByRole('button', { name: 'J’ai compris' }).waitFor()
  await expectAccessible(phoneOf(reader))
  const seated = () => [...phones.keys()].filter((name) => names.includes(name) || name === 'Denise')
  await Promise.all(seated().map(understand))
  await press(host, /Premier thème/)
  for (const [position, theme] of script.themes.entries()) {
    if (position === 4) await welcomeTheo()
    await Promise.all(seated().map((firstName) => oneTheme(firstName, theme, position)))
    if (position === 3) await deniseLeaves()
    if (position === 1) await expectAccessible(phoneOf(reader)) // heads up
    if (position === 1) await expectAccessible(host)
    await expectNoIdea(host, script.catalogue)
    await expect.poll(() => host.locator('body').innerText()).toMatch(/(\d+) sur \1 ont fini/)
    await press(host, /Thème suivant|Souffler et relire/)
    if (position + 1 < script.themes.length) {
      const expected = countOf(script, position)
      await expect.poll(() => host.locator('main').innerText()).toMatch(new RegExp(`déjà ${expected} `, 'i'))
    }
    await letTimePass([...phones.values()])
  }
}, 280_000)

async function understand(firstName: string): Promise<void> {
  const phone = phoneOf(firstName)
  if (firstName !== keyboardOnly) return press(phone, 'J’ai compris')
  await reach(phone, phone.getByRole('button', { name: 'J’ai compris' }))
}

async function oneTheme(firstName: string, theme: DeckTheme, position: number): Promise<void> {
  if (firstName === 'Denise') {
    if (position < 4) await sweepTheme(phoneOf('Denise'), theme, deniseTicks(script, position))
    return
  }
  if (firstName === late && position < 4) return
  if (firstName === keyboardOnly)
    return sweepByKeyboard(phoneOf(keyboardOnly), theme, script.ticksFor(keyboardOnly))
  if (firstName === reader && position === 2) {
    await phoneOf(reader).locator(`[data-part="${theme.theme.code}"]`).waitFor({ state: 'visible' })
    await expectAccessible(phoneOf(reader))
  }
  await sweepTheme(phoneOf(firstName), theme, script.ticksFor(firstName))
}

async function deniseLeaves(): Promise<void> {
  const total = async (): Promise<number> =>
    inTheSector(async (tx) => {
      const rows = await tx.selectFrom('choices').select(['offers', 'wishes']).execute()
      return rows.reduce((sum, row) => sum + Number(row.offers) + Number(row.wishes), 0)
    })
  const denise = phoneOf('Denise')
  await host.waitForTimeout(1500) // the ticks of everyone have left their phones
  const before = await total()
  await denise.goto('/a-table/partir')
  await post(denise, 'Ne rien garder de moi')
  await denise.getByText('Rien n’est gardé.').waitFor()
  expect(await total()).toBe(before - 5)
  phones.delete('Denise')
  await expect.poll(() => host.locator('body').innerText()).toMatch(/11 autour|sur 8/)
}

async function welcomeTheo(): Promise<void> {
  const theo = await newPhone(late)
  await host.goto('/pupitre/porte')
  await comeIn(theo, await wordOnScreen(host))
  await giveName(theo, late, 'Entrée D')
  await welcome(host, theo)
  await host.goto('/pupitre')
  expect(await theo.locator('body').innerText()).toContain('Bienvenue')
  await press(theo, 'J’ai compris')
}

test('la relecture : Théo reprend ses quatre thèmes, chacun enlève puis remet un choix, et dit comment le joindre', async () => {
  const theo = phoneOf(late)
  for (const theme of script.themes.slice(0, 4)) {
    await theo.goto(`/a-table/theme/${theme.theme.code}`)
    await sweepTheme(theo, theme, script.ticksFor(late))
  }
  await theo.waitForTimeout(1000)
  await theo.goto('/a-table')
  await removeAndAddBack(phoneOf('Lucas'), script, 'Lucas')
  for (const { firstName, reach, age } of newcomers) {
    const phone = phoneOf(firstName)
    await phone.goto('/a-table')
    if (firstName === reader) await readSecondCup(phone)
    if (firstName === keyboardOnly)
      await finishCardByKeyboard(phone, { way: reach.way, phone: reach.phone ?? '' }, 'J’ai 18 ans ou plus')
    else await finishCard(phone, reach, age)
  }
}, 120_000)

test('se reconnaître : chacun a deux témoins de deux foyers ; les faux témoins sont refusés avec des mots', async () => {
  await press(host, 'Se reconnaître')
  await liveTogether(host, 'Karine', 'Mehdi')
  await confirmOnConsole(host, { witness: 'Nadia', code: '0000' }, ['Lucas'])
  expect(await host.locator('body').innerText()).toMatch(/quatre chiffres|code/i)
  await confirmOnConsole(host, { witness: 'Nadia', code: '4821' }, [
    'Lucas',
    'Sylvie',
    'Mehdi',
    'Karine',
    'Odette',
    'Fatou',
  ])
  await phoneOf('Paul').goto('/a-table/confirmer')
  await expectAccessible(phoneOf('Paul'))
  await expectAccessible(host)
  await confirmOnPhone(phoneOf('Paul'), ['Jules', 'Anne', 'Théo', 'Lucas', 'Sylvie', 'Mehdi'])
  await confirmOnPhone(phoneOf('Aïcha'), ['Karine', 'Odette', 'Fatou', 'Jules', 'Anne'])
  await host.goto('/pupitre')
  await expect.poll(() => host.locator('body').innerText()).toMatch(/Il manque un voisin[\s\S]*Théo/)
  await confirmOnPhone(phoneOf('Aïcha'), ['Théo'])
  await expect.poll(() => host.locator('body').innerText()).toContain('Chacun a ses deux voisins')
})

test('la récolte : 110 offres et 73 envies, comptées dans le catalogue, sans un nom', async () => {
  const totals = names.reduce(
    (sum, name) => ({
      offers: sum.offers + script.ticksFor(name).offers.size,
      wishes: sum.wishes + script.ticksFor(name).wishes.size,
    }),
    { offers: 0, wishes: 0 },
  )
  await host.goto('/pupitre')
  await press(host, 'La récolte')
  const harvest = async (): Promise<string> => (await host.locator('main').innerText()).replace(/\s+/g, ' ')
  await expect.poll(harvest).toContain(`${totals.offers} offres`)
  expect(await harvest()).toContain(`${totals.wishes} envies`)
  for (const name of names) expect(await harvest()).not.toContain(name)
  await expectAccessible(host)
  const lucas = phoneOf('Lucas')
  await expect
    .poll(async () => (await lucas.locator('body').innerText()).replace(/\s+/g, ' '))
    .toContain('offres')
  await expectNoName(
    lucas,
    names.filter((name) => name !== 'Lucas'),
  )
})

test('Nadia ferme : neuf voisins inscrits, la carte de chacun est faite, le pupitre est vide', async () => {
  await host.goto('/pupitre/fermer')
  await post(host, 'Fermer la table')
  await host.getByText(/9 voisins inscrits/).waitFor()
  const registered = await inTheSector((tx) => tx.selectFrom('residents').select('person_id').execute())
  expect(registered).toHaveLength(12 + 9)
  const anne = phoneOf('Anne')
  await expect.poll(() => anne.locator('body').innerText()).toContain('C’est fait')
  expect(await anne.locator('body').innerText()).toMatch(/Aïcha et Paul|Paul et Aïcha/)
  await expectAccessible(phoneOf(reader))
  const after = await host.request.get('/pupitre')
  expect(after.status()).toBe(404)
})

test('ensuite : les offres du quartier, pour ses habitants seulement, et jamais une envie', async () => {
  const { page, context } = await site.device()
  const closed = await page.goto(`/secteurs/${site.world.slug}/offres`)
  expect(closed?.status()).toBe(404)
  await site.signIn(context, 'Paul')
  const shown: string[] = []
  for (const { theme } of script.themes) {
    await page.goto(`/secteurs/${site.world.slug}/offres?theme=${theme.code}`)
    shown.push((await page.locator('main').innerText()).replace(/\s+/g, ' '))
  }
  const all = shown.join('\n')
  const [offered] = script.ticksFor('Lucas').offers
  expect(all).toContain(script.catalogue.ideas.find((idea) => idea.code === offered)?.phrase)
  expect(all).toContain('Lucas')
  // What is only wished, and offered by nobody, is nowhere.
  const offers = await inTheSector((tx) =>
    tx.selectFrom('choices').select('idea').where('offers', '=', true).execute(),
  )
  const offeredIdeas = new Set(offers.map((row) => row.idea))
  const wished = names.flatMap((name) => [...script.ticksFor(name).wishes])
  const onlyWished = script.catalogue.ideas.filter(
    (idea) => wished.includes(idea.code) && !offeredIdeas.has(idea.code),
  )
  expect(onlyWished.length).toBeGreaterThan(0)
  expect(onlyWished.filter((idea) => all.includes(idea.phrase))).toEqual([])
  await page.setViewportSize({ width: 320, height: 900 })
  await expectAccessible(page)
  await context.close()
})
