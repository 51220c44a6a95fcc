import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withImports } from '#platform/imports/testing.ts'
import { importStreet } from './import-street.ts'
import { madeUpRows, streetFile, streetLine } from './testing.ts'

const imports = withImports()

const send = (rows: readonly string[], force = 'thames-valley') =>
  importStreet(imports().context, { force, keepGood: false, files: [streetFile('x.csv', rows)] })

/** A row of its own for each letter, and nothing else to tell equal rows apart. */
const rowOf = (letter: string, run: number) => streetLine({ 'Crime ID': '', Location: `On or near ${letter} ${run}` })

const countsOf = async (run: number): Promise<Record<string, number>> => {
  const rows = await imports().asOwner(
    `SELECT split_part(location_text, ' ', 4) AS letter, count(*)::int AS n FROM occurrence
     WHERE location_text LIKE 'On or near % ' || $1 GROUP BY 1`,
    [run],
  )
  return Object.fromEntries(rows.map((row) => [String(row['letter']), Number(row['n'])]))
}

describe('The stored count of equal rows', () => {
  it('is the highest count of any file so far, whatever the files, their order, and how often they come', async () => {
    let run = 0
    const multiset = fc.array(fc.constantFrom('A', 'B', 'C', 'D'), { maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(fc.array(multiset, { minLength: 1, maxLength: 5 }), async (files) => {
        run += 1
        const expected: Record<string, number> = {}
        for (const letters of files) {
          const before = { ...expected }
          for (const letter of new Set(letters)) {
            const count = letters.filter((other) => other === letter).length
            expected[letter] = Math.max(expected[letter] ?? 0, count)
          }
          const report = await send(letters.map((letter) => rowOf(letter, run)))
          expect(await countsOf(run)).toEqual(expected)
          const grown = Object.keys(expected).reduce((sum, key) => sum + (expected[key] ?? 0) - (before[key] ?? 0), 0)
          expect([report.files[0]?.added, report.total.alreadyPresent]).toEqual([grown, letters.length - grown])
        }
      }),
      { numRuns: 25 },
    )
  })

  it('is the same after parts of a file, in any order, and then the whole of it', async () => {
    const whole = madeUpRows('parts', '2019-03', 120, 4).flatMap((row, i) => (i % 3 === 0 ? [row, row] : [row]))
    await send(whole.slice(100))
    await send(whole.slice(0, 60).toReversed())
    await send(whole.filter((_, i) => i % 2 === 0))
    await send(whole)
    await send(whole.toReversed())
    const stored = await imports().asOwner(`SELECT count(*)::int AS n FROM occurrence WHERE month = '2019-03-01'`)
    expect(stored).toEqual([{ n: whole.length }])
    const counted = await imports().asOwner(
      `SELECT sum(incidents)::int AS n FROM monthly_count WHERE month = '2019-03-01' AND area_id IS NULL`,
    )
    expect(counted).toEqual([{ n: whole.length }])
  })
})

describe('Imports at the same moment', () => {
  const storedIn = async (month: string) => {
    const rows = await imports().asOwner('SELECT count(*)::int AS n FROM occurrence WHERE month = $1', [`${month}-01`])
    return Number(rows[0]?.['n'])
  }

  it('of the same file add it once', async () => {
    const rows = madeUpRows('same', '2019-05', 800).flatMap((row, i) => (i % 5 === 0 ? [row, row] : [row]))
    const reports = await Promise.all([send(rows), send(rows), send(rows.toReversed())])
    expect(await storedIn('2019-05')).toBe(rows.length)
    expect(reports.reduce((sum, { files }) => sum + (files[0]?.added ?? 0), 0)).toBe(rows.length)
  })

  it('of files that share rows end with the highest count of each', async () => {
    const [first = '', second = ''] = madeUpRows('share', '2019-06', 2)
    await Promise.all([send([first, first, first, second]), send([first, second, second]), send([first])])
    expect(await storedIn('2019-06')).toBe(5)
  })

  it('of different months on the same new points wait for one another and both succeed', async () => {
    const months = ['2019-07', '2019-08', '2019-09'] as const
    const reports = await Promise.all(
      months.map((month, i) => {
        const rows = madeUpRows(`points${i}`, month, 1_500, 300)
        return send(i % 2 === 0 ? rows : rows.toReversed())
      }),
    )
    expect(reports.every(({ ok }) => ok)).toBe(true)
    for (const month of months) expect(await storedIn(month)).toBe(1_500)
    const twice = await imports().asOwner(
      'SELECT longitude, latitude FROM location GROUP BY longitude, latitude HAVING count(*) > 1',
    )
    expect(twice).toEqual([])
  })
})
