import type { ColumnType } from 'kysely'

// Row types of the database, one per table; `tests/database/tables.test.ts` compares them with the migrated schema.
type Moment = ColumnType<Date, Date, Date>
type MaybeMoment = ColumnType<Date | null, Date | null | undefined, Date | null>
type Maybe<T> = ColumnType<T | null, T | null | undefined, T | null>
type WithDefault<T> = ColumnType<T, T | undefined, T>
type BigNumber = ColumnType<string, string | number | bigint | undefined, string | number | bigint>
type OfSector = { sector_id: ColumnType<string, string, never> }

export type Tables = {
  journal: OfSector & {
    id: string
    at: Moment
    act: string
    actor_kind: 'resident' | 'newcomer' | 'companion' | 'installer' | 'system'
    actor_id: Maybe<string>
    subject_id: Maybe<string>
    gathering_id: Maybe<string>
  }
  association: { id: number; name: string; demonstration: boolean; installed_at: Moment }
  installation_links: { token_hash: Buffer; created_at: Moment; used_at: MaybeMoment }
  accounts: { id: string; email_hash: Buffer; email: Buffer; created_at: Moment }
  account_people: { account_id: string; sector_id: string; person_id: string }
  companions: { id: string; name: string; account_id: string; starts_at: Moment; ends_at: Moment }
  companion_sectors: { companion_id: string; sector_id: string; starts_at: Moment; ends_at: Moment }
  sign_in_requests: {
    id: string
    browser_hash: Buffer
    code_hash: Buffer
    account_id: Maybe<string>
    tries: WithDefault<number>
    created_at: Moment
    expires_at: Moment
    used_at: MaybeMoment
  }
  sessions: {
    token_hash: Buffer
    kind: 'resident' | 'companion' | 'console' | 'seat' | 'choosing' | 'operator' | 'installer'
    account_id: Maybe<string>
    sector_id: Maybe<string>
    person_id: Maybe<string>
    companion_id: Maybe<string>
    gathering_id: Maybe<string>
    seat_id: Maybe<string>
    created_at: Moment
    expires_at: Moment
  }
  sectors: OfSector & {
    slug: string
    name: string
    commune: string
    size_reason: Maybe<string>
    opened_by: string
    opened_at: Moment
    directory_version: BigNumber
  }
  entrances: OfSector & { id: string; name: string; dwellings: number; position: number }
  public_sectors: { sector_id: string; slug: string; name: string; commune: string }
  catalogue_versions: { version: string; published_at: Moment; content: ColumnType<unknown, string, string> }
  charter_versions: { version: string; published_at: Moment; markdown: string }
  people: OfSector & {
    id: string
    first_name: Maybe<string>
    name_skeleton: Maybe<string>
    entrance_id: Maybe<string>
    household_id: Maybe<string>
    discreet: WithDefault<boolean>
    band: Maybe<'adult' | '15-17'>
    created_at: Moment
    erased_at: MaybeMoment
  }
  households: OfSector & { id: string; created_at: Moment }
  household_members: OfSector & { household_id: string; person_id: string; since: Moment }
  household_claims: OfSector & {
    claimant_id: string
    member_id: string
    asked_at: Moment
    answered_at: MaybeMoment
    accepted: Maybe<boolean>
  }
  contact_ways: OfSector & {
    person_id: string
    way: 'message' | 'appel' | 'email' | 'mot' | 'voisin'
    phone: Maybe<Buffer>
    email: Maybe<Buffer>
    email_hash: Maybe<Buffer>
    first_link: WithDefault<boolean>
  }
  mandates: OfSector & {
    id: string
    person_id: string
    starts_at: Moment
    ends_at: Moment
    given_by: string
  }
  residents: OfSector & {
    person_id: string
    registered_at: Moment
    left_at: MaybeMoment
    suspended_at: MaybeMoment
  }
  gatherings: OfSector & {
    id: string
    kind: 'founding' | 'ordinary'
    host_id: Maybe<string>
    companion_id: Maybe<string>
    planned_for: Moment
    place: string
    shelter: string
    phase: Phase
    approved_by: Maybe<string>
    approved_at: MaybeMoment
    opened_at: MaybeMoment
    door_open: WithDefault<boolean>
    word_secret: Maybe<Buffer>
    theme_position: WithDefault<number>
    theme_since: MaybeMoment
    catalogue_version: Maybe<string>
    charter_version: Maybe<string>
    state_number: BigNumber
  }
  closures: OfSector & { gathering_id: string; closed_at: Moment; closed_by: string; newcomers: number }
  seats: OfSector & {
    gathering_id: string
    id: string
    kind: 'newcomer' | 'registered'
    state: 'waiting' | 'seated'
    person_id: Maybe<string>
    first_name: Maybe<string>
    entrance_id: Maybe<string>
    discreet: WithDefault<boolean>
    picture: string
    picture_number: number
    joined_at: Moment
    admitted_at: MaybeMoment
    rule_read: WithDefault<boolean>
    review_done: WithDefault<boolean>
  }
  seen_themes: OfSector & { gathering_id: string; seat_id: string; theme: string }
  theme_counts: OfSector & {
    gathering_id: string
    theme: string
    ticks: number
    finished: number
    shown: boolean
    counted_at: Moment
  }
  witness_codes: OfSector & {
    gathering_id: string
    person_id: string
    code: Buffer
    wrong: WithDefault<number>
  }
  vouches: OfSector & {
    newcomer_id: string
    witness_id: string
    gathering_id: string
    kind: 'founding' | 'ordinary'
    newcomer_household_id: string
    witness_household_id: string
    registered_witness_id: Maybe<string>
    mandate_id: Maybe<string>
    way: 'own-device' | 'host-device' | 'paper'
    given_at: Moment
  }
  charter_acceptances: OfSector & {
    person_id: string
    charter_version: string
    gathering_id: string
    accepted_at: Moment
  }
  admissions: OfSector & {
    person_id: string
    household_id: string
    gathering_id: string
    kind: 'founding' | 'ordinary'
    first_witness_id: string
    first_household_id: string
    first_gathering_id: string
    first_mandate_id: Maybe<string>
    second_witness_id: string
    second_household_id: string
    second_gathering_id: string
    charter_version: string
    admitted_at: Moment
  }
  public_gatherings: {
    sector_id: string
    gathering_id: string
    sector_name: string
    commune: string
    planned_for: Moment
    place: string
    shelter: string
  }
  open_doors: { sector_id: string; gathering_id: string; word_secret: Buffer; opened_at: Moment }
  choices: OfSector & {
    person_id: string
    idea: string
    offers: boolean
    wishes: boolean
    counter: BigNumber
    device: string
    changed_at: Moment
    detail: Maybe<string>
    paused_at: MaybeMoment
  }
  operations: OfSector & { id: string; person_id: string; body_hash: Buffer }
  own_ideas: OfSector & { id: string; person_id: string; text: string; given_at: Moment }
}

type Phase =
  | 'planned'
  | 'approved'
  | 'welcome'
  | 'rules'
  | 'sweep'
  | 'review'
  | 'witness'
  | 'harvest'
  | 'closed'
  | 'cancelled'
