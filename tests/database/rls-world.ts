import { outsideSectors, withSector, type Tx } from '#platform/db.server.ts'
import { newId, newSectorId } from '#platform/ids.server.ts'

// Two neighbourhoods, the same to the letter but for their ids and their canary word: one row at least in every
// table of neighbourhood life, so that what one can see or touch of the other is always a leak.

export type Founder = { readonly id: string; readonly householdId: string }
export type Neighbourhood = {
  readonly sectorId: string
  readonly slug: string
  readonly canary: string
  readonly entranceId: string
  readonly companionId: string
  readonly founders: readonly [Founder, Founder, Founder]
  readonly newcomer: Founder
  readonly mandateId: string
  readonly foundingId: string
  readonly closedId: string
  readonly openId: string
  readonly seatId: string
}

const day = new Date('2026-11-02T10:00:00Z')
export const versions = { catalogue: 'proof', charter: 'proof' } as const

const nobody = { personId: null } as const

/** What both neighbourhoods share: a catalogue and a charter. */
export const plantVersions = (): Promise<void> =>
  outsideSectors(async (tx) => {
    await tx
      .insertInto('catalogue_versions')
      .values({ version: versions.catalogue, published_at: day, content: '{}' })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await tx
      .insertInto('charter_versions')
      .values({ version: versions.charter, published_at: day, markdown: '' })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  })

/** Plants one neighbourhood; `letter` makes its canary. */
export async function plantNeighbourhood(letter: string): Promise<Neighbourhood> {
  const founder = (): Founder => ({ id: newId(), householdId: newId() })
  const place: Neighbourhood = {
    sectorId: newSectorId(),
    slug: `secteur-${letter.toLowerCase()}`,
    canary: `Canari${letter}`,
    entranceId: newId(),
    companionId: newId(),
    founders: [founder(), founder(), founder()],
    newcomer: founder(),
    mandateId: newId(),
    foundingId: newId(),
    closedId: newId(),
    openId: newId(),
    seatId: newId(),
  }
  await withSector(nobody, place.sectorId, async (tx) => {
    await plantSector(tx, place)
    await plantPeople(tx, place)
    await plantTables(tx, place)
    await plantFounders(tx, place)
    await plantLife(tx, place)
  })
  return place
}

async function plantSector(tx: Tx, place: Neighbourhood): Promise<void> {
  const { sectorId, slug, canary } = place
  const shared = { sector_id: sectorId, slug, name: canary, commune: canary }
  await tx
    .insertInto('sectors')
    .values({ ...shared, opened_by: place.companionId, opened_at: day })
    .execute()
  await tx.insertInto('public_sectors').values(shared).execute()
  await tx
    .insertInto('entrances')
    .values({ sector_id: sectorId, id: place.entranceId, name: canary, dwellings: 120, position: 0 })
    .execute()
  await tx
    .insertInto('journal')
    .values({ sector_id: sectorId, id: newId(), at: day, act: 'sector-opened', actor_kind: 'companion' })
    .execute()
}

async function plantPeople(tx: Tx, place: Neighbourhood): Promise<void> {
  const { sectorId, canary, entranceId } = place
  for (const { id, householdId } of [...place.founders, place.newcomer]) {
    await tx
      .insertInto('households')
      .values({ sector_id: sectorId, id: householdId, created_at: day })
      .execute()
    await tx
      .insertInto('people')
      .values({
        sector_id: sectorId,
        id,
        first_name: canary,
        name_skeleton: canary.toLowerCase(),
        entrance_id: entranceId,
        household_id: householdId,
        created_at: day,
      })
      .execute()
    await tx
      .insertInto('household_members')
      .values({ sector_id: sectorId, household_id: householdId, person_id: id, since: day })
      .execute()
  }
}

async function plantTables(tx: Tx, place: Neighbourhood): Promise<void> {
  const shared = {
    sector_id: place.sectorId,
    planned_for: day,
    place: place.canary,
    shelter: place.canary,
    approved_by: place.companionId,
    approved_at: day,
    opened_at: day,
    catalogue_version: versions.catalogue,
    charter_version: versions.charter,
  }
  await tx
    .insertInto('gatherings')
    .values({
      ...shared,
      id: place.foundingId,
      kind: 'founding',
      companion_id: place.companionId,
      phase: 'closed',
    })
    .execute()
  await tx
    .insertInto('closures')
    .values(closure(place, place.foundingId, 3))
    .execute()
}

const closure = (place: Neighbourhood, gatheringId: string, newcomers: number) => ({
  sector_id: place.sectorId,
  gathering_id: gatheringId,
  closed_at: day,
  closed_by: place.companionId,
  newcomers,
})

// Each founder is recognised by the two others, as at any founding table.
async function plantFounders(tx: Tx, place: Neighbourhood): Promise<void> {
  const { sectorId, founders, foundingId: gatheringId } = place
  for (const newcomer of founders) {
    await acceptCharter(tx, place, newcomer.id, gatheringId)
    for (const witness of founders.filter((other) => other !== newcomer))
      await tx
        .insertInto('vouches')
        .values(vouch(place, newcomer, witness, { gatheringId, kind: 'founding' }))
        .execute()
  }
  for (const founder of founders) {
    const [first, second] = founders.filter((other) => other !== founder)
    if (!first || !second) continue
    await tx
      .insertInto('admissions')
      .values(admission(place, founder, [first, second], { gatheringId, kind: 'founding', mandateId: null }))
      .execute()
    await tx
      .insertInto('residents')
      .values({ sector_id: sectorId, person_id: founder.id, registered_at: day })
      .execute()
  }
}

