import { readFileSync } from 'node:fs'
import type pg from 'pg'
import type { Server } from './server.ts'
import { visitor, type Visitor } from './visitor.ts'

/** The demonstration's neighbourhood, as its own site plants it through real acts, and its neighbours by first name. */
export type World = {
  readonly sectorId: string
  readonly slug: string
  /** A browser in which this neighbour has entered. */
  readonly enterAs: (firstName: string) => Promise<Visitor>
}

/** Goes through the installation link, as a person would: « Essayer avec un quartier de démonstration ». */
export async function plantWorld(server: Server): Promise<World> {
  const installer = visitor(server.url)
  const link = new URL(server.installation)
  must(await installer.get(link.pathname + link.search), 303)
  must(await installer.post('/installation', { choix: 'essayer' }), 303)
  const places = placesIn(must(await installer.get('/demonstration'), 200).text)
  const sector = await server.asOwner((client) =>
    client.query<{ sector_id: string; slug: string }>('SELECT sector_id, slug FROM public_sectors LIMIT 1'),
  )
  const { sector_id: sectorId = '', slug = '' } = sector.rows[0] ?? {}
  const enterAs = async (firstName: string): Promise<Visitor> => {
    const browser = visitor(server.url)
    const place = places.get(firstName)
    if (place === undefined) throw new Error(`nobody is called ${firstName} in the demonstration`)
    must(await browser.post('/demonstration/place', { place }), 303)
    return browser
  }
  return { sectorId, slug, enterAs }
}

/** Brings the sector to `total` offers: the seed's own, then others of the catalogue spread over its neighbours. */
export async function plantOffers(client: pg.Client, sectorId: string, total: number): Promise<void> {
  const people = await client.query<{ person_id: string }>(
    'SELECT person_id FROM residents WHERE sector_id = $1 AND left_at IS NULL ORDER BY person_id',
    [sectorId],
  )
  const ideas = ideaRows()
  const ids = people.rows.map((row) => row.person_id)
  for (let turn = 0; turn < ideas.length * ids.length; turn++) {
    if ((await offersIn(client, sectorId)) >= total) break
    const idea = ideas[(turn * 7) % ideas.length]
    const person = ids[(turn * 5 + Math.floor(turn / ideas.length)) % ids.length]
    if (idea && person) await offer(client, sectorId, person, idea, turn)
  }
  await client.query('UPDATE sectors SET directory_version = directory_version + 1 WHERE sector_id = $1', [
    sectorId,
  ])
}

async function offersIn(client: pg.Client, sectorId: string): Promise<number> {
  const counted = await client.query<{ total: number }>(
    `SELECT count(*)::int AS total FROM choices JOIN residents USING (sector_id, person_id)
     WHERE sector_id = $1 AND offers AND paused_at IS NULL`,
    [sectorId],
  )
  return counted.rows[0]?.total ?? 0
}

type IdeaRow = { readonly code: string; readonly asks: boolean }

const offer = (client: pg.Client, sectorId: string, person: string, idea: IdeaRow, turn: number) =>
  client.query(
    `INSERT INTO choices (sector_id, person_id, idea, offers, wishes, counter, device, changed_at, detail)
     VALUES ($1, $2, $3, true, false, 1, 'bench', now(), $4) ON CONFLICT DO NOTHING`,
    [sectorId, person, idea.code, idea.asks ? (details[turn % details.length] ?? null) : null],
  )

// Of the ideas that ask something, most answers are short, and half stay empty.
const details: readonly (string | null)[] = [
  'le mercredi plutôt',
  null,
  'depuis trente ans, avec plaisir',
  null,
  'pour deux ou trois personnes',
  null,
  'italienne et un peu espagnole',
  null,
  'un modèle simple, qui marche bien',
  null,
  'à partir du printemps',
  null,
]

const ideaRows = (): IdeaRow[] =>
  readFileSync('data/idees.csv', 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(';'))
    .map(([, code = '', , , question = '']) => ({ code, asks: question !== '' }))

// The cards of « Prendre la place de… »: a first name as its title, then what the button sends.
const placesIn = (html: string): Map<string, string> =>
  new Map(
    [...html.matchAll(/<h3[^>]*>([^<]+)<\/h3>.*?<button[^>]*name="place"[^>]*value="([^"]+)"/gs)].map(
      ([, name = '', place = '']) => [name, place],
    ),
  )

function must<T extends { readonly status: number; readonly text: string }>(answer: T, status: number): T {
  if (answer.status !== status)
    throw new Error(`expected ${status}, got ${answer.status}: ${answer.text.slice(0, 300)}`)
  return answer
}
