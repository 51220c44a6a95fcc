import { describe, expect, it } from 'vitest'
import { withImports } from '#platform/imports/testing.ts'
import { DEFAULT_KEPT } from '../rules/default-mapping.ts'
import { csvFile, smallExtract } from '../testing.ts'
import { importExtract, type ExtractRequest } from './import-extract.ts'

const imports = withImports()

const send = async (request: Partial<ExtractRequest> = {}) => {
  const asked = {
    mapping: DEFAULT_KEPT,
    files: smallExtract(),
    dryRun: false,
    keepGood: false,
    whole: false,
    ...request,
  }
  return (await importExtract(imports().context, asked)).report
}
const rows = (sql: string) => imports().asOwner(sql)
const TABLES = [
  'occurrence',
  'crime',
  'party',
  'person',
  'address',
  'party_name',
  'party_role',
  'party_link',
  'extract_row',
  'monthly_count',
  'name_token',
  'location',
]
/** All that is stored, as text: two moments are alike or not. */
const everything = async () =>
  Object.fromEntries(
    await Promise.all(
      TABLES.map(async (table) => [table, await rows(`SELECT t::text AS row FROM ${table} t ORDER BY 1`)] as const),
    ),
  )

describe('An extract is imported', () => {
  it('first as a dry run, which says what would be and stores nothing', async () => {
    const before = await everything()
    const report = await send({ dryRun: true })
    expect(report).toMatchObject({ ok: true, loaded: false, dryRun: true, totals: { given: 1, agree: 1 } })
    expect(report.kinds.map(({ kind, inFile, new: added }) => [kind, inFile, added])).toEqual([
      ['addresses', 1, 1],
      ['people', 2, 2],
      ['organisations', 1, 1],
      ['vehicles', 1, 1],
      ['phones', 1, 1],
      ['names', 1, 1],
      ['crimes', 2, 2],
      ['roles', 4, 4],
      ['links', 3, 3],
      ['totals', 1, 0],
    ])
    expect(await everything()).toEqual(before)
  })

  it('then whole: crimes with their offence, times, outcome and harm', async () => {
    expect(await send()).toMatchObject({ ok: true, loaded: true })
    const [crime] = await rows(`SELECT o.external_reference, o.category, o.precision, o.outcome, o.location_precision,
      to_char(o.happened_from AT TIME ZONE 'Europe/London', 'YYYY-MM-DD HH24:MI') AS starts,
      to_char(o.happened_to AT TIME ZONE 'Europe/London', 'YYYY-MM-DD HH24:MI') AS ends, c.offence_code, c.offence_class,
      c.offence_standing, c.outcome_code, c.harm_days, c.harm_estimated FROM crime c JOIN occurrence o ON o.id = c.occurrence_id
      WHERE o.kind = 'crime'`)
    expect(crime).toEqual({
      external_reference: '43160001234',
      category: 'burglary',
      precision: 'minute',
      outcome: 'Investigation complete; no suspect identified',
      location_precision: 'exact',
      starts: '2016-05-03 22:30',
      ends: '2016-05-04 07:01',
      offence_code: '028/03',
      offence_class: '28A',
      offence_standing: 'valid',
      outcome_code: '18',
      harm_days: 275.7,
      harm_estimated: true,
    })
    const incidents = await rows(`SELECT o.precision, c.offence_standing, c.harm_days FROM occurrence o
      JOIN crime c ON c.occurrence_id = o.id WHERE o.kind = 'asb'`)
    expect(incidents).toEqual([{ precision: 'month', offence_standing: 'none', harm_days: null }])
    expect(await rows(`SELECT category, incidents FROM monthly_count WHERE area_id IS NULL ORDER BY 1`)).toEqual([
      { category: 'anti-social-behaviour', incidents: 1 },
      { category: 'burglary', incidents: 1 },
    ])
  })

  it('people, places, vehicles, phones and what they had to do with it', async () => {
    const roles =
      await rows(`SELECT p.kind, p.label, r.role, r.category, r.basis FROM party_role r JOIN party p ON p.id = r.party_id
      ORDER BY 1, 2`)
    expect(roles).toEqual([
      { kind: 'address', label: '14 High Street, Thame, OX9 3AA', role: 'scene', category: 'other', basis: 'fact' },
      { kind: 'person', label: 'OKAFOR, Chidi', role: 'victim', category: 'victim', basis: 'fact' },
      { kind: 'person', label: 'SMITH, John Paul', role: 'suspect', category: 'suspect', basis: 'opinion' },
      { kind: 'vehicle', label: 'AB12 CDE', role: 'vehicle-used', category: 'other', basis: 'fact' },
    ])
    const links =
      await rows(`SELECT a.label AS one, l.kind, b.label AS other FROM party_link l JOIN party a ON a.id = l.from_party
      JOIN party b ON b.id = l.to_party ORDER BY 2`)
    expect(links).toEqual([
      { one: 'OKAFOR, Chidi', kind: 'lives-at', other: '14 High Street, Thame, OX9 3AA' },
      { one: 'SMITH, John Paul', kind: 'uses-phone', other: '07700 900123' },
      { one: 'SMITH, John Paul', kind: 'works-for', other: 'Thame Pawnbrokers Ltd' },
    ])
    const names = await rows(`SELECT n.kind, n.full_name, (SELECT string_agg(t.token, ' ' ORDER BY w.place)
      FROM unnest(n.tokens) WITH ORDINALITY w (id, place) JOIN name_token t USING (id)) AS words FROM party_name n ORDER BY 2`)
    expect(names).toEqual([
      { kind: 'main', full_name: '14 High Street, Thame, OX9 3AA', words: '14 high street thame ox9 3aa' },
      { kind: 'main', full_name: 'Chidi Okafor', words: 'chidi okafor' },
      { kind: 'main', full_name: 'John Paul Smith', words: 'john paul smith' },
      { kind: 'alias', full_name: 'Jonny Smyth', words: 'jonny smyth' },
      { kind: 'main', full_name: 'Thame Pawnbrokers Ltd', words: 'thame pawnbrokers ltd' },
    ])
    expect(await rows('SELECT identity_id = id AS own FROM party GROUP BY 1')).toEqual([{ own: true }])
  })

  it('twice, and the second time changes nothing at all', async () => {
    const before = await everything()
    const report = await send({ whole: true })
    for (const { kind, inFile, unchanged, vanished } of report.kinds)
      expect([kind, unchanged, vanished]).toEqual([kind, inFile, kind === 'totals' ? null : 0])
    expect(await everything()).toEqual(before)
  })

  it('with what changed there; what vanished is told, and stays', async () => {
    const people = [
      { reference: 'N1', familyName: 'Okafor-Jones', givenNames: 'Chidi', sex: 'male', birthDate: '1980-02-03' },
    ]
    const report = await send({ files: smallExtract({ people, names: [], roles: [], links: [] }), whole: true })
    expect(report.kinds.find(({ kind }) => kind === 'people')).toMatchObject({
      inFile: 1,
      changed: 1,
      vanished: 1,
      vanishedNumbers: ['N2'],
      knownAfter: 2,
    })
    expect(await rows(`SELECT label, version FROM party WHERE kind = 'person' ORDER BY label`)).toEqual([
      { label: 'OKAFOR-JONES, Chidi', version: 2 },
      { label: 'SMITH, John Paul', version: 1 },
    ])
    const found = await rows(
      `SELECT n.full_name FROM party_name n JOIN name_token t ON t.id = ANY (n.tokens) WHERE t.token = 'jones'`,
    )
    expect(found).toEqual([{ full_name: 'Chidi Okafor-Jones' }])
  })

  it('and an older row never takes the place of a newer one', async () => {
    const person = (family: string, asOf: string) =>
      send({ files: [csvFile('p.csv', [{ reference: 'N9', familyName: family, givenNames: 'A', asOf }])] })
    await person('New', '2016-05-02')
    expect((await person('Old', '2016-05-01')).kinds[0]).toMatchObject({ older: 1, changed: 0 })
    expect((await person('Newest', '2016-05-03')).kinds[0]).toMatchObject({ older: 0, changed: 1 })
    expect(await rows(`SELECT label FROM party WHERE source_reference = 'N9'`)).toEqual([{ label: 'NEWEST, A' }])
  })
})
