import { moveConsoleSession } from '#domain/access/console.acts.server.ts'
import type { OpenedSession } from '#domain/access/session.ts'
import type { CompanionViewer, ResidentViewer } from '#domain/access/viewer.ts'
import { record } from '#domain/journal/journal.acts.server.ts'
import { withSector } from '#platform/db.server.ts'
import { ok, refused, type Result } from '#platform/result.ts'
import { lockGathering } from './gathering.store.server.ts'
import { canResume, type ResumingRefusal } from './resuming.ts'
import { resumingPowers } from './resuming.views.server.ts'

/** « Reprendre le pupitre »: the console comes to this device, in place of `token`, the opener's own session there. */
export const resumeConsole = (
  opener: ResidentViewer | CompanionViewer,
  sectorId: string,
  gatheringId: string,
  token: string | null,
): Promise<Result<OpenedSession, ResumingRefusal>> =>
  withSector(opener, sectorId, async (tx) => {
    const gathering = await lockGathering(tx, sectorId, gatheringId)
    if (!gathering) return refused('not-found')
    const decision = canResume(gathering, await resumingPowers(tx, opener, gathering))
    if (!decision.ok) return decision
    const companionId = opener.kind === 'companion' ? opener.companionId : null
    const held = { sectorId, gatheringId, personId: opener.personId, companionId }
    const session = await moveConsoleSession(tx, held, token)
    await record(tx, {
      act: 'console-resumed',
      by: { kind: opener.kind, id: opener.personId ?? companionId },
      sectorId,
      gathering: gatheringId,
    })
    return ok(session)
  })
