/** The rows of a table by the names that they apply to, so that the length of the table does not matter for each name in a manifest. */
export function rowsByName<Row>(table: readonly Row[], namesOf: (row: Row) => readonly string[]): ReadonlyMap<string, readonly Row[]> {
  const byName = new Map<string, Row[]>();
  for (const row of table) for (const name of namesOf(row)) byName.set(name, [...(byName.get(name) ?? []), row]);
  return byName;
}
