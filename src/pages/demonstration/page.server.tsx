import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isInstaller } from '#domain/access/session.views.server.ts'
import { mayTakeAPlace } from '#domain/association/association.ts'
import {
  demonstrationCompanions,
  demonstrationNeighbours,
  demonstrationSector,
  houseNow,
  isDemonstration,
  lookAtTheHouse,
} from '#domain/association/association.views.server.ts'
import { placeRefusals, removalRefusals } from '#domain/association/association.words.ts'
import { parsePlace } from '#domain/association/place.form.ts'
import {
  removeDemonstration,
  takeThePlaceOf,
  type TakenPlace,
} from '#domain/association/demonstration.acts.server.ts'
import { installationLink } from '#domain/association/installation.acts.server.ts'
import { founders, secondTable } from '#seeds/neighbours.ts'
import { INSTALLER } from '#pages/installation/installer.server.ts'
import { clock } from '#platform/clock.ts'
import { dropSession, dropToken, keepSession, sessionToken, tokenIn } from '#platform/cookies.server.ts'
import { outsideSectors, withSector } from '#platform/db.server.ts'
import { useBanner } from '#platform/html.server.ts'
import { stuck } from '#platform/stuck.server.ts'
import { formBody, goTo, show } from '#platform/web.server.ts'
import { DemonstrationBanner } from './DemonstrationBanner.tsx'
import { DemonstrationView, RemovedView } from './view.tsx'

/** « /demonstration »: be any of the neighbours, or take everything away. Only while the demonstration is alone. */
export async function register(app: FastifyInstance): Promise<void> {
  await lookAtTheHouse()
  useBanner(() => (isDemonstration() ? <DemonstrationBanner /> : null))

  app.get('/demonstration', async (request, reply) => showPlaces(request, reply))

  app.post('/demonstration/place', async (request, reply) => {
    const place = parsePlace(formBody(request))
    const taken = place === null ? null : await takeThePlaceOf(place, sessionToken(request))
    if (taken === null) return showPlaces(request, reply, placeRefusals['not-here'])
    if (!taken.ok) return showPlaces(request, reply, placeRefusals[taken.reason])
    keepSession(reply, taken.value.session.token, taken.value.session.until)
    return goTo(reply, homeOf(taken.value))
  })

  app.post('/demonstration/enlever', async (request, reply) => {
    const removed = await removeDemonstration(tokenIn(request, INSTALLER) ?? '')
    if (!removed.ok) return showPlaces(request, reply, removalRefusals[removed.reason])
    dropToken(reply, INSTALLER)
    dropSession(reply)
    const link = await installationLink()
    if (link === null) throw new Error('an empty house gives a link')
    return show(reply, <RemovedView link={link} />)
  })
}

const homeOf = ({ kind, slug, host }: TakenPlace): string => {
  if (kind === 'companion') return '/accompagnement'
  return host ? `/secteurs/${slug}/tables` : `/secteurs/${slug}/offres`
}

// Who they are is told by the seed; what they may do, by their mandate.
const aboutNeighbours: ReadonlyMap<string, string> = new Map(
  [...founders, ...secondTable].map(({ firstName, about }) => [firstName, about]),
)

async function showPlaces(request: FastifyRequest, reply: FastifyReply, sentence?: string) {
  const now = clock.now()
  const { house, sector } = await outsideSectors(async (tx) => ({
    house: await houseNow(tx),
    sector: await demonstrationSector(tx),
  }))
  if (sector === null || !mayTakeAPlace(house).ok) throw stuck('not-here')
  const places = await withSector({ personId: null }, sector.sectorId, async (tx) => ({
    neighbours: await demonstrationNeighbours(tx, sector.sectorId, now),
    companions: await demonstrationCompanions(tx, now),
  }))
  const key = tokenIn(request, INSTALLER)
  const mayRemove = key !== null && (await isInstaller(key))
  const view = (
    <DemonstrationView
      {...places}
      about={aboutNeighbours}
      sector={sector.name}
      mayRemove={mayRemove}
      stuck={sentence}
    />
  )
  return show(reply, view, sentence === undefined ? 200 : 422)
}
