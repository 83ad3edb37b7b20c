import { referenceTable, sectorTable, type Migration } from '#platform/migration.ts'

export const migration: Migration = {
  tables: [
    sectorTable(
      'sectors',
      `slug text NOT NULL,
       name text NOT NULL,
       commune text NOT NULL,
       size_reason text,
       opened_by uuid NOT NULL,
       opened_at timestamptz NOT NULL,
       directory_version bigint NOT NULL DEFAULT 1,
       PRIMARY KEY (sector_id)`,
      'SELECT, INSERT, UPDATE, DELETE',
    ),
    // An entrance is a stairwell, a building or a street segment; never a door (decisions.md 3).
    sectorTable(
      'entrances',
      `id uuid NOT NULL,
       name text NOT NULL,
       dwellings integer NOT NULL CHECK (dwellings BETWEEN 1 AND 500),
       position integer NOT NULL,
       PRIMARY KEY (sector_id, id),
       UNIQUE (sector_id, name)`,
      'SELECT, INSERT, UPDATE, DELETE',
    ),
    // What anyone may know of a sector: read before a sector is set, written by the act that opens it.
    referenceTable(
      'public_sectors',
      `sector_id bigint PRIMARY KEY,
       slug text NOT NULL UNIQUE,
       name text NOT NULL,
       commune text NOT NULL`,
      'SELECT, INSERT, UPDATE, DELETE',
    ),
  ],
  indexes: [],
  links: ['ALTER TABLE entrances ADD FOREIGN KEY (sector_id) REFERENCES sectors (sector_id)'],
}
