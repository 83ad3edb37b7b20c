import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BrowserContext, Page } from 'playwright-core'
import { installationLink } from '#domain/association/installation.acts.server.ts'
import {
  comeIn,
  confirmOnPhone,
  finishCard,
  giveName,
  post,
  press,
  welcome,
  wordOnScreen,
} from './at-table.ts'
import { openPostOffice, type PostOffice } from './post-office.ts'
import { expectAccessible } from './reading.ts'
import { openSite, type Site } from './site.ts'

// From an empty machine to a living sector: the association, its first companion, the founding table, a host, and
// the next table announced. Nobody is planted: every person here came through a screen.

let site: Site
let office: PostOffice
let claire: Page
let clairesDevice: BrowserContext
const founders = [
  { firstName: 'Ines', entrance: 'Hall 1', email: 'ines@exemple.fr' },
  { firstName: 'Youssef', entrance: 'Hall 2', email: 'youssef@exemple.fr' },
  { firstName: 'Lucette', entrance: 'Hall 3', email: 'lucette@exemple.fr' },
]
const phones: Page[] = []
let slug = ''

beforeAll(async () => {
  site = await openSite({ plant: false })
  office = await openPostOffice(site.url)
  const device = await site.device({ viewport: { width: 1024, height: 768 } })
  claire = device.page
  clairesDevice = device.context
}, 120_000)
afterAll(async () => {
  await office.close()
  await site.close()
})

