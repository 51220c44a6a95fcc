import { describe, expect, it } from 'vitest'
import { withImports } from '#platform/imports/testing.ts'
import type { ImportFile } from '#platform/imports/context.ts'
import { DEFAULT_KEPT, type KeptMapping } from '../rules/default-mapping.ts'
import { csvFile, smallExtract, textFile } from '../testing.ts'
import { importExtract, type ExtractRequest } from './import-extract.ts'

const imports = withImports()
const send = async (files: readonly ImportFile[], more: Partial<ExtractRequest> = {}) => {
  const asked = { mapping: DEFAULT_KEPT, files, dryRun: false, keepGood: false, whole: false, ...more }
  return (await importExtract(imports().context, asked)).report
}
const stored = async (table = 'party') =>
  Number((await imports().asOwner(`SELECT count(*) AS n FROM ${table}`))[0]?.['n'])
const HEAD = 'reference,familyName,givenNames\n'

describe('A broken extract stores nothing, and says where', () => {
  it.each<readonly [string, string | Uint8Array, number, string]>([
    ['headings of nothing known', 'a,b\n1,2\n', 1, 'The mapping knows no kind of file'],
    ['headings alone, of nothing known', 'a,b\n', 1, 'The mapping knows no kind of file'],
    ['the same heading twice', 'reference,familyName,familyName\nN1,a,b\n', 1, 'heads two columns'],
    ['an empty file', '', 1, 'not even a header'],
    ['a cut line', `${HEAD}N1,Smith`, 2, 'cut off'],
    ['too many cells', `${HEAD}N1,Smith,John,Paul\nN2,a,b\n`, 2, 'has 4 columns'],
    ['a quotation mark never closed', `${HEAD}N1,"Smith,John\n`, 2, 'never closed'],
    ['a line that is too long', `${HEAD}N1,${'x'.repeat(70_000)},a\n`, 2, 'longer than'],
    ['a control character', `${HEAD}N1,Smi\u0000th,John\n`, 2, 'control character'],
    ['what is not UTF-8', Buffer.from(`${HEAD}N1,Ren\u00e9,a\n`, 'latin1'), 2, 'not UTF-8'],
    ['a workbook', Buffer.from('PK\u0003\u0004xxxx'), 1, 'zip archive or a workbook'],
  ])('%s', async (_, content, line, words) => {
    const report = await send([
      csvFile('v.csv', [{ reference: 'V1', mark: 'AB12CDE' }]),
      textFile('people.csv', content),
    ])
    expect(report).toMatchObject({ ok: false, loaded: false })
    const [rejection] = report.files[1]?.rejections ?? []
    expect([rejection?.line, rejection?.reason]).toEqual([line, expect.stringContaining(words)])
    expect(await stored()).toBe(0)
  })

  it('not with statements, tabs or backslashes in its cells either: they are text', async () => {
    const name = `O'Brien"; DROP TABLE party; -- \\N \\. \t \u{1F600}`
    const report = await send([
      csvFile('p.csv', [{ reference: `x|y'"\\`, familyName: name, givenNames: '=HYPERLINK(1)' }]),
      csvFile('v.csv', [{ reference: 'V9', make: '+Ford', colour: '\\' }]),
    ])
    expect(report.ok).toBe(true)
    const [person] = await imports().asOwner(`SELECT full_name FROM party_name WHERE kind = 'main'`)
    expect(person?.['full_name']).toBe(`=HYPERLINK(1) ${name}`)
    expect(await imports().asOwner('SELECT make, colour FROM vehicle')).toEqual([{ make: '+Ford', colour: '\\' }])
  })
})

