import { clock } from '#platform/clock.ts'
import { requestPool } from '#platform/db.server.ts'
import { hashToken } from '#platform/ids.server.ts'
import { viewerFrom, type SessionRow } from './session.ts'
import { visitor, type Viewer } from './viewer.ts'

// Read at every request: one round trip, prepared once for each connection. A companion whose time is over is
// nobody from the next request on; a neighbour who leaves loses their sessions in the act itself.
const running = `
  SELECT kind, account_id, sector_id, person_id, companion_id, gathering_id, seat_id FROM sessions
  WHERE token_hash = $1 AND expires_at > $2
    AND (kind <> 'companion' OR EXISTS (
      SELECT FROM companions WHERE id = sessions.companion_id AND starts_at <= $2 AND ends_at > $2))`

/** Who holds this session now; anyone else is a visitor. */
export async function viewerOf(token: string): Promise<Viewer> {
  const row = await runningSession(token)
  return row === null ? visitor : viewerFrom(row)
}

/** The account of someone who has proved an address and must still say who they are. */
export async function choosingAccount(token: string): Promise<string | null> {
  const row = await runningSession(token)
  return row?.kind === 'choosing' ? row.account_id : null
}

/** Whether this browser followed the one-time installation link. */
export const isInstaller = async (token: string): Promise<boolean> =>
  (await runningSession(token))?.kind === 'installer'

async function runningSession(token: string): Promise<SessionRow | null> {
  const answer = await requestPool().query<SessionRow>({
    name: 'running-session',
    text: running,
    values: [hashToken(token), clock.now()],
  })
  return answer.rows[0] ?? null
}
