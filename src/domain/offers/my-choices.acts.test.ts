import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { ResidentViewer } from '#domain/access/viewer.ts'
import { publishStarterCatalogue } from '#domain/ideas/ideas.acts.server.ts'
import { withSector, type Tx } from '#platform/db.server.ts'
import { freshDatabase } from '../../../tests/fresh-database.ts'
import { plantNeighbourhood, plantVersions, type Neighbourhood } from '../../../tests/database/rls-world.ts'
import { choicesOf, ownIdeas } from './choice.store.server.ts'
import { offersOf } from './directory.views.server.ts'
import { changeMyChoices, chooseIdea } from './my-choices.acts.server.ts'
import { mostOwnIdeas, type Change } from './my-choices.ts'

let place: Neighbourhood
let paul: ResidentViewer

beforeAll(async () => {
  await freshDatabase()
  await plantVersions()
  await publishStarterCatalogue()
})
beforeEach(async () => {
  place = await plantNeighbourhood(`T${crypto.randomUUID().slice(0, 8)}`)
  paul = { kind: 'resident', sectorId: place.sectorId, personId: place.founders[1].id, seat: null }
})

const here = <T>(fn: (tx: Tx) => Promise<T>) => withSector(paul, place.sectorId, fn)
const mine = () => here((tx) => choicesOf(tx, place.sectorId, paul.personId))
const resting = async () => (await mine()).map(({ detail, pausedAt }) => [detail, pausedAt !== null])
const shown = async () =>
  (await here((tx) => offersOf(tx, place.sectorId)))
    .filter(({ idea }) => idea === drill)
    .map(({ detail }) => detail)
const version = () =>
  here(async (tx) =>
    Number(
      (await tx.selectFrom('sectors').select('directory_version').executeTakeFirstOrThrow())
        .directory_version,
    ),
  )
const lines = () =>
  here((tx) =>
    tx
      .selectFrom('journal')
      .select(['actor_id', 'subject_id'])
      .where('act', '=', 'choices-changed')
      .execute(),
  )

const drill = 'bricolage-perceuse'
const propose = () => chooseIdea(paul, { idea: drill, hand: 'offers', on: true })
const change = (more: Partial<Change>) =>
  changeMyChoices(paul, { details: [], ownIdea: null, press: { kind: 'keep' }, ...more })
const say = (before: string | null, after: string | null) =>
  change({ details: [{ idea: drill, before, after }] })

test('proposer une idée la montre aux voisins, en une ligne de journal et une nouvelle version', async () => {
  const before = await version()
  expect(await propose()).toEqual({ ok: true, value: true })
  expect(await shown()).toEqual([null])
  expect(await version()).toBe(before + 1)
  expect(await lines()).toEqual([{ actor_id: paul.personId, subject_id: null }])
})

test('proposer deux fois la même idée ne change rien de plus', async () => {
  await propose()
  const before = await version()
  expect(await propose()).toEqual({ ok: true, value: false })
  expect(await version()).toBe(before)
  expect(await lines()).toHaveLength(1)
})

test('une envie ne se voit jamais chez les voisins', async () => {
  await chooseIdea(paul, { idea: drill, hand: 'wishes', on: true })
  expect(await shown()).toEqual([])
  expect((await mine()).map(({ idea, offers, wishes }) => [idea, offers, wishes])).toEqual([
    [drill, false, true],
  ])
})

test('une offre en pause disparaît, puis revient avec sa précision', async () => {
  await propose()
  await say(null, 'Avec les forets')
  await change({ press: { kind: 'pause', idea: drill } })
  expect(await shown()).toEqual([])
  await change({ press: { kind: 'resume', idea: drill } })
  expect(await shown()).toEqual(['Avec les forets'])
})

test('une offre enlevée part avec sa précision et sa pause, l’envie reste', async () => {
  await propose()
  await chooseIdea(paul, { idea: drill, hand: 'wishes', on: true })
  await say(null, 'Avec les forets')
  await change({ press: { kind: 'pause', idea: drill } })
  await change({ press: { kind: 'drop', idea: drill, hand: 'offers' } })
  expect(await mine()).toMatchObject([{ offers: false, wishes: true, detail: null, pausedAt: null }])
  await propose()
  expect(await shown()).toEqual([null])
})

