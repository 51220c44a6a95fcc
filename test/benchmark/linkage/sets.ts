import { parse } from 'csv-parse/sync'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { ColumnMapping, PersonRecord } from '#calculations/linkage/index.ts'

const SHARED = process.env['FRANKPLEDGE_SHARED_DATA'] ?? resolve('../shared/data')

/** A set of records of which the truth is known, and which of its columns are which; nothing else differs between sets. */
export interface KnownSet {
  readonly name: 'febrl1' | 'febrl3' | 'fake_1000' | 'historical'
  readonly file: string
  readonly mapping: ColumnMapping
}

const FEBRL: ColumnMapping = {
  given_name: 'given',
  surname: 'family',
  street_number: 'number',
  address_1: 'address',
  address_2: 'address',
  suburb: 'locality',
  postcode: 'postcode',
  state: 'category',
  date_of_birth: 'birth',
  soc_sec_id: 'identifier',
}

const ALL: readonly KnownSet[] = [
  { name: 'febrl1', file: 'febrl_dataset1.csv', mapping: FEBRL },
  { name: 'febrl3', file: 'febrl_dataset3.csv', mapping: FEBRL },
  {
    name: 'fake_1000',
    file: 'splink_fake_1000.csv',
    mapping: { first_name: 'given', surname: 'family', dob: 'birth', city: 'locality', email: 'email' },
  },
  {
    name: 'historical',
    file: 'splink_historical.csv',
    mapping: {
      full_name: 'full',
      first_name: 'given',
      surname: 'family',
      dob: 'birth',
      birth_place: 'locality',
      postcode_fake: 'postcode',
      gender: 'sex',
      occupation: 'category',
    },
  },
]

/** The sets that are here, with their places; says which are not. */
export function knownSets(): (KnownSet & { readonly path: string })[] {
  return ALL.flatMap((set) => {
    const path = join(SHARED, 'entity_resolution', set.file)
    if (existsSync(path)) return [{ ...set, path }]
    console.error(`${set.file} is not here (FRANKPLEDGE_SHARED_DATA says where): left out`)
    return []
  })
}

/** The records without the columns of truth, and apart from them who each is of. */
export function readSet({ path, mapping }: { path: string; mapping: ColumnMapping }) {
  const rows: Record<string, string>[] = parse(readFileSync(path), { columns: true, trim: true })
  const records: PersonRecord[] = rows.map((row) =>
    Object.fromEntries(Object.keys(mapping).map((column) => [column, row[column]])),
  )
  return { records, truth: rows.map((row) => row['cluster'] ?? '') }
}

/** Rows of a list of names; none where it is not here. */
export function readNames(file: string): Record<string, string>[] {
  const path = join(SHARED, 'names', file)
  return existsSync(path) ? parse(readFileSync(path), { columns: true }) : []
}
