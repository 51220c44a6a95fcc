import { describe, expect, it } from 'vitest'
import { withImports } from '#platform/imports/testing.ts'
import type { ImportFile } from '#platform/imports/context.ts'
import { STREET_COLUMNS } from './header.ts'
import { importStreet, type StreetRequest } from './import-street.ts'
import { fileOf, streetFile, streetLine, type StreetCells } from './testing.ts'

const imports = withImports()

const send = (files: readonly ImportFile[], more: Partial<StreetRequest> = {}) =>
  importStreet(imports().context, { force: 'thames-valley', keepGood: false, files, ...more })

const stored = async (publisher: string): Promise<number> => {
  const rows = await imports().asOwner('SELECT count(*) AS n FROM occurrence WHERE publisher = $1', [publisher])
  return Number(rows[0]?.['n'])
}

const HEADER = `${STREET_COLUMNS.join(',')}\n`
const LONDON: StreetCells = { 'Reported by': 'City of London Police', 'Falls within': 'City of London Police' }
const KENT: StreetCells = { 'Reported by': 'Kent Police', 'Falls within': 'Kent Police' }

describe('A street file is imported', () => {
  it('and its rows are told apart: crimes, anti-social behaviour, without a place, naming another force', async () => {
    const file = streetFile('a.csv', [
      {},
      { 'Crime ID': '', 'Crime type': 'Anti-social behaviour', 'Last outcome category': '' },
      { 'Crime ID': 'b', Longitude: '', Latitude: '', Location: 'No Location', 'LSOA code': '', 'LSOA name': '' },
      { 'Crime ID': 'c', 'LSOA code': 'E01035000', Month: '2024-01' },
      { ...LONDON, 'Crime ID': 'd' },
      { 'Crime ID': 'e', 'Falls within': 'Hampshire Constabulary' },
    ])
    const { files, total, ok } = await send([file])
    expect(ok).toBe(true)
    expect(files[0]).toMatchObject({ added: 6, loaded: true, months: ['2018-06', '2024-01'], errorFile: null })
    expect(total).toMatchObject({ rows: 6, crimes: 5, asb: 1, rejected: 0, withoutPlace: 1, namingAnotherForce: 2 })
    expect(total).toMatchObject({ alreadyPresent: 0, outsideForce: null })
    expect(files[0]?.warnings).toEqual([expect.stringContaining('No outline of Thames Valley is loaded')])
    const kept = await imports().asOwner(
      `SELECT publisher, kind, category, location_precision, comparison, precision, to_char(happened_from AT TIME ZONE
       'Europe/London', 'YYYY-MM-DD HH24:MI') AS starts FROM occurrence WHERE external_reference = 'd'`,
    )
    expect(kept).toEqual([
      {
        publisher: 'city-of-london',
        kind: 'crime',
        category: 'burglary',
        location_precision: 'snapped',
        comparison: true,
        precision: 'month',
        starts: '2018-06-01 00:00',
      },
    ])
  })

  it('twice, and the second time changes nothing, whatever its line ends', async () => {
    const rows = [{ ...KENT, 'Crime ID': 'x' }, KENT, KENT, { ...KENT, 'Crime type': 'Anti-social behaviour' }]
    const first = await send([streetFile('k.csv', rows)], { force: 'kent' })
    const counts = await imports().asOwner('SELECT * FROM monthly_count ORDER BY 1, 2, 3, 4')
    const again = await send([streetFile('k.csv', rows.toReversed(), '\r\n')], { force: 'kent' })
    expect([first.total.alreadyPresent, again.total.alreadyPresent]).toEqual([0, 4])
    expect(await stored('kent')).toBe(4)
    expect(await imports().asOwner('SELECT * FROM monthly_count ORDER BY 1, 2, 3, 4')).toEqual(counts)
  })

  it('with more equal rows than before, and the difference is added', async () => {
    const { total } = await send([streetFile('k.csv', [KENT, KENT, KENT, KENT, KENT])], { force: 'kent' })
    expect(total.alreadyPresent).toBe(2)
    expect(await stored('kent')).toBe(7)
  })

  it('after one of three equal rows was disposed of, and comes to the count of the file', async () => {
    const row = { ...KENT, 'Crime ID': 'disposed' }
    await send([streetFile('k.csv', [row, row, row])], { force: 'kent' })
    await imports().asOwner(`DELETE FROM occurrence WHERE external_reference = 'disposed' AND row_number = 1`)
    const { files } = await send([streetFile('k.csv', [row])], { force: 'kent' })
    expect(files[0]).toMatchObject({ added: 0, alreadyPresent: 1 })
    const back = await send([streetFile('k.csv', [row, row, row, row])], { force: 'kent' })
    expect(back.files[0]).toMatchObject({ added: 2, alreadyPresent: 2 })
  })

  it('and counted by month: the whole of what was published', async () => {
    const counts = await imports().asOwner(
      `SELECT category, incidents FROM monthly_count WHERE publisher = 'kent' AND area_id IS NULL ORDER BY category`,
    )
    expect(counts).toEqual([
      { category: 'anti-social-behaviour', incidents: 1 },
      { category: 'burglary', incidents: 10 },
    ])
  })

  it('with the names of crime types and forces that older files have', async () => {
    const old = { 'Reported by': 'Devon and Cornwall Constabulary', 'Falls within': 'Devon & Cornwall Police' }
    const file = streetFile('old.csv', [
      { ...old, Month: '2011-10', 'Crime type': 'Public disorder and weapons' },
      { ...old, Month: '2018-06', 'Crime type': 'Violent crime' },
    ])
    const { files } = await send([file], { force: 'devon-and-cornwall' })
    expect(files[0]).toMatchObject({ rejected: 0, namingAnotherForce: 0 })
    expect(files[0]?.warnings).toContain('1 rows use a crime type that files of their month did not use.')
    const kept = await imports().asOwner(
      `SELECT category FROM occurrence WHERE publisher = 'devon-and-cornwall' ORDER BY month`,
    )
    expect(kept.map((row) => row['category'])).toEqual(['public-disorder-weapons', 'violent-crime'])
  })

  it('and leaves its line in the audit, with counts and no names', async () => {
    const audit = await imports().asOwner(
      `SELECT outcome, system_name, origin, detail FROM audit_event WHERE event = 'street.imported' ORDER BY id LIMIT 1`,
    )
    expect(audit[0]).toMatchObject({
      outcome: 'done',
      system_name: 'system:import-test',
      origin: 'test',
      detail: { publisher: 'thames-valley', rows: 6, crimes: 5, asb: 1, months: ['2018-06', '2024-01'] },
    })
    expect(JSON.stringify(audit)).not.toContain('a.csv')
  })

  it('and says so when a month seems to have been published anew', async () => {
    const cells = { 'Crime ID': 'anew', Month: '2019-02' }
    expect((await send([streetFile('feb.csv', [cells, cells])])).files[0]?.warnings).toHaveLength(1)
    const later = { ...cells, 'Last outcome category': 'Local resolution' }
    const { files } = await send([streetFile('feb.csv', [later, cells])])
    expect(files[0]).toMatchObject({ added: 1, alreadyPresent: 1 })
    expect(files[0]?.warnings[1]).toContain('1 rows have the Crime ID of a row of the same month')
  })

  it('only from a force that publishes', async () => {
    await expect(send([streetFile('a.csv', [{}])], { force: 'narnia' })).rejects.toThrow('There is no force “narnia”')
  })
})