const day = (offset: number): string =>
  new Date(Date.now() + offset * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Europe/Paris' })
const hourNow = (): string =>
  new Date().toLocaleTimeString('fr-FR', { timeZone: 'Europe/Paris', hour: '2-digit', minute: '2-digit' })

test('le lien d’installation sert une fois ; une adresse fausse est dite, et rien n’est à retaper', async () => {
  const link = (await installationLink()) ?? ''
  await claire.goto(link)
  expect(claire.url()).not.toContain('cle=')
  await expectAccessible(claire)
  await claire.getByLabel('Le nom de votre association').fill('Coop-Ère des Tilleuls')
  await claire.getByLabel('Votre prénom').fill('Claire')
  await claire.getByLabel('Votre adresse e-mail').fill('claire@')
  await press(claire, 'Commencer pour de vrai')
  expect(await claire.getByLabel('Le nom de votre association').inputValue()).toBe('Coop-Ère des Tilleuls')
  await claire.getByLabel('Votre adresse e-mail').fill('claire@exemple.fr')
  await press(claire, 'Commencer pour de vrai')
  await claire.waitForURL('**/accompagnement**')
  const other = await site.device()
  await other.page.goto(link)
  expect(await other.page.getByLabel('Le nom de votre association').count()).toBe(0)
})

test('Claire ouvre un secteur : une ligne mal écrite est nommée, trop peu de logements demande une raison', async () => {
  await claire.goto('/accompagnement/ouvrir')
  await claire.getByLabel('Le nom du secteur').fill('Les Tilleuls')
  await claire.getByLabel('La commune').fill('Massy')
  await claire.getByLabel(/Les entrées/).fill('Hall 1 ; 40\nHall 2 ; beaucoup\nHall 3 ; 20')
  await press(claire, /Vérifier/)
  expect(await claire.locator('main').innerText()).toMatch(/ligne 2/i)
  await claire.getByLabel(/Les entrées/).fill('Hall 1 ; 40\nHall 2\t40\nHall 3 : 20 logements')
  await press(claire, /Vérifier/)
  expect(await claire.locator('main').innerText()).toContain('100')
  await press(claire, 'Ouvrir le secteur')
  await claire.waitForURL(/accompagnement\/.+/)
  slug = new URL(claire.url()).pathname.split('/').pop() ?? ''
  expect(slug).toBe('les-tilleuls')
  await expectAccessible(claire)
})

test('la table fondatrice : trois voisins de trois halls se reconnaissent, et sont inscrits', async () => {
  await press(claire, 'Préparer la table fondatrice')
  await claire.getByLabel('Quel jour ?').fill(day(0))
  await claire.getByLabel('À quelle heure ?').fill(hourNow())
  await claire.getByLabel('Où ?').fill('Le préau')
  await claire.getByLabel(/pleut/).fill('Hall 1')
  await post(claire, 'Garder cette date')
  await claire.goto(`/accompagnement/secteurs/${slug}`)
  await claire.locator('a[href*="/tables/"]').first().click()
  await press(claire, 'Ouvrir la table')
  await claire.waitForURL('**/pupitre')
  for (const { firstName, entrance } of founders) {
    const { page } = await site.device()
    phones.push(page)
    await comeIn(page, await wordOnScreen(claire))
    await giveName(page, firstName, entrance)
    await welcome(claire, page)
  }
  await press(claire, 'La règle du jeu')
  for (const phone of phones) await press(phone, 'J’ai compris')
  await post(claire, /Premier thème/)
  const ines = phones[0] as Page
  await ines.locator('.cible').first().click()
  await ines.waitForResponse((answer) => answer.url().endsWith('/a-table/coches'))
  for (let theme = 0; theme < 11; theme++) await post(claire, /Thème suivant|Souffler et relire/)
  for (const [position, { email }] of founders.entries()) {
    const phone = phones[position] as Page
    await phone.goto('/a-table')
    await finishCard(phone, { way: 'E-mail', email })
  }
  await post(claire, 'Se reconnaître')
  for (const [position, { firstName }] of founders.entries())
    await confirmOnPhone(
      phones[position] as Page,
      founders.map((one) => one.firstName).filter((name) => name !== firstName),
    )
  await claire.goto('/pupitre')
  await post(claire, 'La récolte')
  await claire.goto('/pupitre/fermer')
  await press(claire, 'Fermer la table')
  await claire.getByText(/3 voisins inscrits/).waitFor()
}, 120_000)

test('Claire entre à nouveau par un code reçu par courriel, et confie un mandat à Ines', async () => {
  await clairesDevice.clearCookies()
  await enterByMail(claire, 'claire@exemple.fr')
  await claire.waitForURL('**/accompagnement**')
  await claire.goto(`/accompagnement/secteurs/${slug}`)
  const options = await claire.getByLabel('À quel voisin inscrit ?').locator('option').allInnerTexts()
  await claire
    .getByLabel('À quel voisin inscrit ?')
    .selectOption({ label: options.find((option) => option.startsWith('Ines')) ?? '' })
  await claire.getByLabel('Jusqu’à quel jour ?').fill(day(300))
  await post(claire, /mandat/i)
  await expect.poll(() => claire.locator('main').innerText()).toMatch(/Ines/)
})

test('Ines entre, prépare la table suivante ; Claire dit oui ; la date paraît sur la page d’accueil', async () => {
  const ines = (await site.device()).page
  await enterByMail(ines, 'ines@exemple.fr')
  await ines.goto(`/secteurs/${slug}/mes-choix`)
  expect(await ines.locator('main').innerText()).toContain('le dépannage d’un œuf')
  await ines.goto(`/secteurs/${slug}/offres`)
  expect(await ines.locator('main').innerText()).toContain('Ines')
  await ines.goto(`/secteurs/${slug}/tables/preparer`)
  await ines.locator('input[type=date]').fill(day(7))
  await ines.locator('input[type=time]').fill('10:00')
  await ines.locator('input[name=lieu]').fill('Sous les tilleuls')
  await ines.locator('input[name=abri]').fill('Hall 2')
  await post(ines, 'Proposer cette table')
  await ines.waitForURL(/tables(\/[0-9a-f-]+)?$/)
  const visitor = (await site.device()).page
  await visitor.goto('/')
  expect(await visitor.locator('main').innerText()).not.toContain('Sous les tilleuls')
  await claire.goto(`/accompagnement/secteurs/${slug}`)
  await post(claire, /D’accord/)
  await visitor.goto('/')
  expect(await visitor.locator('main').innerText()).toContain('Sous les tilleuls')
  await expectAccessible(visitor)
})

async function enterByMail(page: Page, address: string): Promise<void> {
  await page.goto('/entrer')
  await page.locator('input[type=email]').fill(address)
  await post(page, 'Recevoir mon code')
  const letter = await office.letterTo(address)
  const code = /\b\d{3}\s?\d{3}\b/.exec(letter)?.[0] ?? ''
  await page.locator('input[name=code]').fill(code)
  await post(page, 'Entrer')
  expect(new URL(page.url()).pathname, await page.locator('main').innerText()).not.toMatch(/^\/entrer/)
}
