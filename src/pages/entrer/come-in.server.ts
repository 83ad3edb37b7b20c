import type { FastifyReply } from 'fastify'
import type { Entered } from '#domain/access/sign-in.acts.server.ts'
import type { Place } from '#domain/access/sign-in.ts'
import type { Viewer } from '#domain/access/viewer.ts'
import { keepSession } from '#platform/cookies.server.ts'
import { goTo } from '#platform/web.server.ts'
import { homeOf } from './home.server.ts'
import { keepingNext } from './next.server.ts'

/** Gives the browser its session, then leads home, where it was going, or to « Qui êtes-vous ? ». */
export async function comeIn(reply: FastifyReply, { session, place }: Entered, next: string | null) {
  keepSession(reply, session.token, session.until)
  if (place === null) return goTo(reply, keepingNext('/entrer/qui', next))
  return goTo(reply, next ?? (await homeOf(viewerAt(place))) ?? '/')
}

const viewerAt = (place: Place): Viewer =>
  place.kind === 'resident'
    ? { kind: 'resident', sectorId: place.sectorId, personId: place.personId, seat: null }
    : { kind: 'companion', companionId: place.companionId, personId: null }
