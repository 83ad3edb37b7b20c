import pg from 'pg'
import { beforeEach, describe, expect, it } from 'vitest'
import { isInstaller, viewerOf } from '#domain/access/session.views.server.ts'
import { publishStarterCharter } from '#domain/charter/charter.acts.server.ts'
import { publishStarterCatalogue } from '#domain/ideas/ideas.acts.server.ts'
import { openSector } from '#domain/sectors/sectors.acts.server.ts'
import { clock } from '#platform/clock.ts'
import { outsideSectors, ownerConnection, withSector } from '#platform/db.server.ts'
import { newId } from '#platform/ids.server.ts'
import { tablesOfTheSchema } from '#platform/migrate.server.ts'
import { freshDatabase } from '../../../tests/fresh-database.ts'
import {
  demonstrationCompanions,
  demonstrationNeighbours,
  demonstrationSector,
  houseNow,
} from './association.views.server.ts'
import { removeDemonstration, takeThePlaceOf } from './demonstration.acts.server.ts'
import {
  demonstrationLink,
  followInstallationLink,
  installationLink,
  installDemonstration,
  installForReal,
  replaceDemonstration,
} from './installation.acts.server.ts'

const start = {
  associationName: 'Les voisins du Four',
  companionName: 'Zoé',
  companionEmail: 'zoe@exemple.fr',
}
const rueDuFour = {
  name: 'Rue du Four',
  commune: 'Massy',
  sizeReason: null,
  entrances: [{ name: 'Rue du Four', dwellings: 120 }],
}
const keyIn = (link: string | null): string => link?.split('cle=')[1] ?? ''
const house = () => outsideSectors(houseNow)

async function installerKey(): Promise<string> {
  const followed = await followInstallationLink(keyIn(await installationLink()))
  if (!followed.ok) throw new Error(followed.reason)
  return followed.value.token
}

async function filledTables(): Promise<string[]> {
  const owner = new pg.Client(ownerConnection())
  await owner.connect()
  const filled: string[] = []
  for (const { name } of tablesOfTheSchema())
    if ((await owner.query(`SELECT FROM ${name} LIMIT 1`)).rowCount !== 0) filled.push(name)
  await owner.end()
  return filled
}

beforeEach(async () => {
  await freshDatabase()
  await publishStarterCharter()
  await publishStarterCatalogue()
})

describe('le lien d’installation', () => {
  it('s’échange une seule fois contre une session, et son texte n’est gardé nulle part', async () => {
    const link = keyIn(await installationLink())
    const kept = await outsideSectors((tx) => tx.selectFrom('installation_links').selectAll().execute())
    expect(kept).toHaveLength(1)
    expect(JSON.stringify(kept)).not.toContain(link)
    const followed = await Promise.all([followInstallationLink(link), followInstallationLink(link)])
    expect(followed.map((one) => (one.ok ? 'ok' : one.reason)).sort()).toEqual(['ok', 'used-link'])
  })

  it('remplace le précédent', async () => {
    const first = keyIn(await installationLink())
    const second = keyIn(await installationLink())
    expect(await followInstallationLink(first)).toMatchObject({ reason: 'unknown-link' })
    expect((await followInstallationLink(second)).ok).toBe(true)
  })

  it('passe avec le jour', async () => {
    const yesterday = new Date(clock.now().getTime() - 24 * 3_600_000)
    const link = keyIn(await clock.at(yesterday, installationLink))
    expect(await followInstallationLink(link)).toMatchObject({ reason: 'old-link' })
  })
})

describe('commencer pour de vrai', () => {
  it('pose l’association et son premier accompagnateur, pour un an, déjà chez lui', async () => {
    const key = await installerKey()
    const installed = await installForReal(key, start)
    if (!installed.ok) throw new Error(installed.reason)
    expect(await house()).toEqual({ name: 'Les voisins du Four', demonstration: false, sectors: 0 })
    const viewer = await viewerOf(installed.value.token)
    if (viewer.kind !== 'companion') throw new Error(viewer.kind)
    const [companion] = await outsideSectors((tx) => tx.selectFrom('companions').selectAll().execute())
    expect(companion).toMatchObject({ id: viewer.companionId, name: 'Zoé' })
    expect((companion?.ends_at.getTime() ?? 0) - (companion?.starts_at.getTime() ?? 0)).toBeGreaterThan(
      364 * 86_400_000,
    )
    expect((await openSector(viewer, rueDuFour)).ok).toBe(true)
    expect(await installationLink()).toBeNull()
    expect(await demonstrationLink()).toBeNull()
    expect(await isInstaller(key)).toBe(false)
  })

  it('n’arrive qu’une fois, même à deux qui s’y mettent ensemble', async () => {
    const key = await installerKey()
    const both = await Promise.all([installForReal(key, start), installForReal(key, start)])
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    // The one who comes second finds the house installed, or, a moment later, their link already spent.
    expect(both.flatMap((one) => (one.ok ? [] : [one.reason]))).toEqual([
      expect.stringMatching(/^(already-installed|not-the-installer)$/),
    ])
  })

  it('demande d’avoir suivi le lien', async () => {
    expect(await installForReal('x'.repeat(43), start)).toMatchObject({ reason: 'not-the-installer' })
    expect(await installDemonstration('x'.repeat(43))).toMatchObject({ reason: 'not-the-installer' })
    expect(await house()).toBeNull()
  })
})

