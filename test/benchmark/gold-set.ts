import { parse } from 'csv-parse/sync'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** A query of the name-match gold set (docs/name-match-gold-set.md). */
export interface GoldQuery {
  /** As an officer types it into the one box: the name, the date of birth or the age about, the place. */
  readonly typed: string
  /** References of every record of the person. */
  readonly expected: readonly string[]
  readonly phenomenon: string
}

const row = z.object({
  query: z.string(),
  birth_date: z.string(),
  age: z.string(),
  area: z.string(),
  expected: z.string(),
  phenomenon: z.string(),
})

/** The gold set that was written to this folder with the demonstration. */
export function readGoldSet(folder: string): readonly GoldQuery[] {
  const rows = z.array(row).parse(parse(readFileSync(join(folder, 'gold-queries.csv'), 'utf8'), { columns: true }))
  return rows.map(({ query, birth_date, age, area, expected, phenomenon }) => ({
    typed: [
      query,
      birth_date.split('-').toReversed().join('/'),
      // An age is that of the end of the year before.
      age === '' ? '' : `about ${Math.max(0, Number(age) + 1)}`,
      area === '' ? '' : `in ${area}`,
    ]
      .filter((part) => part !== '')
      .join(' '),
    expected: expected.split(' '),
    phenomenon,
  }))
}
