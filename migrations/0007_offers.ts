import { sectorTable, type Migration } from '#platform/migration.ts'

// One register per person and idea; the higher (counter, device) wins (decisions.md 17).
export const migration: Migration = {
  tables: [
    sectorTable(
      'choices',
      `person_id uuid NOT NULL,
       idea text NOT NULL,
       offers boolean NOT NULL,
       wishes boolean NOT NULL,
       counter bigint NOT NULL,
       device text NOT NULL,
       changed_at timestamptz NOT NULL,
       detail text,
       paused_at timestamptz,
       PRIMARY KEY (sector_id, person_id, idea)`,
      'SELECT, INSERT, UPDATE, DELETE',
    ),
    // Every operation ever received, by the id its device gave it: a replay changes nothing, and the same
    // id with another body is refused.
    sectorTable(
      'operations',
      `id uuid NOT NULL,
       person_id uuid NOT NULL,
       body_hash bytea NOT NULL,
       PRIMARY KEY (sector_id, id)`,
      'SELECT, INSERT, DELETE',
    ),
    sectorTable(
      'own_ideas',
      `id uuid NOT NULL,
       person_id uuid NOT NULL,
       text text NOT NULL,
       given_at timestamptz NOT NULL,
       PRIMARY KEY (sector_id, id)`,
      'SELECT, INSERT, UPDATE, DELETE',
    ),
  ],
  indexes: [
    'CREATE INDEX choices_offered ON choices (sector_id, idea) WHERE offers AND paused_at IS NULL',
    'CREATE INDEX operations_by_person ON operations (sector_id, person_id)',
    'CREATE INDEX own_ideas_by_person ON own_ideas (sector_id, person_id)',
  ],
  links: [
    'ALTER TABLE choices ADD FOREIGN KEY (sector_id, person_id) REFERENCES people (sector_id, id)',
    'ALTER TABLE operations ADD FOREIGN KEY (sector_id, person_id) REFERENCES people (sector_id, id)',
    'ALTER TABLE own_ideas ADD FOREIGN KEY (sector_id, person_id) REFERENCES people (sector_id, id)',
  ],
}