describe('A broken street file loads nothing, and says where', () => {
  const surrey: StreetCells = { 'Reported by': 'Surrey Police', 'Falls within': 'Surrey Police' }
  const good = streetLine(surrey)
  const bad = (cells: StreetCells): string => `${HEADER}${good}\n${streetLine({ ...surrey, ...cells })}\n${good}\n`
  const cut = `${HEADER}${good}\n${good.slice(0, good.indexOf('Surrey') + 9)}`

  it.each([
    ['columns of another file', 'Crime ID,Month,Force\na,2018-06,x\n', 1, 3, 'Reported by'],
    ['a thirteenth column', `${HEADER.trim()},More\n`, 1, 13, '13 columns'],
    ['a cut line', cut, 3, 3, 'cut off'],
    ['a line with too few columns', `${HEADER}a,2018-06\n${good}\n`, 2, 2, '2 of 12 columns'],
    ['a formula', bad({ Location: '=HYPERLINK(1)' }), 3, 7, 'formula'],
    ['a crime type that there is not', bad({ 'Crime type': 'Witchcraft' }), 3, 10, 'Witchcraft'],
    ['no crime type', bad({ 'Crime type': '' }), 3, 10, 'not a crime type'],
    ['a month that is none', bad({ Month: '2018-13' }), 3, 2, '2018-13'],
    ['a month to come', bad({ Month: '2026-12' }), 3, 2, 'future'],
    ['a force that there is not', bad({ 'Reported by': 'Borsetshire Police' }), 3, 3, 'Borsetshire'],
    ['no force that it falls within', bad({ 'Falls within': '' }), 3, 4, 'not a force'],
    ['a longitude that is no number', bad({ Longitude: 'west' }), 3, 5, 'degrees'],
    ['a longitude out of range', bad({ Longitude: '-77.03' }), 3, 5, 'outside the United Kingdom'],
    ['a latitude out of range', bad({ Latitude: '91' }), 3, 6, 'outside the United Kingdom'],
    ['only half of a place', bad({ Latitude: '' }), 3, 6, 'longitude but no'],
    ['the wrong way about', bad({ Longitude: '51.75', Latitude: '-1.25' }), 3, 5, 'wrong way about'],
    ['an LSOA code that is none', bad({ 'LSOA code': 'Oxford' }), 3, 8, 'Oxford'],
    ['a line that is too long', bad({ Context: 'x'.repeat(70_000) }), 3, 12, 'longer than'],
    ['a quotation mark never closed', bad({ Location: '"On or near' }), 3, 7, 'never closed'],
  ])('%s', async (_, content, line, column, words) => {
    const { files, total, ok } = await send([fileOf('broken.csv', content)], { force: 'surrey' })
    expect(ok).toBe(false)
    expect(files[0]).toMatchObject({ loaded: false, added: 0, rejected: 1 })
    expect(files[0]?.rejections).toEqual([
      { file: 'broken.csv', line, column, columnName: expect.any(String), reason: expect.stringContaining(words) },
    ])
    expect(total.rows).toBe(total.crimes + total.asb + total.rejected)
    expect(await stored('surrey')).toBe(0)
  })

  it('not UTF-8', async () => {
    const content = Buffer.from(bad({ Location: 'On or near Caf\u00e9' }), 'latin1')
    const { files } = await send([fileOf('latin.csv', content)], { force: 'surrey' })
    expect(files[0]?.rejections[0]).toMatchObject({ line: 3, column: 7, columnName: 'Location' })
    expect(await stored('surrey')).toBe(0)
  })

  it('while the other files of the same import are loaded', async () => {
    const fine = streetFile('fine.csv', [{ ...surrey, 'Crime ID': 'fine' }])
    const { files, ok } = await send([fileOf('broken.csv', bad({ Month: 'x' })), fine], { force: 'surrey' })
    expect(ok).toBe(false)
    expect(files.map(({ loaded, rows }) => [loaded, rows])).toEqual([
      [false, 3],
      [true, 1],
    ])
    expect(await stored('surrey')).toBe(1)
  })

  it('unless its good rows are asked for; the others, mended, can be sent again', async () => {
    let errorFile = ''
    const keepErrorFile = (_file: ImportFile, text: string) => {
      errorFile = text
      return Promise.resolve('kept')
    }
    const file = fileOf('broken.csv', bad({ 'Crime type': 'Burglery', 'Crime ID': 'mended' }))
    const first = await send([file], { force: 'surrey', keepGood: true, keepErrorFile })
    expect(first.ok).toBe(true)
    expect(first.files[0]).toMatchObject({ added: 2, rejected: 1, errorFile: 'kept' })
    const mended = errorFile.replace('Burglery', 'Burglary')
    const second = await send([fileOf('broken.rejected.csv', mended)], { force: 'surrey' })
    expect(second.files[0]).toMatchObject({ added: 1, rejected: 0, loaded: true })
    expect(await stored('surrey')).toBe(4)
  })

  it('even then, when it cannot be read to its end', async () => {
    const content = bad({ Location: '"On or near', 'Crime ID': 'never' })
    const { files, ok } = await send([fileOf('broken.csv', content)], { force: 'surrey', keepGood: true })
    expect(ok).toBe(false)
    expect(files[0]).toMatchObject({ loaded: false, added: 0, errorFile: null })
  })

  it('and a stream that fails leaves neither rows nor an open transaction', async () => {
    const failing: ImportFile = {
      name: 'failing.csv',
      open: async () => {
        const stream = await streetFile('x', [{}, {}]).open()
        stream.destroy(new Error('The disk is gone'))
        return stream
      },
    }
    await expect(send([failing], { force: 'surrey' })).rejects.toThrow('The disk is gone')
    const open = await imports().asOwner(
      `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in%'`,
    )
    expect(open).toEqual([{ n: 0 }])
  })
})
