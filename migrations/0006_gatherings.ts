import { referenceTable, sectorTable, type Migration } from '#platform/migration.ts'

const gatherings = sectorTable(
  'gatherings',
  `id uuid NOT NULL,
   kind text NOT NULL CHECK (kind IN ('founding', 'ordinary')),
   host_id uuid,
   companion_id uuid,
   planned_for timestamptz NOT NULL,
   place text NOT NULL,
   shelter text NOT NULL,
   phase text NOT NULL CHECK (phase IN
     ('planned', 'approved', 'welcome', 'rules', 'sweep', 'review', 'witness', 'harvest', 'closed', 'cancelled')),
   approved_by uuid,
   approved_at timestamptz,
   opened_at timestamptz,
   door_open boolean NOT NULL DEFAULT false,
   word_secret bytea,
   theme_position integer NOT NULL DEFAULT 0,
   theme_since timestamptz,
   catalogue_version text,
   charter_version text,
   state_number bigint NOT NULL DEFAULT 0,
   PRIMARY KEY (sector_id, id),
   UNIQUE (sector_id, id, kind),
   CHECK (kind <> 'founding' OR companion_id IS NOT NULL),
   CHECK (kind <> 'ordinary' OR host_id IS NOT NULL),
   CHECK (opened_at IS NULL OR (approved_by IS NOT NULL AND catalogue_version IS NOT NULL AND charter_version IS NOT NULL))`,
  'SELECT, INSERT, UPDATE, DELETE',
)

// A closing is a row that nothing changes afterwards: an admission needs it.
const closures = sectorTable(
  'closures',
  `gathering_id uuid NOT NULL,
   closed_at timestamptz NOT NULL,
   closed_by uuid NOT NULL,
   newcomers integer NOT NULL CHECK (newcomers BETWEEN 0 AND 12),
   PRIMARY KEY (sector_id, gathering_id)`,
  'SELECT, INSERT',
)

const seats = sectorTable(
  'seats',
  `gathering_id uuid NOT NULL,
   id uuid NOT NULL,
   kind text NOT NULL CHECK (kind IN ('newcomer', 'registered')),
   state text NOT NULL CHECK (state IN ('waiting', 'seated')),
   person_id uuid,
   first_name text,
   entrance_id uuid,
   discreet boolean NOT NULL DEFAULT false,
   picture text NOT NULL,
   picture_number integer NOT NULL,
   joined_at timestamptz NOT NULL,
   admitted_at timestamptz,
   rule_read boolean NOT NULL DEFAULT false,
   review_done boolean NOT NULL DEFAULT false,
   PRIMARY KEY (sector_id, gathering_id, id),
   UNIQUE (sector_id, gathering_id, person_id),
   CHECK (state = 'waiting' OR person_id IS NOT NULL)`,
  'SELECT, INSERT, UPDATE, DELETE',
)

const seenThemes = sectorTable(
  'seen_themes',
  `gathering_id uuid NOT NULL,
   seat_id uuid NOT NULL,
   theme text NOT NULL,
   PRIMARY KEY (sector_id, gathering_id, seat_id, theme)`,
  'SELECT, INSERT, DELETE',
)

const themeCounts = sectorTable(
  'theme_counts',
  `gathering_id uuid NOT NULL,
   theme text NOT NULL,
   ticks integer NOT NULL,
   finished integer NOT NULL,
   shown boolean NOT NULL,
   counted_at timestamptz NOT NULL,
   PRIMARY KEY (sector_id, gathering_id, theme)`,
  'SELECT, INSERT, UPDATE, DELETE',
)

// A witness without a phone types their own four digits on the host's screen (table.md §5).
const witnessCodes = sectorTable(
  'witness_codes',
  `gathering_id uuid NOT NULL,
   person_id uuid NOT NULL,
   code bytea NOT NULL,
   wrong integer NOT NULL DEFAULT 0,
   PRIMARY KEY (sector_id, gathering_id, person_id)`,
  'SELECT, INSERT, UPDATE, DELETE',
)

