import { sectorTable, type Migration } from '#platform/migration.ts'

// Sector 0 stands for the association itself: acts that belong to no neighbourhood are written there.
export const migration: Migration = {
  tables: [
    sectorTable(
      'journal',
      `id uuid NOT NULL,
       at timestamptz NOT NULL,
       act text NOT NULL,
       actor_kind text NOT NULL CHECK (actor_kind IN ('resident', 'newcomer', 'companion', 'installer', 'system')),
       actor_id uuid,
       subject_id uuid,
       gathering_id uuid,
       PRIMARY KEY (sector_id, id)`,
      'SELECT, INSERT, UPDATE (actor_id, subject_id)',
    ),
  ],
  indexes: ['CREATE INDEX journal_by_time ON journal (sector_id, at)'],
  links: [],
}