describe('Rows that do not hold together', () => {
  it('name what is in no extract: rejected, counted, and come back to be mended', async () => {
    const before = await stored()
    let mended = ''
    const keepErrorFile = (_: ImportFile, text: string) => {
      mended = text
      return Promise.resolve('kept')
    }
    const roles = [
      { number: '43160001234', party: 'N1', role: 'victim' },
      { number: '43160001234', party: 'N404', role: 'suspect' },
      { number: '404', party: 'N1', role: 'victim' },
      { number: '43160001234', partyKind: 'vehicle', party: 'N1', role: 'vehicle-used' },
    ]
    const report = await send(smallExtract({ roles }), { keepErrorFile })
    expect(report).toMatchObject({ ok: false, loaded: false })
    expect(report.kinds.find(({ kind }) => kind === 'roles')).toMatchObject({
      inFile: 4,
      new: 1,
      rejected: 3,
      missingLinks: 3,
    })
    expect(report.files.find(({ kind }) => kind === 'roles')?.rejections).toEqual([
      {
        file: 'roles.csv',
        line: 3,
        column: 2,
        columnName: 'party',
        reason: 'No person with the number “N404” is in this extract or an earlier one.',
      },
      {
        file: 'roles.csv',
        line: 4,
        column: 1,
        columnName: 'number',
        reason: 'No crime or incident with the number “404” is in this extract or an earlier one.',
      },
      {
        file: 'roles.csv',
        line: 5,
        column: 2,
        columnName: 'party',
        reason: 'No vehicle with the number “N1” is in this extract or an earlier one.',
      },
    ])
    expect(mended.split('\n')[1]).toBe(
      '43160001234,N404,suspect,,3,2 party,No person with the number “N404” is in this extract or an earlier one.',
    )
    expect(await stored()).toBe(before)
    const good = await send(smallExtract({ roles }), { keepGood: true })
    expect(good).toMatchObject({ ok: true, loaded: true })
    expect(await stored('party_role')).toBe(1)
    // Mended, it is sent by itself: what it names is known by now.
    const again = await send([
      textFile(
        'roles.rejected.csv',
        mended
          .replace('N404', 'N2')
          .replace('\n404,', '\n43160001235,')
          .replace('vehicle,N1', 'vehicle,V1')
          .replace('N1,vehicle-used,vehicle', 'V1,vehicle-used,vehicle'),
      ),
    ])
    expect(again).toMatchObject({ ok: true, loaded: true })
    expect(await stored('party_role')).toBe(4)
  })

  it('have a number twice: the same again is repeated, another is rejected', async () => {
    const rows = [
      { reference: 'T1', familyName: 'One', givenNames: 'A' },
      { reference: 'T1', familyName: 'One', givenNames: 'A' },
      { reference: 'T1', familyName: 'Two', givenNames: 'A' },
    ]
    const report = await send([csvFile('p.csv', rows)], { keepGood: true })
    expect(report.kinds[0]).toMatchObject({ inFile: 3, new: 1, repeated: 1, rejected: 1 })
    expect(report.files[0]?.rejections[0]).toMatchObject({
      line: 4,
      reason: expect.stringContaining('Line 2 has the same number'),
    })
  })

  it('have control totals that differ: told, and the run is not well', async () => {
    const totals = [
      { month: '2016-05', crimes: '2' },
      { month: '2016-04', offenceCode: '028/03', crimes: '0' },
    ]
    const report = await send(smallExtract({ totals }))
    expect(report).toMatchObject({ ok: false, loaded: true })
    expect(report.totals).toEqual({
      given: 2,
      agree: 1,
      differing: [{ month: '2016-05', offence: '', given: 2, found: 1 }],
    })
  })
})