// « J'étais à cette table avec cette personne. » The households of the day travel with the vouch.
const vouches = sectorTable(
  'vouches',
  `newcomer_id uuid NOT NULL,
   witness_id uuid NOT NULL,
   gathering_id uuid NOT NULL,
   kind text NOT NULL CHECK (kind IN ('founding', 'ordinary')),
   newcomer_household_id uuid NOT NULL,
   witness_household_id uuid NOT NULL,
   registered_witness_id uuid,
   mandate_id uuid,
   way text NOT NULL CHECK (way IN ('own-device', 'host-device', 'paper')),
   given_at timestamptz NOT NULL,
   PRIMARY KEY (sector_id, newcomer_id, witness_id),
   UNIQUE (sector_id, newcomer_id, newcomer_household_id, witness_id, witness_household_id, gathering_id),
   CHECK (newcomer_id <> witness_id),
   CHECK (newcomer_household_id <> witness_household_id),
   CHECK (kind = 'founding' OR (registered_witness_id IS NOT NULL AND registered_witness_id = witness_id))`,
  'SELECT, INSERT, DELETE',
)

const charterAcceptances = sectorTable(
  'charter_acceptances',
  `person_id uuid NOT NULL,
   charter_version text NOT NULL,
   gathering_id uuid NOT NULL,
   accepted_at timestamptz NOT NULL,
   PRIMARY KEY (sector_id, person_id, charter_version)`,
  'SELECT, INSERT, DELETE',
)

// Nobody is registered without this row, and this row cannot exist without two vouches from two other
// households in closed gatherings and an accepted charter. The first witness belongs to the host team,
// except at the founding table. No trigger: every clause is a CHECK or a composite foreign key.
const admissions = sectorTable(
  'admissions',
  `person_id uuid NOT NULL,
   household_id uuid NOT NULL,
   gathering_id uuid NOT NULL,
   kind text NOT NULL CHECK (kind IN ('founding', 'ordinary')),
   first_witness_id uuid NOT NULL,
   first_household_id uuid NOT NULL,
   first_gathering_id uuid NOT NULL,
   first_mandate_id uuid,
   second_witness_id uuid NOT NULL,
   second_household_id uuid NOT NULL,
   second_gathering_id uuid NOT NULL,
   charter_version text NOT NULL,
   admitted_at timestamptz NOT NULL,
   PRIMARY KEY (sector_id, person_id),
   CHECK (first_witness_id <> second_witness_id),
   CHECK (first_household_id <> second_household_id),
   CHECK (household_id <> first_household_id AND household_id <> second_household_id),
   CHECK (kind = 'founding' OR first_mandate_id IS NOT NULL)`,
  'SELECT, INSERT',
)

// What the public site and the joining page may read; written by the acts of the table.
const publicGatherings = referenceTable(
  'public_gatherings',
  `sector_id bigint NOT NULL,
   gathering_id uuid NOT NULL,
   sector_name text NOT NULL,
   commune text NOT NULL,
   planned_for timestamptz NOT NULL,
   place text NOT NULL,
   shelter text NOT NULL,
   PRIMARY KEY (sector_id, gathering_id)`,
  'SELECT, INSERT, UPDATE, DELETE',
)
const openDoors = referenceTable(
  'open_doors',
  `sector_id bigint NOT NULL,
   gathering_id uuid NOT NULL,
   word_secret bytea NOT NULL,
   opened_at timestamptz NOT NULL,
   PRIMARY KEY (sector_id, gathering_id)`,
  'SELECT, INSERT, DELETE',
)

const vouchKey =
  'vouches (sector_id, newcomer_id, newcomer_household_id, witness_id, witness_household_id, gathering_id)'

