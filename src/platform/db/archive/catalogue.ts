import type { ClientBase } from 'pg'
import type { ArchivedPartition, ArchivedSequence, QualifiedName } from './manifest.ts'
import { plain, quoted } from './names.ts'

/** SQL condition: the namespace `n` is not PostgreSQL's own, and the object `c` belongs to no extension. */
export const ours = `n.nspname <> 'information_schema' AND n.nspname !~ '^pg_' AND NOT EXISTS (
  SELECT FROM pg_catalog.pg_depend d WHERE d.objid = c.oid AND d.classid = 'pg_catalog.pg_class'::regclass AND d.deptype = 'e')`

const classes = 'pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace'

export type TableShape = QualifiedName & { readonly columns: string[] }

/**
 * The tables whose rows are archived, with their stored columns: ordinary ones and the roots of partitioned ones. Unlogged
 * tables are working space, emptied by any crash, and are left out.
 */
export const readTables = async (client: ClientBase, leaveOut: QualifiedName): Promise<TableShape[]> => {
  const { rows } = await client.query<TableShape>(`
    SELECT n.nspname AS schema, c.relname AS name, coalesce((
      SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_catalog.pg_attribute a
      WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''), '{}') AS columns
    FROM ${classes}
    WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence = 'p' AND ${ours}
    ORDER BY 1, 2`)
  return rows.filter((row) => plain(row) !== plain(leaveOut))
}

/** Every partition with what its parent does not give it, parents before their children. */
export const readPartitions = async (client: ClientBase): Promise<ArchivedPartition[]> => {
  const { rows } = await client.query<ArchivedPartition>(`
    WITH RECURSIVE tree AS (
      SELECT c.oid, 0 AS depth FROM ${classes} WHERE c.relkind = 'p' AND NOT c.relispartition AND ${ours}
      UNION ALL SELECT i.inhrelid, depth + 1 FROM pg_catalog.pg_inherits i JOIN tree ON tree.oid = i.inhparent)
    SELECT n.nspname AS schema, c.relname AS name, json_build_object('schema', pn.nspname, 'name', p.relname) AS parent,
      pg_catalog.pg_get_expr(c.relpartbound, c.oid) AS bound, c.relrowsecurity AS "rowSecurity",
      CASE WHEN c.relkind = 'p' THEN pg_catalog.pg_get_partkeydef(c.oid) END AS "partitionedBy",
      coalesce((SELECT json_agg(json_build_object('name', k.conname, 'definition', pg_catalog.pg_get_constraintdef(k.oid))
          ORDER BY k.contype DESC, k.conname) FROM pg_catalog.pg_constraint k
        WHERE k.conrelid = c.oid AND k.conparentid = 0 AND k.coninhcount = 0 AND k.contype IN ('c', 'f', 'p', 'u', 'x')), '[]')
        AS constraints,
      coalesce((SELECT json_agg(pg_catalog.pg_get_indexdef(x.indexrelid) ORDER BY x.indexrelid) FROM pg_catalog.pg_index x
        WHERE x.indrelid = c.oid AND NOT EXISTS (SELECT FROM pg_catalog.pg_inherits i WHERE i.inhrelid = x.indexrelid)
          AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint k WHERE k.conindid = x.indexrelid AND k.conrelid = c.oid)), '[]')
        AS indexes
    FROM tree JOIN pg_catalog.pg_class c ON c.oid = tree.oid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_catalog.pg_inherits h ON h.inhrelid = c.oid JOIN pg_catalog.pg_class p ON p.oid = h.inhparent
      JOIN pg_catalog.pg_namespace pn ON pn.oid = p.relnamespace
    WHERE tree.depth > 0 ORDER BY tree.depth, 1, 2`)
  return rows
}

/** Where every sequence stands. Sequences know no snapshot: read last, they stand at or past every archived row. */
export const readSequences = async (client: ClientBase): Promise<ArchivedSequence[]> => {
  const { rows } = await client.query<QualifiedName>(`
    SELECT n.nspname AS schema, c.relname AS name FROM ${classes} WHERE c.relkind = 'S' AND ${ours} ORDER BY 1, 2`)
  const sequences: ArchivedSequence[] = []
  for (const { schema, name } of rows) {
    const state = await client.query<{ lastValue: string; isCalled: boolean }>(
      `SELECT last_value::text AS "lastValue", is_called AS "isCalled" FROM ${quoted({ schema, name })}`,
    )
    for (const { lastValue, isCalled } of state.rows) sequences.push({ schema, name, lastValue, isCalled })
  }
  return sequences
}
