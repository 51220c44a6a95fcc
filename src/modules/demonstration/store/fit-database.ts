import type pg from 'pg'
import { RuleRefused } from '#platform/errors/errors.ts'
import { rowsAs } from '#platform/edge.ts'

/** Tables of which any row means that the database is in use. */
const TABLES = [
  'agency',
  'area',
  'unit',
  'account',
  'posting',
  'compartment',
  'location',
  'occurrence',
  'document',
  'population',
  'street_import',
  'monthly_count',
  'party',
  'name_token',
] as const

export interface MadeBefore {
  readonly seed: number
  readonly asOf: string
}

/**
 * Whether a demonstration may be made here: null when the database is empty, the demonstration that is there already when
 * there is one. Throws RuleRefused for a real installation and for a database with anything in it.
 */
export async function findMadeBefore(client: pg.ClientBase): Promise<MadeBefore | null> {
  const installation = rowsAs<{ demonstration: boolean; seed: number | string | null; as_of: string | null }>(
    await client.query('SELECT demonstration, seed, as_of::text AS as_of FROM installation'),
  )[0]
  if (installation?.demonstration === false)
    throw refused('This database belongs to a real installation. Nothing made up may be put into it.')
  if (installation !== undefined) return { seed: Number(installation.seed), asOf: installation.as_of ?? '' }
  for (const table of TABLES) {
    const { rowCount } = await client.query(`SELECT FROM ${table} LIMIT 1`)
    if (rowCount !== 0)
      throw refused(`There is data in this database already (${table}) and no mark that it is a demonstration.`)
  }
  return null
}

export function refused(message: string): RuleRefused {
  return new RuleRefused('demonstration-only-on-empty', message)
}
