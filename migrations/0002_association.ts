import { referenceTable, type Migration } from '#platform/migration.ts'

// Identities and the catalogue are reference tables: they belong to no sector (decisions.md 13).
export const migration: Migration = {
  tables: [
    referenceTable(
      'association',
      `id integer PRIMARY KEY CHECK (id = 1),
       name text NOT NULL,
       demonstration boolean NOT NULL,
       installed_at timestamptz NOT NULL`,
      'SELECT, INSERT, UPDATE, DELETE',
    ),
    referenceTable(
      'installation_links',
      `token_hash bytea PRIMARY KEY,
       created_at timestamptz NOT NULL,
       used_at timestamptz`,
      'SELECT, INSERT, UPDATE, DELETE',
    ),
    referenceTable(
      'accounts',
      `id uuid PRIMARY KEY,
       email_hash bytea NOT NULL UNIQUE,
       email bytea NOT NULL,
       created_at timestamptz NOT NULL`,
      'SELECT, INSERT, UPDATE, DELETE',
    ),
    // One address may serve several persons of one household (decisions.md 24). No foreign key into a
    // sector: a reference table may not point at a distributed one.
    referenceTable(
      'account_people',
      `account_id uuid NOT NULL,
       sector_id bigint NOT NULL,
       person_id uuid NOT NULL,
       PRIMARY KEY (account_id, sector_id, person_id)`,
      'SELECT, INSERT, DELETE',
    ),
    referenceTable(
      'companions',
      `id uuid PRIMARY KEY,
       name text NOT NULL,
       account_id uuid NOT NULL,
       starts_at timestamptz NOT NULL,
       ends_at timestamptz NOT NULL,
       CHECK (ends_at > starts_at)`,
      'SELECT, INSERT, UPDATE, DELETE',
    ),
    referenceTable(
      'companion_sectors',
      `companion_id uuid NOT NULL,
       sector_id bigint NOT NULL,
       starts_at timestamptz NOT NULL,
       ends_at timestamptz NOT NULL,
       PRIMARY KEY (companion_id, sector_id),
       CHECK (ends_at > starts_at)`,
      'SELECT, INSERT, UPDATE, DELETE',
    ),
    referenceTable(
      'sign_in_requests',
      `id uuid PRIMARY KEY,
       browser_hash bytea NOT NULL,
       code_hash bytea NOT NULL,
       account_id uuid,
       tries integer NOT NULL DEFAULT 0,
       created_at timestamptz NOT NULL,
       expires_at timestamptz NOT NULL,
       used_at timestamptz`,
      'SELECT, INSERT, UPDATE, DELETE',
    ),
    // What a session may do follows from what it points at; powers themselves are read again at each request.
    referenceTable(
      'sessions',
      `token_hash bytea PRIMARY KEY,
       kind text NOT NULL CHECK (kind IN ('resident', 'companion', 'console', 'seat', 'choosing', 'operator', 'installer')),
       account_id uuid,
       sector_id bigint,
       person_id uuid,
       companion_id uuid,
       gathering_id uuid,
       seat_id uuid,
       created_at timestamptz NOT NULL,
       expires_at timestamptz NOT NULL`,
      'SELECT, INSERT, UPDATE, DELETE',
    ),
  ],
  indexes: [
    'CREATE INDEX account_people_by_person ON account_people (sector_id, person_id)',
    'CREATE INDEX sessions_by_person ON sessions (sector_id, person_id)',
    'CREATE INDEX sessions_by_gathering ON sessions (sector_id, gathering_id)',
    'CREATE INDEX sign_in_requests_by_age ON sign_in_requests (expires_at)',
  ],
  links: [
    'ALTER TABLE account_people ADD FOREIGN KEY (account_id) REFERENCES accounts (id)',
    'ALTER TABLE companions ADD FOREIGN KEY (account_id) REFERENCES accounts (id)',
    'ALTER TABLE companion_sectors ADD FOREIGN KEY (companion_id) REFERENCES companions (id)',
  ],
}
