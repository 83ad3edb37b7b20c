import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { publishStarterCharter } from '#domain/charter/charter.acts.server.ts'
import { publishStarterCatalogue } from '#domain/ideas/ideas.acts.server.ts'
import { enter, person, plantLeCerisier, type World } from '#seeds/le-cerisier.ts'
import { freshDatabase } from '../../../../tests/fresh-database.ts'
import { openSite, type Browser, type Site } from '../../../../tests/site.ts'

let world: World
let site: Site
let paul: Browser

beforeAll(async () => {
  await freshDatabase()
  await publishStarterCatalogue()
  await publishStarterCharter()
  world = await plantLeCerisier()
  site = await openSite()
}, 60_000)
afterAll(() => site.close())
beforeEach(async () => void (paul = await as('Paul')))

const mine = '/secteurs/le-cerisier/mes-choix'
async function as(firstName: string): Promise<Browser> {
  const browser = site.browser()
  browser.cookies.set('__Host-coopere', await enter(person(world.people, firstName)))
  return browser
}
/** The value a field shows, as a browser would send it back. */
const shownIn = (body: string, name: string): string =>
  (new RegExp(`name="${name}" value="([^"]*)"`).exec(body) ??
    new RegExp(`<textarea[^>]*name="${name}"[^>]*>([^<]*)`).exec(body))?.[1] ?? '∅'
const sees = async (words: string): Promise<boolean> =>
  (await (await as('Rosa')).get('/secteurs/le-cerisier/offres')).body.includes(words)

test('la page dit ce qu’on propose et ce qu’on aimerait, avec les questions des idées et les conseils', async () => {
  const { body, statusCode } = await paul.get(mine)
  expect(statusCode).toBe(200)
  expect(/14 choses que vous proposez/.test(body) && /4 choses que vous aimeriez/.test(body)).toBe(true)
  expect(shownIn(body, 'detail:bricolage-perceuse')).toBe('Perceuse à percussion, avec les forets')
  expect(/Quel matériel.\? \(si vous voulez\)/.test(body)).toBe(true)
})

test('une précision refusée revient avec sa phrase, et ce qui était écrit ailleurs n’est pas perdu', async () => {
  const answer = await paul.post(mine, {
    'detail:bricolage-perceuse': 'à 12 € la journée',
    'avant:bricolage-perceuse': 'Perceuse à percussion, avec les forets',
    'detail:bricolage-outils-main': 'Marteau & <clé> de 12',
    'avant:bricolage-outils-main': '',
    idee: 'une chorale "du jeudi"',
    faire: 'garder',
  })
  expect(answer.statusCode).toBe(422)
  expect(answer.body.includes('Ici, rien ne se paie')).toBe(true)
  expect(shownIn(answer.body, 'detail:bricolage-perceuse')).toBe('à 12 € la journée')
  expect(shownIn(answer.body, 'detail:bricolage-outils-main')).toBe('Marteau &amp; &lt;clé> de 12')
  expect(shownIn(answer.body, 'idee')).toBe('une chorale &quot;du jeudi&quot;')
  expect(shownIn((await paul.get(mine)).body, 'detail:bricolage-outils-main')).toBe('')
})

test('deux appareils : le plus ancien apprend ce qui est gardé, et choisit', async () => {
  const sent = (text: string, before: string) =>
    paul.post(mine, {
      'detail:bricolage-escabeau': text,
      'avant:bricolage-escabeau': before,
      faire: 'garder',
    })
  expect((await sent('Trois mètres', '2 mètres')).statusCode).toBe(303)
  const late = await sent('Deux mètres cinquante', '2 mètres')
  expect(late.statusCode).toBe(409)
  expect(late.body.includes('Trois mètres') && late.body.includes('Deux mètres cinquante')).toBe(true)
  expect(await sees('Trois mètres')).toBe(true)
  expect(shownIn(late.body, 'avant:bricolage-escabeau')).toBe('Trois mètres')
  expect((await sent('Deux mètres cinquante', 'Trois mètres')).statusCode).toBe(303)
  expect(await sees('Deux mètres cinquante')).toBe(true)
})

test('mettre en pause, reprendre, enlever : à chaque fois les voisins ne voient que ce qui se propose', async () => {
  const press = async (faire: string) => (await paul.post(mine, { faire })).headers.location
  expect(await press('pause:jardin-taille')).toBe(`${mine}#choix-jardin-taille`)
  expect((await sees('la taille d’un arbuste')) || (await sees('une initiation à la taille'))).toBe(false)
  await press('reprendre:jardin-taille')
  expect(await sees('une initiation à la taille')).toBe(true)
  expect(await press('enlever-offre:jardin-taille')).toBe(`${mine}#propose`)
  expect(await sees('une initiation à la taille')).toBe(false)
})

test('toutes les idées du catalogue s’ajoutent, thème par thème, sans script', async () => {
  const { body } = await paul.get(`${mine}/ajouter`)
  const themes = [...body.matchAll(/ajouter\?theme=([a-z]+)"/g)].map(([, code = '']) => code)
  expect(themes).toHaveLength(11)
  const pages = await Promise.all(
    themes.map(async (theme) => (await paul.get(`${mine}/ajouter?theme=${theme}`)).body),
  )
  expect(pages.join('').match(/data-idea=/g)).toHaveLength(187)
  const jardin = pages[themes.indexOf('jardin')] ?? ''
  const press = { tick: 'jardin-compost:offer', shown: shownIn(jardin, 'shown') }
  const added = await paul.post(`${mine}/ajouter?theme=jardin`, press)
  expect(added.headers.location).toBe(`${mine}/ajouter?theme=jardin#idee-jardin-compost`)
  await paul.post(`${mine}/ajouter?theme=jardin`, press) // pressed twice on the same page
  expect((await paul.get(mine)).body.includes('id="choix-jardin-compost"')).toBe(true)
})

test('ce qui n’est pas de nos boutons ne change rien', async () => {
  const before = (await paul.get(mine)).body
  for (const fields of [{ faire: 'tout-effacer' }, { faire: 'pause:../x' }, { faire: '' }])
    expect((await paul.post(mine, fields as Record<string, string>)).statusCode).toBe(400)
  for (const tick of ['', 'jardin-compost', 'inconnue:offer'])
    expect([400, 422]).toContain(
      (await paul.post(`${mine}/ajouter?theme=jardin`, { tick, shown: '' })).statusCode,
    )
  expect((await paul.post(`${mine}/ajouter?theme=nul`, { tick: 'jardin-compost:offer' })).statusCode).toBe(
    404,
  )
  expect((await paul.get(mine)).body === before).toBe(true)
})

test('un passant et la tablette de l’hôte n’y entrent pas', async () => {
  for (const url of [mine, `${mine}/ajouter`]) {
    expect((await site.browser().get(url)).statusCode).toBe(404)
    expect((await site.browser().post(url, { faire: 'garder' })).statusCode).toBe(404)
  }
})