export const migration: Migration = {
  tables: [
    gatherings,
    closures,
    seats,
    seenThemes,
    themeCounts,
    witnessCodes,
    vouches,
    charterAcceptances,
    admissions,
    publicGatherings,
    openDoors,
  ],
  indexes: [
    `CREATE UNIQUE INDEX one_founding_table ON gatherings (sector_id) WHERE kind = 'founding' AND phase <> 'cancelled'`,
    'CREATE INDEX gatherings_by_date ON gatherings (sector_id, planned_for)',
    'CREATE INDEX vouches_by_witness ON vouches (sector_id, witness_id, given_at)',
    'CREATE INDEX vouches_by_gathering ON vouches (sector_id, gathering_id)',
  ],
  links: [
    'ALTER TABLE gatherings ADD FOREIGN KEY (sector_id) REFERENCES sectors (sector_id)',
    'ALTER TABLE gatherings ADD FOREIGN KEY (sector_id, host_id) REFERENCES residents (sector_id, person_id)',
    'ALTER TABLE closures ADD FOREIGN KEY (sector_id, gathering_id) REFERENCES gatherings (sector_id, id)',
    'ALTER TABLE seats ADD FOREIGN KEY (sector_id, gathering_id) REFERENCES gatherings (sector_id, id)',
    'ALTER TABLE seats ADD FOREIGN KEY (sector_id, person_id) REFERENCES people (sector_id, id)',
    'ALTER TABLE seats ADD FOREIGN KEY (sector_id, entrance_id) REFERENCES entrances (sector_id, id)',
    'ALTER TABLE seen_themes ADD FOREIGN KEY (sector_id, gathering_id, seat_id) REFERENCES seats (sector_id, gathering_id, id)',
    'ALTER TABLE theme_counts ADD FOREIGN KEY (sector_id, gathering_id) REFERENCES gatherings (sector_id, id)',
    'ALTER TABLE witness_codes ADD FOREIGN KEY (sector_id, gathering_id) REFERENCES gatherings (sector_id, id)',
    'ALTER TABLE witness_codes ADD FOREIGN KEY (sector_id, person_id) REFERENCES people (sector_id, id)',
    'ALTER TABLE vouches ADD FOREIGN KEY (sector_id, gathering_id, kind) REFERENCES gatherings (sector_id, id, kind)',
    'ALTER TABLE vouches ADD FOREIGN KEY (sector_id, newcomer_household_id, newcomer_id) REFERENCES household_members (sector_id, household_id, person_id)',
    'ALTER TABLE vouches ADD FOREIGN KEY (sector_id, witness_household_id, witness_id) REFERENCES household_members (sector_id, household_id, person_id)',
    'ALTER TABLE vouches ADD FOREIGN KEY (sector_id, registered_witness_id) REFERENCES residents (sector_id, person_id)',
    'ALTER TABLE vouches ADD FOREIGN KEY (sector_id, witness_id, mandate_id) REFERENCES mandates (sector_id, person_id, id)',
    'ALTER TABLE charter_acceptances ADD FOREIGN KEY (sector_id, person_id) REFERENCES people (sector_id, id)',
    'ALTER TABLE charter_acceptances ADD FOREIGN KEY (charter_version) REFERENCES charter_versions (version)',
    'ALTER TABLE gatherings ADD FOREIGN KEY (catalogue_version) REFERENCES catalogue_versions (version)',
    'ALTER TABLE gatherings ADD FOREIGN KEY (charter_version) REFERENCES charter_versions (version)',
    'ALTER TABLE admissions ADD FOREIGN KEY (sector_id, person_id, charter_version) REFERENCES charter_acceptances (sector_id, person_id, charter_version)',
    'ALTER TABLE admissions ADD FOREIGN KEY (sector_id, gathering_id, kind) REFERENCES gatherings (sector_id, id, kind)',
    'ALTER TABLE admissions ADD FOREIGN KEY (sector_id, gathering_id) REFERENCES closures (sector_id, gathering_id)',
    'ALTER TABLE admissions ADD FOREIGN KEY (sector_id, first_gathering_id) REFERENCES closures (sector_id, gathering_id)',
    'ALTER TABLE admissions ADD FOREIGN KEY (sector_id, second_gathering_id) REFERENCES closures (sector_id, gathering_id)',
    `ALTER TABLE admissions ADD FOREIGN KEY (sector_id, person_id, household_id, first_witness_id, first_household_id, first_gathering_id) REFERENCES ${vouchKey}`,
    `ALTER TABLE admissions ADD FOREIGN KEY (sector_id, person_id, household_id, second_witness_id, second_household_id, second_gathering_id) REFERENCES ${vouchKey}`,
    'ALTER TABLE admissions ADD FOREIGN KEY (sector_id, first_witness_id, first_mandate_id) REFERENCES mandates (sector_id, person_id, id)',
    'ALTER TABLE residents ADD FOREIGN KEY (sector_id, person_id) REFERENCES admissions (sector_id, person_id)',
  ],
}