test('un seul envoi garde les précisions, l’idée à soi et le bouton, ou rien du tout', async () => {
  await propose()
  await change({
    details: [{ idea: drill, before: null, after: 'Avec les forets' }],
    ownIdea: 'une chorale',
    press: { kind: 'pause', idea: drill },
  })
  expect(await resting()).toEqual([['Avec les forets', true]])
  const refusedWhole = await change({
    details: [{ idea: drill, before: 'autre chose', after: 'Sans les forets' }],
    ownIdea: 'une fanfare',
    press: { kind: 'resume', idea: drill },
  })
  expect(refusedWhole).toMatchObject({ ok: false, reason: 'changed-since' })
  expect(await resting()).toEqual([['Avec les forets', true]])
  expect((await here((tx) => ownIdeas(tx, place.sectorId, paul.personId))).map(({ text }) => text)).toEqual([
    'une chorale',
  ])
})

test('de plusieurs appareils qui écrivent en même temps, un seul est gardé et les autres en sont avertis', async () => {
  await propose()
  for (let round = 0; round < 8; round++) {
    const before = (await mine())[0]?.detail ?? null
    const texts = ['Du matin', 'Du midi', 'Du soir', 'De nuit'].map((text) => `${text} ${round}`)
    const answers = await Promise.all(texts.map((text) => say(before, text)))
    const kept = (await mine())[0]?.detail
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(texts[answers.findIndex(({ ok }) => ok)]).toBe(kept)
    for (const answer of answers)
      if (!answer.ok)
        expect(answer).toMatchObject({ reason: 'changed-since', clashes: [{ idea: drill, kept }] })
  }
})

test('des touches en même temps sur plusieurs idées se gardent toutes', async () => {
  const ideas = [drill, 'bricolage-escabeau', 'jardin-outils', 'cuisine-soupe']
  await Promise.all(ideas.map((idea) => chooseIdea(paul, { idea, hand: 'offers', on: true })))
  expect(
    (await mine())
      .filter(({ offers }) => offers)
      .map(({ idea }) => idea)
      .sort(),
  ).toEqual([...ideas].sort())
})

test('mettre en pause ce qu’on ne propose pas, ou enlever ce qu’on n’a pas, ne fait rien', async () => {
  for (const press of [
    { kind: 'pause', idea: drill },
    { kind: 'drop', idea: drill, hand: 'offers' },
  ] as const)
    expect(await change({ press })).toEqual({ ok: true, value: false })
  expect(await mine()).toEqual([])
})

test('une idée que le catalogue ne connaît pas ne s’ajoute pas', async () => {
  expect(await chooseIdea(paul, { idea: 'sante-massage', hand: 'offers', on: true })).toEqual({
    ok: false,
    reason: 'no-such-idea',
  })
})

test('on n’enlève que ses propres idées, et on en garde vingt au plus', async () => {
  for (let i = 0; i < mostOwnIdeas; i++) await change({ ownIdea: `idée ${i}` })
  expect(await change({ ownIdea: 'une de trop' })).toEqual({ ok: false, reason: 'too-many-ideas' })
  const theirs = await here((tx) => ownIdeas(tx, place.sectorId, place.founders[0].id))
  await change({ press: { kind: 'take-back', id: theirs[0]?.id ?? '' } })
  expect(await here((tx) => ownIdeas(tx, place.sectorId, place.founders[0].id))).toEqual(theirs)
})

test('qui n’est pas encore inscrit, est parti, ou vient d’ailleurs ne change rien', async () => {
  const newcomer: ResidentViewer = { ...paul, personId: place.newcomer.id }
  expect(await chooseIdea(newcomer, { idea: drill, hand: 'offers', on: true })).toEqual({
    ok: false,
    reason: 'not-registered',
  })
  const other = await plantNeighbourhood(`U${crypto.randomUUID().slice(0, 8)}`)
  const stranger: ResidentViewer = { ...paul, personId: other.founders[0].id }
  expect(await chooseIdea(stranger, { idea: drill, hand: 'offers', on: true })).toEqual({
    ok: false,
    reason: 'not-registered',
  })
  await here((tx) =>
    tx.updateTable('residents').set({ left_at: new Date() }).where('person_id', '=', paul.personId).execute(),
  )
  expect(await propose()).toEqual({ ok: false, reason: 'not-registered' })
  expect(await lines()).toEqual([])
})
