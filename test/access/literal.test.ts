import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PUBLIC_READER } from '#platform/access/reader.ts'
import '#platform/db/database.ts'
import { contextStatements } from '#platform/db/context.ts'
import { literal } from '#platform/db/literal.ts'
import { withTestDatabase } from '#platform/db/testing.ts'

const database = withTestDatabase()
let client: pg.Client

beforeAll(async () => {
  client = new pg.Client({ connectionString: database().urlFor('frankpledge_app') })
  await client.connect()
})
afterAll(() => client.end())

const bits = fc.constantFrom(
  "'",
  "''",
  '\\',
  "\\'",
  '"',
  '\\"',
  '--',
  '/*',
  '*/',
  ';',
  '$$',
  '$1',
  '%',
  '{',
  '}',
  ',',
  'NULL',
  '\n',
  '\r',
  '\u0001',
  '’',
  '😀',
  "');DROP TABLE document;--",
  "E'",
)
const hostile = fc
  .array(fc.oneof(bits, fc.string({ unit: 'grapheme' })))
  .map((parts) => parts.join('').replaceAll('\0', ''))
const wellFormed = hostile.filter((text) => !/\p{Surrogate}/u.test(text))

describe('The one escaper', () => {
  test('gives PostgreSQL exactly what went in', async () => {
    await fc.assert(
      fc.asyncProperty(wellFormed, fc.array(wellFormed), async (text, texts) => {
        const answer = await client.query<{ one: string; several: string[] }>(
          `SELECT ${literal(text)}::text AS one, ${literal(texts)}::text[] AS several`,
        )
        expect(answer.rows).toEqual([{ one: text, several: texts }])
      }),
      { numRuns: 300 },
    )
  })

  test('holds under either reading of backslashes', async () => {
    await client.query('SET standard_conforming_strings = off; SET backslash_quote = off')
    await fc.assert(
      fc.asyncProperty(wellFormed, async (text) => {
        expect((await client.query<{ one: string }>(`SELECT ${literal(text)}::text AS one`)).rows).toEqual([
          { one: text },
        ])
      }),
      { numRuns: 200 },
    )
    await client.query('RESET standard_conforming_strings; RESET backslash_quote')
  })

  test('keeps numbers, moments, yes and no, and nothing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.array(fc.maxSafeInteger()),
        fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        fc.option(fc.boolean()),
        async (number, numbers, date, flag) => {
          const { rows } = await client.query<{ n: number; ns: string[]; d: string; f: boolean | null }>(
            `SELECT 0 - ${literal(number)}::float8 AS n, ${literal(numbers)}::text[] AS ns,
            extract(epoch FROM ${literal(date)}::timestamptz)::text AS d, ${literal(flag)}::boolean AS f`,
          )
          expect(rows[0]).toEqual({ n: 0 - number, ns: numbers.map(String), d: expect.any(String), f: flag })
          expect(Math.round(Number(rows[0]?.d) * 1_000)).toBe(date.getTime())
        },
      ),
      { numRuns: 200 },
    )
  })

  test('refuses what cannot be kept as it is', () => {
    expect(() => literal('a\0b')).toThrow('NUL')
    expect(() => literal('a\uD800b')).toThrow('surrogate')
    expect(() => literal(['\uDC00'])).toThrow('surrogate')
    expect(() => literal(Number.NaN)).toThrow('finite')
    expect(() => literal([Number.POSITIVE_INFINITY])).toThrow('finite')
  })
})

describe('What row-level security knows of the reader', () => {
  const READ = `SELECT current_setting('app.request') AS request, reader_account() AS account, reader_roles() AS roles,
    reader_areas() AS areas, reader_units() AS units, reader_compartments() AS compartments,
    reader_force_wide() AS "forceWide", reader_agency() AS agency, reader_markings() AS markings`

  test('is what was said, and nothing more, whatever the strings', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          roles: fc.array(wellFormed),
          areas: fc.array(fc.nat()),
          units: fc.array(fc.nat()),
          compartments: fc.array(fc.nat()),
          forceWide: fc.boolean(),
          agency: fc.option(fc.nat()),
          account: fc.option(fc.uuid()),
        }),
        wellFormed,
        async (said, requestId) => {
          const reader = { ...PUBLIC_READER, ...said, principal: 'staff' } as const
          await client.query(`BEGIN;${contextStatements(reader, { requestId, purpose: '', origin: '' })}`)
          const { rows } = await client.query(READ)
          await client.query('ROLLBACK')
          expect(rows).toEqual([{ ...said, request: requestId, markings: ['OFFICIAL'] }])
        },
      ),
      { numRuns: 200 },
    )
  })
})
