import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sharedFiles, withImports, type ImportTest } from '#platform/imports/testing.ts'
import { importBoundaries } from '../boundaries/import-boundaries.ts'
import { importStreet } from './import-street.ts'

const files = sharedFiles('crime', /-street\.csv$/)
const outline = sharedFiles('boundaries', /^tvp_force\.geojson$/)

/** The files' own counts, taken without any of our reader: they have no quotation marks. */
function ownCounts(path: string) {
  const rows = readFileSync(path, 'utf8')
    .trimEnd()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','))
  const asb = rows.filter((row) => row[9] === 'Anti-social behaviour').length
  const withoutPlace = rows.filter((row) => row[4] === '').length
  const namingAnotherForce = rows.filter((row) => row[2] !== 'Thames Valley Police').length
  return { rows: rows.length, crimes: rows.length - asb, asb, rejected: 0, withoutPlace, namingAnotherForce }
}

/** What is stored, in an order of its own: every row with its publisher, month, category, point and number. */
async function storedRows({ asOwner }: ImportTest): Promise<string> {
  const rows = await asOwner(
    `SELECT md5(string_agg(line, '|' ORDER BY line COLLATE "C")) AS all_of_it FROM (SELECT concat_ws(' ', publisher, month,
     category, kind, encode(row_hash, 'hex'), row_number, longitude, latitude, location_text, lsoa_code, outcome) AS line
     FROM occurrence LEFT JOIN location ON location.id = location_id) AS rows`,
  )
  return String(rows[0]?.['all_of_it'])
}

describe.skipIf(files.length === 0)('The real street files', () => {
  const forwards = withImports()
  const backwards = withImports()
  const send = ({ context }: ImportTest, sent = files) =>
    importStreet(context, { force: 'thames-valley', keepGood: false, files: sent })

  it(
    'come in with counts equal to their own, and again with all of them there already',
    { timeout: 180_000 },
    async () => {
      const expected = files.map(({ path }) => ownCounts(path))
      const first = await send(forwards())
      expect(first.files).toMatchObject(
        expected.map((counts) => ({ ...counts, alreadyPresent: 0, added: counts.rows })),
      )
      expect(first.ok).toBe(true)
      const before = await storedRows(forwards())
      const again = await send(forwards())
      expect(again.files).toMatchObject(
        expected.map((counts) => ({ ...counts, alreadyPresent: counts.rows, added: 0 })),
      )
      expect(again.total).toMatchObject({ rows: again.total.crimes + again.total.asb, outsideForce: null })
      expect(await storedRows(forwards())).toBe(before)
    },
  )

  it('leave the same rows in the other order, with an outline loaded first', { timeout: 180_000 }, async () => {
    if (outline.length > 0)
      await importBoundaries(backwards().context, {
        files: outline,
        kind: null,
        keepGood: false,
        source: 'test',
        validFrom: null,
        place: 'now',
      })
    const { total } = await send(backwards(), files.toReversed())
    expect(await storedRows(backwards())).toBe(await storedRows(forwards()))
    // Thames Valley's own files keep to its area but for a few points on the edge; the other two hardly touch it.
    if (outline.length > 0) expect(total.outsideForce).toBeGreaterThan(5_000)
    const counted = await backwards().asOwner(
      'SELECT sum(incidents)::int AS n FROM monthly_count WHERE area_id IS NULL',
    )
    expect(counted).toEqual([{ n: total.rows }])
  })
})

describe.skipIf(files.length > 0)('The real street files are not here', () => {
  it('so their counts were not compared (set FRANKPLEDGE_SHARED_DATA to the folder that has them)', () => {
    expect(files).toEqual([])
  })
})