describe('la démonstration', () => {
  let key: string
  beforeEach(async () => {
    key = await installerKey()
    const planted = await installDemonstration(key)
    if (!planted.ok) throw new Error(planted.reason)
  })

  const neighbours = async () => {
    const sector = await outsideSectors(demonstrationSector)
    if (sector === null) throw new Error('no sector')
    const { sectorId } = sector
    return withSector({ personId: null }, sectorId, (tx) =>
      demonstrationNeighbours(tx, sectorId, clock.now()),
    )
  }

  it('plante un quartier, une fois', async () => {
    expect(await house()).toMatchObject({ demonstration: true, sectors: 1 })
    expect((await neighbours()).length).toBeGreaterThan(8)
    expect(await installDemonstration(key)).toMatchObject({ reason: 'already-installed' })
    expect(await installForReal(key, start)).toMatchObject({ reason: 'already-installed' })
    expect(await installationLink()).toBeNull()
  })

  it('laisse prendre la place de chacun', async () => {
    for (const { personId, host } of await neighbours()) {
      const taken = await takeThePlaceOf({ kind: 'neighbour', id: personId }, null)
      if (!taken.ok) throw new Error(taken.reason)
      expect(taken.value.host).toBe(host)
      expect(await viewerOf(taken.value.session.token)).toMatchObject({ kind: 'resident', personId })
    }
    const [companion] = await outsideSectors((tx) => demonstrationCompanions(tx, clock.now()))
    const taken = await takeThePlaceOf({ kind: 'companion', id: companion?.companionId ?? '' }, null)
    expect(taken.ok && (await viewerOf(taken.value.session.token))).toMatchObject({ kind: 'companion' })
  })

  it('rend la place d’avant quand on en change', async () => {
    const [first, second] = await neighbours()
    const earlier = await takeThePlaceOf({ kind: 'neighbour', id: first?.personId ?? '' }, null)
    if (!earlier.ok) throw new Error(earlier.reason)
    await takeThePlaceOf({ kind: 'neighbour', id: second?.personId ?? '' }, earlier.value.session.token)
    expect(await viewerOf(earlier.value.session.token)).toMatchObject({ kind: 'visitor' })
  })

  it('ne donne la place de personne d’autre', async () => {
    expect(await takeThePlaceOf({ kind: 'neighbour', id: newId() }, null)).toMatchObject({
      reason: 'not-here',
    })
    expect(await takeThePlaceOf({ kind: 'companion', id: newId() }, null)).toMatchObject({
      reason: 'not-here',
    })
  })

  it('refuse qu’un vrai secteur s’ouvre à côté d’elle', async () => {
    const [companion] = await outsideSectors((tx) => demonstrationCompanions(tx, clock.now()))
    const opener = { companionId: companion?.companionId ?? '', personId: null }
    expect(await openSector(opener, rueDuFour)).toMatchObject({ reason: 'demonstration' })
  })

  it('s’en va en un clic, tout entière, et laisse la place à un nouveau départ', async () => {
    expect(await removeDemonstration(key)).toEqual({ ok: true, value: null })
    expect(await filledTables()).toEqual(['catalogue_versions', 'charter_versions'])
    expect(await removeDemonstration(key)).toMatchObject({ reason: 'not-the-installer' })
    expect((await installForReal(await installerKey(), start)).ok).toBe(true)
  })

  it('ne s’enlève que par qui l’a ouverte, ou par qui démarre le programme', async () => {
    expect(await removeDemonstration('x'.repeat(43))).toMatchObject({ reason: 'not-the-installer' })
    expect(await house()).toMatchObject({ demonstration: true })
    const followed = await followInstallationLink(keyIn(await demonstrationLink()))
    expect(followed.ok && (await removeDemonstration(followed.value.token))).toMatchObject({ ok: true })
  })

  it('s’en va pour toujours quand un vrai secteur s’ouvre', async () => {
    const [someone] = await neighbours()
    expect(await replaceDemonstration('x'.repeat(43), start, rueDuFour)).toMatchObject({
      reason: 'not-the-installer',
    })
    const tiny = { ...rueDuFour, entrances: [{ name: 'Rue du Four', dwellings: 3 }] }
    expect(await replaceDemonstration(key, start, tiny)).toMatchObject({ reason: 'too-few-dwellings' })
    expect(await house()).toMatchObject({ demonstration: true })
    const replaced = await replaceDemonstration(key, start, rueDuFour)
    if (!replaced.ok) throw new Error(replaced.reason)
    expect(await house()).toEqual({ name: 'Les voisins du Four', demonstration: false, sectors: 1 })
    expect(replaced.value.sector.slug).toBe('rue-du-four')
    expect(await viewerOf(replaced.value.session.token)).toMatchObject({ kind: 'companion' })
    expect(await filledTables()).not.toContain('people')
    expect(await takeThePlaceOf({ kind: 'neighbour', id: someone?.personId ?? '' }, null)).toMatchObject({
      reason: 'no-demonstration',
    })
    expect(await removeDemonstration(key)).toMatchObject({ reason: 'not-the-installer' })
  })
})