async function plantLife(tx: Tx, place: Neighbourhood): Promise<void> {
  const { sectorId, founders, newcomer, openId, closedId, canary } = place
  const [host, other] = founders
  const until = new Date('2027-06-30T22:00:00Z')
  await tx
    .insertInto('mandates')
    .values({
      sector_id: sectorId,
      id: place.mandateId,
      person_id: host.id,
      starts_at: day,
      ends_at: until,
      given_by: place.companionId,
    })
    .execute()
  for (const [id, phase] of [
    [openId, 'sweep'],
    [closedId, 'closed'],
  ] as const)
    await tx
      .insertInto('gatherings')
      .values({
        sector_id: sectorId,
        id,
        kind: 'ordinary',
        host_id: host.id,
        planned_for: day,
        place: canary,
        shelter: canary,
        phase,
        approved_by: place.companionId,
        approved_at: day,
        opened_at: day,
        catalogue_version: versions.catalogue,
        charter_version: versions.charter,
      })
      .execute()
  await tx
    .insertInto('closures')
    .values(closure(place, closedId, 1))
    .execute()
  await plantAtTheTable(tx, place)
  await tx
    .insertInto('household_claims')
    .values({ sector_id: sectorId, claimant_id: newcomer.id, member_id: other.id, asked_at: day })
    .execute()
  await tx
    .insertInto('contact_ways')
    .values({ sector_id: sectorId, person_id: host.id, way: 'mot' })
    .execute()
  await plantChoices(tx, place)
}

async function plantAtTheTable(tx: Tx, place: Neighbourhood): Promise<void> {
  const at = { sector_id: place.sectorId, gathering_id: place.openId }
  await tx
    .insertInto('seats')
    .values({
      ...at,
      id: place.seatId,
      kind: 'newcomer',
      state: 'seated',
      person_id: place.newcomer.id,
      first_name: place.canary,
      picture: 'citron',
      picture_number: 4,
      joined_at: day,
    })
    .execute()
  await tx
    .insertInto('seen_themes')
    .values({ ...at, seat_id: place.seatId, theme: 'cuisine' })
    .execute()
  await tx
    .insertInto('theme_counts')
    .values({ ...at, theme: 'cuisine', ticks: 31, finished: 9, shown: true, counted_at: day })
    .execute()
  await tx
    .insertInto('witness_codes')
    .values({ ...at, person_id: place.founders[0].id, code: Buffer.from(place.canary) })
    .execute()
}

async function plantChoices(tx: Tx, place: Neighbourhood): Promise<void> {
  const of = { sector_id: place.sectorId, person_id: place.founders[0].id }
  await tx
    .insertInto('choices')
    .values({
      ...of,
      idea: 'CUI01',
      offers: true,
      wishes: true,
      counter: 1,
      device: 'proof',
      changed_at: day,
      detail: place.canary,
    })
    .execute()
  await tx
    .insertInto('operations')
    .values({ ...of, id: newId(), body_hash: Buffer.from(place.canary) })
    .execute()
  await tx
    .insertInto('own_ideas')
    .values({ ...of, id: newId(), text: place.canary, given_at: day })
    .execute()
}

/** « J'ai lu la charte » of one person, at one table. */
const acceptCharter = (tx: Tx, place: Neighbourhood, personId: string, gatheringId: string) =>
  tx
    .insertInto('charter_acceptances')
    .values({
      sector_id: place.sectorId,
      person_id: personId,
      charter_version: versions.charter,
      gathering_id: gatheringId,
      accepted_at: day,
    })
    .execute()

type AtTable = { readonly gatheringId: string; readonly kind: 'founding' | 'ordinary' }

/** The row of a vouch, true in every column; an attack changes one. */
export const vouch = (
  place: Neighbourhood,
  newcomer: Founder,
  witness: Founder,
  { gatheringId, kind }: AtTable,
) => ({
  sector_id: place.sectorId,
  newcomer_id: newcomer.id,
  witness_id: witness.id,
  gathering_id: gatheringId,
  kind,
  newcomer_household_id: newcomer.householdId,
  witness_household_id: witness.householdId,
  registered_witness_id: kind === 'founding' ? null : witness.id,
  way: 'own-device' as const,
  given_at: day,
})

/** The row of an admission, true in every column; an attack changes one. */
export const admission = (
  place: Neighbourhood,
  person: Founder,
  [first, second]: readonly [Founder, Founder],
  { gatheringId, kind, mandateId }: AtTable & { readonly mandateId: string | null },
) => ({
  sector_id: place.sectorId,
  person_id: person.id,
  household_id: person.householdId,
  gathering_id: gatheringId,
  kind,
  first_witness_id: first.id,
  first_household_id: first.householdId,
  first_gathering_id: gatheringId,
  first_mandate_id: mandateId,
  second_witness_id: second.id,
  second_household_id: second.householdId,
  second_gathering_id: gatheringId,
  charter_version: versions.charter,
  admitted_at: day,
})
