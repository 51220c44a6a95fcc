import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { Invalid } from '#platform/errors/errors.ts'
import { DEFAULT_KEPT, DEFAULT_MAPPING_NAME, type KeptMapping } from '../rules/default-mapping.ts'
import { extractMapping, mappingFaults, type ExtractMapping } from '../rules/mapping.ts'

/** The newest version of the mapping of this name, or undefined. */
export async function findMapping(tx: Tx, name: string): Promise<KeptMapping | undefined> {
  if (name === DEFAULT_MAPPING_NAME) return DEFAULT_KEPT
  const [row] = rowsAs<{ version: number; mapping: unknown }>(
    await tx.client.query(
      'SELECT version, mapping FROM extract_mapping WHERE name = $1 ORDER BY version DESC LIMIT 1',
      [name],
    ),
  )
  return row === undefined ? undefined : { version: row.version, mapping: extractMapping.parse(row.mapping) }
}

/** Throws Invalid at `mapping` where there is none of the name. */
export async function getMapping(tx: Tx, name: string): Promise<KeptMapping> {
  const found = await findMapping(tx, name)
  if (found === undefined) throw new Invalid({ mapping: `There is no mapping “${name}”.` })
  return found
}

/**
 * Keeps a mapping as the next version of its name; the same mapping again is no new version. Throws Invalid at `mapping` for one
 * that maps to what there is not.
 */
export async function keepMapping(tx: Tx, mapping: ExtractMapping): Promise<KeptMapping> {
  checkMapping(mapping)
  await tx.client.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`extract mapping ${mapping.name}`])
  const before = await findMapping(tx, mapping.name)
  if (before !== undefined && isDeepStrictEqual(before.mapping, mapping)) return before
  const version = (before?.version ?? 0) + 1
  await tx.client.query(
    'INSERT INTO extract_mapping (id, name, version, mapping, made_by, made_at) VALUES ($1, $2, $3, $4, $5, $6)',
    [randomUUID(), mapping.name, version, JSON.stringify(mapping), tx.reader.account, tx.now],
  )
  return { version, mapping }
}

/** The same without keeping it, for a dry run. */
export function checkMapping(mapping: ExtractMapping): void {
  if (mapping.name === DEFAULT_MAPPING_NAME)
    throw new Invalid({
      mapping: `“${DEFAULT_MAPPING_NAME}” is the mapping that is always there. Give yours another name.`,
    })
  const faults = mappingFaults(mapping)
  if (faults.length > 0) throw new Invalid({ mapping: faults.join('; ') })
}
