import { referenceTable, type Migration } from '#platform/migration.ts'

// The catalogue is data (decisions.md 8): each publication is a whole version; a table keeps the one it opened with.
export const migration: Migration = {
  tables: [
    referenceTable(
      'catalogue_versions',
      `version text PRIMARY KEY,
       published_at timestamptz NOT NULL,
       content jsonb NOT NULL`,
      'SELECT, INSERT',
    ),
    referenceTable(
      'charter_versions',
      `version text PRIMARY KEY,
       published_at timestamptz NOT NULL,
       markdown text NOT NULL`,
      'SELECT, INSERT',
    ),
  ],
  indexes: [],
  links: [],
}
