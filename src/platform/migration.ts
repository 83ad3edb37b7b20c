// What a migration is made of, in the only order that also works on Citus: tables without foreign keys,
// then their distribution, then indexes, then the foreign keys (database.md, section D).
export type Migration = {
  readonly tables: readonly Table[]
  readonly indexes: readonly string[]
  readonly links: readonly string[]
}
export type Table = {
  readonly name: string
  readonly kind: 'sector' | 'reference'
  readonly columns: string
  /** Privileges of the request role on this table. */
  readonly grants: string
}

/** A table of neighbourhood life: `sector_id` leads it and row-level security closes it. */
export const sectorTable = (name: string, columns: string, grants: string): Table => ({
  name,
  kind: 'sector',
  columns: `sector_id bigint NOT NULL, ${columns}`,
  grants,
})

/** A table of identities, of the catalogue or of the public site: belongs to no sector. */
export const referenceTable = (name: string, columns: string, grants: string): Table => ({
  name,
  kind: 'reference',
  columns,
  grants,
})

/** The SQL that brings a table into the world, closed to everyone but its owner and the request role. */
export function createTable(table: Table, requestRole: string): string[] {
  const create = [`CREATE TABLE ${table.name} (${table.columns})`]
  const grant = [`GRANT ${table.grants} ON ${table.name} TO ${requestRole}`]
  return table.kind === 'sector' ? [...create, ...sectorPolicy(table.name), ...grant] : [...create, ...grant]
}

// An unset or emptied setting gives NULL, so no row at all: the policy fails closed. FORCE holds the owner too.
function sectorPolicy(name: string): string[] {
  const own = `sector_id = (SELECT nullif(current_setting('app.sector_id', true), '')::bigint)`
  return [
    `ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE ${name} FORCE ROW LEVEL SECURITY`,
    `CREATE POLICY ${name}_of_its_sector ON ${name} USING (${own}) WITH CHECK (${own})`,
  ]
}