describe('What is restricted', () => {
  const files = () => [
    csvFile('p.csv', [
      { reference: 'R1', familyName: 'Hidden', givenNames: 'A', restricted: 'yes' },
      { reference: 'R2', familyName: 'Open', givenNames: 'B', restricted: 'no' },
    ]),
    csvFile('l.csv', [{ from: 'R2', link: 'partner-of', toKind: 'person', to: 'R1' }]),
  ]
  const leavingOut: KeptMapping = { version: 1, mapping: { ...DEFAULT_KEPT.mapping, restricted: 'leave-out' } }

  it('is rejected, or left out with all that names it', async () => {
    expect(await send(files())).toMatchObject({ loaded: false, files: [{ rejected: 1 }, { rejected: 1 }] })
    const report = await send(files(), { mapping: leavingOut })
    expect(report).toMatchObject({ ok: true, loaded: true })
    expect(report.kinds).toMatchObject([
      { new: 1, leftOut: 1 },
      { leftOut: 1, rejected: 0 },
    ])
    expect(await imports().asOwner(`SELECT FROM party WHERE source_reference = 'R1'`)).toEqual([])
  })

  it('and stands open here since before: it is named', async () => {
    const report = await send([csvFile('p.csv', [{ reference: 'R2', familyName: 'Open', restricted: 'yes' }])], {
      mapping: leavingOut,
    })
    expect(report.warnings).toEqual([
      expect.stringContaining('Restricted there by now, and open here since an earlier extract (people): R2.'),
    ])
  })
})

describe('Who was put into a compartment here', () => {
  it('is neither changed nor tied to anything, and the counts do not tell', async () => {
    const person = (reference: string, familyName: string) => ({ reference, familyName, givenNames: 'X' })
    await send([
      csvFile('p.csv', [person('C1', 'Closed'), person('C2', 'Other')]),
      csvFile('a.csv', [{ reference: 'C3', address: '1 Far Lane, Thame' }]),
    ])
    await imports().asOwner(`INSERT INTO agency (name, kind, valid_from) VALUES ('Vale', 'police-force', '2010-01-01')`)
    await imports().asOwner(`INSERT INTO account (id, issuer, subject, principal, agency_id, name)
      SELECT gen_random_uuid(), 'i', 's', 'staff', id, 'Custodian' FROM agency`)
    const [compartment] = await imports().asOwner(
      `INSERT INTO compartment (name, custodian) SELECT 'K', id FROM account LIMIT 1 RETURNING id`,
    )
    for (const table of ['party', 'person', 'party_name', 'address'])
      await imports().asOwner(
        `UPDATE ${table} SET compartment_id = $1 WHERE ${table === 'party' ? 'id' : 'party_id'} IN
          (SELECT id FROM party WHERE source_reference = 'C1' OR label LIKE '1 Far Lane%')`,
        [compartment?.['id']],
      )
    const both = (reference: string) => [
      csvFile('p.csv', [person(reference, 'Renamed')]),
      csvFile('r.csv', [{ number: '43160001234', party: reference, role: 'witness' }]),
      csvFile('l.csv', [{ from: reference, link: 'lives-at', toKind: 'address', to: 'C3' }]),
      csvFile('a.csv', [{ reference: `${reference}-home`, address: '1 Far Lane, Thame' }]),
    ]
    const [hidden, open] = [await send(both('C1')), await send(both('C2'))]
    const counts = ({ kinds }: typeof hidden) => kinds.map(({ knownAfter: _after, ...rest }) => rest)
    expect(counts(hidden)).toEqual(counts(open))
    expect(hidden).toMatchObject({ ok: true, loaded: true, warnings: [] })
    const [again] = [await send(both('C1'))]
    expect(again.kinds.map(({ unchanged }) => unchanged)).toEqual([1, 1, 1, 1])
    const told = await imports().asOwner(
      `SELECT p.source_reference, p.label, (SELECT count(*)::integer FROM party_role r WHERE r.party_id = p.id) AS roles,
        (SELECT count(*)::integer FROM party_link l WHERE p.id IN (l.from_party, l.to_party)) AS links
       FROM party p WHERE p.source_reference IN ('C1', 'C2') ORDER BY 1`,
    )
    expect(told).toEqual([
      { source_reference: 'C1', label: 'CLOSED, X', roles: 0, links: 0 },
      { source_reference: 'C2', label: 'RENAMED, X', roles: 1, links: 0 },
    ])
  })
})
